import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Icon, useFormat, useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { useServerNow } from '../../data/now.ts'
import { problemText } from '../../data/problem.ts'
import { caseQuery, type CaseView, type Me } from '../../data/queries.ts'
import { Page } from '../../kit/page.tsx'
import { Failed, Loading } from '../../kit/states.tsx'
import { useTell } from '../../kit/tell.tsx'
import type { OutgoingReport } from '../../outbox/outbox.ts'
import { sendReport } from '../../outbox/send-reports.ts'
import { useOutgoing } from '../../outbox/use-outbox.ts'
import { nextWords } from '../../progress/next-words.ts'
import { dueOf } from '../../progress/steps.ts'
import { withReportingWords } from '../../settings/reporting-words.ts'
import './report.css'

/** After sending: the number and what happens next by when; or, without a network, that it is kept and will go. */
const Sent = ({ id, me }: { id: string; me: Me }) => {
  const t = useT<'resident' | 'reporting'>()
  const waiting = useOutgoing(me.account.id).find((it) => it.id === id)
  const { data, error, refetch, isFetching } = useQuery({ ...caseQuery(id), enabled: !waiting })
  return (
    <Page title={t('resident.sent.title')} back="/app">
      {waiting ? (
        <Waiting report={waiting} />
      ) : data ? (
        <Received it={data} />
      ) : error ? (
        <Failed problem={error} again={() => void refetch()} busy={isFetching} />
      ) : (
        <Loading cards={1} />
      )}
    </Page>
  )
}

const Received = ({ it }: { it: CaseView }) => {
  const t = useT<'resident' | 'reporting'>()
  const format = useFormat()
  const now = useServerNow()
  const clocks = it.clocks.filter((clock) => clock.verdict === 'running' && clock.deadline !== null)
  return (
    <>
      <section className="r-card r-sent" aria-live="polite">
        <span className="r-sent-mark">
          <Icon name="check" />
        </span>
        <p className="r-sent-title">{t('resident.sent.received')}</p>
        <p className="r-quiet">{t('resident.sent.number')}</p>
        <p className="r-sent-number zg-figures">{it.number}</p>
        {it.place && <p className="r-quiet">{it.place.label}</p>}
      </section>
      <section className="r-card">
        <h2>{t('resident.sent.next')}</h2>
        <ol className="r-next">
          <li data-now>{nextWords(t, { ...it, due: dueOf(it.clocks) })}</li>
          {clocks.map((clock) => (
            <li key={clock.kind}>
              {t(`resident.promise.${clock.kind}`, { when: format.deadline(clock.deadline ?? now, now) })}
            </li>
          ))}
          <li>{t('resident.sent.confirm')}</li>
        </ol>
        {clocks.some((clock) => !clock.certain) && (
          <p className="r-quiet">{t('resident.promise.uncertain')}</p>
        )}
      </section>
      <Link href={`/app/cases/${it.id}`} replace className="zg-button" data-look="primary" data-wide>
        {t('resident.sent.follow')}
      </Link>
      <Link href="/app/report" replace className="zg-button" data-wide>
        {t('resident.sent.another')}
      </Link>
    </>
  )
}

const Waiting = ({ report }: { report: OutgoingReport }) => {
  const t = useT<'resident' | 'reporting'>()
  const tell = useTell()
  const [sending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    const outcome = await sendReport(report, (problem) => problemText(problem, t))
    setSending(false)
    if (outcome.is !== 'sent') tell(problemText(outcome.problem, t), 'bad')
  }
  return (
    <>
      <section className="r-card r-sent" aria-live="polite">
        <span className="r-sent-mark" data-waiting>
          <Icon name="clock" />
        </span>
        <p className="r-sent-title">{t('resident.sent.kept')}</p>
        <p>{report.refused ?? t('resident.sent.keptText')}</p>
      </section>
      <Button look="primary" data-wide busy={sending} onClick={() => void send()}>
        {t('resident.outbox.sendNow')}
      </Button>
      <Link href="/app" replace className="zg-button" data-wide>
        {t('resident.missing.home')}
      </Link>
    </>
  )
}

export const SentScreen = withReportingWords(Sent)
