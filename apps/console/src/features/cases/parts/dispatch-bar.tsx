import { useQuery } from '@tanstack/react-query'
import type { CaseView, DispatchAct, DispatchView } from '@zhanggui/contract'
import { Tag } from '@zhanggui/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useNow } from '../../../shared/now.ts'
import { dispatchQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useAct } from '../data.ts'
import { type DialogAct, DispatchDialog } from './dispatch-dialog.tsx'
import { StaleNotice } from './form-parts.tsx'
import './dispatch.css'

const dialogs: Readonly<Partial<Record<DispatchAct, DialogAct>>> = {
  refuse: 'refuse',
  'hand-over': 'hand-over',
  'add-co-handler': 'add-co-handler',
  'return-result': 'return-result',
  dispute: 'dispute',
  rule: 'rule',
}
const order: readonly DispatchAct[] = [
  'hand-over',
  'add-co-handler',
  'return-result',
  'dispute',
  'rule',
  'refuse',
]

/** Who is asked, who hands over to whom, who helps, whose matter it is: told in a line each, and acted on here. */
export function DispatchBar({ view }: { view: CaseView }) {
  const say = useSay()
  const { can } = useSession()
  const query = useQuery({ ...dispatchQuery(view.id), enabled: can('case.accept') })
  const [open, setOpen] = useState<DialogAct>()
  const at = useAct(view, () => undefined)
  const { data } = query
  if (!data) return null
  const may = (act: DispatchAct) => data.acts.includes(act)
  const acts = order.filter(may)
  const facts = <Facts dispatch={data} />
  const takes = async (what: 'offer' | 'hand-over') => {
    const did = await at.run(what, ({ key, expectedVersion }) =>
      what === 'offer'
        ? api.acceptCase({ params: { id: view.id }, body: { expectedVersion }, key })
        : api.answerHandOver({ params: { id: view.id }, body: { answer: 'take', expectedVersion }, key }),
    )
    if (did) toast(say('desk.dispatch.taken'))
  }
  if (acts.length === 0 && !may('take-offer') && !may('answer-hand-over') && !hasFacts(data)) return null
  return (
    <section className="dispatch" aria-label={say('desk.dispatch.label')}>
      {facts}
      <span className="dispatch-acts">
        {may('take-offer') && (
          <Button size="small" type="primary" loading={at.busy} onClick={() => void takes('offer')}>
            {say('desk.dispatch.take-offer')}
          </Button>
        )}
        {may('answer-hand-over') && (
          <>
            <Button size="small" type="primary" loading={at.busy} onClick={() => void takes('hand-over')}>
              {say('desk.dispatch.receive')}
            </Button>
            <Button size="small" onClick={() => setOpen('keep')}>
              {say('desk.dispatch.keep')}
            </Button>
          </>
        )}
        {acts.map((act) => {
          const dialog = dialogs[act]
          return (
            dialog && (
              <Button key={act} size="small" onClick={() => setOpen(dialog)}>
                {say(`desk.dispatch.${dialog}`)}
              </Button>
            )
          )
        })}
      </span>
      {at.stale && <StaleNotice />}
      <ActTrouble error={at.error} />
      {open && <DispatchDialog act={open} view={view} dispatch={data} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

const hasFacts = (it: DispatchView): boolean =>
  it.offer !== null ||
  it.raised !== null ||
  it.handover !== null ||
  it.dispute !== null ||
  it.follower !== null ||
  it.leadTeam !== null ||
  it.coHandlers.length > 0

function Facts({ dispatch: it }: { dispatch: DispatchView }) {
  const say = useSay()
  const times = useTimes()
  const now = new Date(useNow(30)).toISOString()
  const lines: ReactNode[] = []
  const late = (due: string) => due < now
  if (it.raised)
    lines.push(
      <Tag key="raised" tone="danger" icon="alert">
        {say('desk.dispatch.raised', { why: say(`desk.raise.${it.raised.why}`) })}
      </Tag>,
    )
  if (it.offer)
    lines.push(
      <Tag key="offer" tone="soon" icon="clock">
        {say('desk.dispatch.offered', { name: it.offer.to.name, when: times.deadline(it.offer.until) })}
      </Tag>,
    )
  if (it.handover)
    lines.push(
      <span key="handover">
        <Tag tone="soon">
          {say('desk.dispatch.handing', { from: it.handover.from.name, to: it.handover.to.name })}
        </Tag>{' '}
        {it.handover.note}
      </span>,
    )
  if (it.leadTeam)
    lines.push(
      <span key="lead" className="muted">
        {say('desk.dispatch.lead', { team: say(`team.${it.leadTeam}`) })}
      </span>,
    )
  if (it.follower)
    lines.push(
      <span key="follower" className="muted">
        {say('desk.dispatch.follower', { name: it.follower.name })}
      </span>,
    )
  for (const each of it.coHandlers)
    lines.push(
      <span key={`${each.team} ${each.askedAt}`}>
        <Tag tone={each.returnedAt ? 'primary' : late(each.dueAt) ? 'danger' : 'info'}>
          {say('desk.dispatch.helping', { team: say(`team.${each.team}`) })}
        </Tag>{' '}
        {each.returnedAt
          ? say('desk.dispatch.returned', { who: each.returnedBy ?? '', result: each.result ?? '' })
          : say(late(each.dueAt) ? 'desk.dispatch.helpLate' : 'desk.dispatch.helpUntil', {
              asked: each.asked,
              when: times.deadline(each.dueAt),
            })}
      </span>,
    )
  if (it.dispute) {
    const { dispute } = it
    lines.push(
      <span key="dispute">
        <Tag tone={dispute.ruling ? 'primary' : late(dispute.dueAt) ? 'danger' : 'soon'}>
          {say('desk.dispatch.disputed', {
            from: say(`team.${dispute.fromTeam}`),
            to: say(`team.${dispute.proposedTeam}`),
          })}
        </Tag>{' '}
        {dispute.ruling
          ? say(`desk.dispatch.ruled.${dispute.ruling}`, {
              who: dispute.ruledBy ?? '',
              words: dispute.words ?? '',
            })
          : say(late(dispute.dueAt) ? 'desk.dispatch.ruleLate' : 'desk.dispatch.ruleUntil', {
              reason: dispute.reason,
              when: times.deadline(dispute.dueAt),
            })}
      </span>,
    )
  }
  if (lines.length === 0) return null
  return <div className="dispatch-facts">{lines}</div>
}
