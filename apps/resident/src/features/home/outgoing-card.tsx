import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Icon, useFormat, useT } from '@zhanggui/ui'
import { useLocation } from 'wouter'
import { useServerNow } from '../../data/now.ts'
import { problemText } from '../../data/problem.ts'
import { useTell } from '../../kit/tell.tsx'
import { draftFrom } from '../../outbox/draft.ts'
import { dropReport, type OutgoingReport } from '../../outbox/outbox.ts'
import { sendReport } from '../../outbox/send-reports.ts'

/** A report that has not reached the server: kept here, sent by itself, or to be changed when it was refused. */
export const OutgoingCard = ({ report }: { report: OutgoingReport }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const format = useFormat()
  const now = useServerNow()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [sending, setSending] = useState(false)

  const send = async () => {
    setSending(true)
    const outcome = await sendReport(report, (problem) => problemText(problem, t))
    setSending(false)
    if (outcome.is === 'sent') {
      tell(t('resident.outbox.sentNow'))
      await client.invalidateQueries({ queryKey: ['cases'] })
    } else tell(problemText(outcome.problem, t), 'bad')
  }
  const change = () => {
    draftFrom(report)
    dropReport(report.id)
    navigate('/app/report')
  }
  return (
    <section className="r-card r-outgoing">
      <p className="r-outgoing-state">
        <Icon name={report.refused ? 'alert' : 'clock'} />
        <strong>{report.refused ? t('resident.outbox.refused') : t('resident.outbox.waiting')}</strong>
      </p>
      <p className="r-case-text">{report.text}</p>
      <p className="r-quiet">
        {report.refused ?? t('resident.outbox.kept', { when: format.when(report.at, now) })}
      </p>
      {report.refused ? (
        <Button look="primary" onClick={change}>
          {t('resident.outbox.change')}
        </Button>
      ) : (
        <Button icon="refresh" busy={sending} onClick={() => void send()}>
          {t('resident.outbox.sendNow')}
        </Button>
      )}
    </section>
  )
}
