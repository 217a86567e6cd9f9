import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@zhanggui/client'
import { Button, CaseTimeline, Icon, StatePanel, useFormat, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { useServerNow } from '../../data/now.ts'
import { Failed, Loading } from '../../kit/states.tsx'
import { SettingsCard } from '../../settings/settings-card.tsx'
import { VowWords } from '../../vows/vow-words.tsx'
import { Answering } from './answering.tsx'
import { forgetFollowed } from './followed.ts'
import { withEventWords } from '../../settings/event-words.ts'
import { withVisitorWords } from '../../settings/visitor-words.ts'
import './public.css'

/** A report followed by its secret link: how far it is, everything said, and the reporter's word. */
const FollowReportScreen = ({ secret }: { secret: string }) => {
  const t = useT<'resident' | 'visitor'>()
  const format = useFormat()
  const now = useServerNow()
  const [forgotten, setForgotten] = useState(false)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['public-case', secret],
    queryFn: ({ signal }) => api.readPublicCase({ body: { secret }, signal }),
    refetchInterval: 60_000,
  })
  useEffect(() => {
    document.title = t('resident.follow.title')
  }, [t])
  if (!data) {
    if (!error) return <Loading />
    return error instanceof ApiProblem && (error.status === 404 || error.status === 422) ? (
      <StatePanel
        state="missing"
        title={t('resident.follow.unknown')}
        text={t('resident.follow.unknownText')}
      />
    ) : (
      <Failed problem={error} again={() => void refetch()} busy={isFetching} />
    )
  }
  return (
    <main className="r-public r-public-form">
      <header className="r-public-top">
        <p>{data.community}</p>
        <h1>{t('resident.case.heading', { kind: t(`case.kind.${data.kind}`), number: data.number })}</h1>
        <p>
          <Icon name="place" /> {data.place}
        </p>
      </header>
      {error && <p className="r-wrong">{t('resident.case.old')}</p>}
      <section className={data.status === 'resolved' ? 'r-hero' : 'r-card'} aria-live="polite">
        <p className="r-now-next">{t(`case.statusForResident.${data.status}`)}</p>
        <Answering secret={secret} actions={data.actions} />
      </section>
      {data.promises.length > 0 && (
        <section className="r-card">
          <h2>{t('resident.vow.title')}</h2>
          {data.promises.map((vow) => (
            <VowWords key={vow.id} it={vow} />
          ))}
        </section>
      )}
      <section className="r-card">
        <h2>{t('resident.case.reported')}</h2>
        <p className="r-case-words">{data.text}</p>
        <p className="r-quiet">{format.when(data.receivedAt, now)}</p>
      </section>
      <section className="r-card">
        <h2>{t('resident.case.history')}</h2>
        <CaseTimeline
          items={data.timeline.map(({ id, at, actor, kind, text, reason }) => ({
            id,
            at,
            actor: actor.kind === 'resident' ? { ...actor, name: t('resident.you') } : actor,
            kind,
            text,
            detail: kind === 'paused' && reason ? t.maybe(`pauseForResident.${reason}`) : undefined,
          }))}
        />
      </section>
      <SettingsCard short />
      <p className="r-quiet r-code-keep">{t('resident.follow.keep')}</p>
      <Button
        look="quiet"
        disabled={forgotten}
        onClick={() => {
          forgetFollowed(secret)
          setForgotten(true)
        }}
      >
        {forgotten ? t('resident.follow.forgotten') : t('resident.follow.forget')}
      </Button>
    </main>
  )
}

export const FollowReport = withVisitorWords(withEventWords(FollowReportScreen))
