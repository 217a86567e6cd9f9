import { Suspense, lazy, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Icon, kindIcons, useFormat, useT } from '@zhanggui/ui'
import { caseKinds } from '@zhanggui/contract/words'
import { Link } from 'wouter'
import { useServerNow } from '../../data/now.ts'
import {
  activeCasesQuery,
  homesQuery,
  notificationsQuery,
  type CaseItem,
  type Me,
} from '../../data/queries.ts'
import { Page } from '../../kit/page.tsx'
import { Failed, Loading } from '../../kit/states.tsx'
import { useOutgoing } from '../../outbox/use-outbox.ts'
import { useChosenHome } from '../../places/chosen-home.ts'
import { CaseCard } from '../../progress/case-card.tsx'
import { waitsForMe } from '../../progress/next-words.ts'
import { HomeName } from './home-name.tsx'
import { NewsCard } from './news-card.tsx'
import { OutgoingCard } from './outgoing-card.tsx'
import { WaitingCard } from './waiting-card.tsx'
import './home.css'

const Rating = lazy(async () => ({ default: (await import('../../verdict/rating.tsx')).Rating }))

/** The first screen: what waits for me, what is being done for me, what is new. */
export const HomeScreen = ({ me }: { me: Me }) => {
  const t = useT<'resident'>()
  const homes = useQuery(homesQuery)
  const cases = useQuery(activeCasesQuery)
  const news = useQuery(notificationsQuery)
  const unsent = useOutgoing(me.account.id)
  const [home, chooseHome] = useChosenHome(me.account.id, homes.data)
  const [toRate, setToRate] = useState<CaseItem | null>(null)
  const again = () => {
    for (const query of [cases, homes, news]) void query.refetch()
  }
  const waiting = cases.data?.filter(waitsForMe) ?? []
  const others = cases.data?.filter((it) => !waitsForMe(it)) ?? []
  const unread = news.data?.unread ?? 0

  return (
    <Page
      title={t('resident.tab.home')}
      above={home?.communityName ?? me.communities[0]?.name}
      heading={<HomeName homes={homes.data ?? []} chosen={home} choose={chooseHome} name={me.account.name} />}
      action={
        <Link
          href="/app/messages"
          className="r-round r-bell"
          aria-label={
            unread > 0 ? t('resident.messages.unread', { count: unread }) : t('resident.messages.title')
          }
        >
          <Icon name="notice" />
          {unread > 0 && <span className="r-bell-count">{unread > 99 ? '99+' : unread}</span>}
        </Link>
      }
    >
      {unsent.map((report) => (
        <OutgoingCard key={report.id} report={report} />
      ))}
      {waiting.map((it) => (
        <WaitingCard key={it.id} it={it} onConfirmed={() => setToRate(it)} />
      ))}
      {toRate && (
        <div className="r-card">
          <p className="r-quiet">{toRate.text}</p>
          <Suspense>
            <Rating id={toRate.id} onRated={() => setToRate(null)} />
          </Suspense>
        </div>
      )}
      {cases.data ? (
        <>
          {others.length > 0 && (
            <div className="r-section">
              <h2>{t('resident.home.underWay', { count: others.length })}</h2>
              <Link href="/app/cases">{t('resident.home.all')}</Link>
            </div>
          )}
          {others.map((it) => (
            <CaseCard key={it.id} it={it} />
          ))}
          {cases.data.length === 0 && unsent.length === 0 && !toRate && <Calm name={me.account.name} />}
        </>
      ) : cases.error ? (
        <div className="r-card">
          <Failed problem={cases.error} again={again} busy={cases.isFetching} />
        </div>
      ) : (
        <Loading cards={2} />
      )}
      <NewsCard news={news} />
      {homes.error && !homes.data && <p className="r-quiet r-news-failed">{t('resident.home.failed')}</p>}
    </Page>
  )
}

/** Nothing waits: a greeting, and the five things one can bring. */
const Calm = ({ name }: { name: string }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const hour = Number(format.time(useServerNow()).slice(0, 2))
  const part =
    hour < 5 ? 'night' : hour < 11 ? 'morning' : hour < 13 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <section className="r-card r-calm">
      <p className="r-calm-hello">{t(`resident.hello.${part}`, { name })}</p>
      <p className="r-quiet">{t('resident.home.calm')}</p>
      <ul className="r-ways">
        {caseKinds.map((kind) => (
          <li key={kind}>
            <Link href={`/app/report?kind=${kind}`}>
              <span>
                <Icon name={kindIcons[kind]} />
              </span>
              {t(`case.kind.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
      <Link href="/app/cases?show=finished" className="r-calm-past">
        {t('resident.home.past')}
      </Link>
    </section>
  )
}
