import type { CaseView, TimelineItem as Fact } from '@zhanggui/contract'
import {
  type PauseReason,
  callBackOutcomes,
  closingCodes,
  pauseReasons,
  qualityReasons,
  speedReasons,
} from '@zhanggui/contract/words'
import { CaseTimeline, Tag, type TimelineItem } from '@zhanggui/ui'
import { useMemo } from 'react'
import { photoUrl } from '../../../shared/api.ts'
import { escalationWords } from '../../../shared/ladder.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { ReviewActs } from './review-acts.tsx'

type Times = ReturnType<typeof useTimes>

const naming: ReadonlySet<string> = new Set(['assigned', 'offered', 'handed', 'followed', 'ruled'])

/** What an event says beyond its name and its words. */
function detailOf(fact: Fact, say: Say, times: Times): string[] {
  const parts: string[] = []
  if (naming.has(fact.kind) && fact.assignee)
    parts.push(
      say(fact.kind === 'assigned' ? 'desk.event.to' : 'desk.event.for', { name: fact.assignee.name }),
    )
  if (fact.kind === 'paused') {
    const reason: PauseReason | undefined = pauseReasons.find((each) => each === fact.reason)
    if (reason) parts.push(say(`pause.${reason}`))
    if (fact.resumeAt) parts.push(say('desk.event.until', { when: times.deadline(fact.resumeAt) }))
  } else if (fact.kind === 'closed' || fact.kind === 'confirmed') {
    const basis = fact.reason === null ? undefined : say.maybe(`closure.${fact.reason}`)
    if (basis) parts.push(basis)
  } else if (fact.kind === 'resolved' && fact.reason) {
    parts.push(say('desk.event.noPhoto', { reason: fact.reason }))
  }
  if (fact.visit) {
    const { from, to, byResident } = fact.visit
    parts.push(say('desk.event.visit', { from: times.deadline(from), to: times.deadline(to) }))
    if (byResident) parts.push(say('desk.event.byResident'))
  }
  const called = callBackOutcomes.find((each) => fact.kind === 'called-back' && each === fact.outcome)
  if (called) parts.push(say(`callBack.${called}`))
  const ended = closingCodes.find((each) => fact.kind === 'resolved' && each === fact.outcome)
  if (ended && ended !== 'solved') parts.push(say(`closingCode.${ended}`))
  if (fact.changed) {
    const { kind, urgency, place } = fact.changed
    const what = [kind && say(`case.kind.${kind}`), urgency && say(`urgency.${urgency}`), place]
    parts.push(say('desk.event.changedTo', { what: what.filter(Boolean).join(say('desk.list.join')) }))
  }
  if (fact.alarmSeconds !== null)
    parts.push(say('desk.ladder.alarmAnswered', { span: times.span(fact.alarmSeconds) }))
  if (fact.escalation) parts.push(...escalationWords(fact.escalation, say, times))
  if (fact.review && fact.review.act !== 'asked') {
    parts.push(say(fact.review.act === 'agreed' ? 'desk.guard.agreed' : 'desk.guard.returned'))
  }
  if (fact.promise) {
    parts.push(
      say(`desk.promise.act.${fact.promise.act}`, {
        who: fact.promise.who ?? '',
        what: fact.promise.what ?? '',
        when: fact.promise.by === null ? '' : times.deadline(fact.promise.by),
      }),
    )
  }
  if (fact.kind === 'raised' && fact.reason) parts.push(say.maybe(`desk.raise.${fact.reason}`) ?? '')
  if (fact.kind === 'ruled' && fact.reason) parts.push(say.maybe(`desk.dispatch.ruling.${fact.reason}`) ?? '')
  if (fact.kind === 'lapsed' && fact.assignee) parts.push(fact.assignee.name)
  if (fact.rating !== null) parts.push(say('desk.event.rating', { rating: fact.rating }))
  if (fact.reasons.length > 0) {
    const reasons = [
      ...qualityReasons.filter((each) => fact.reasons.includes(each)).map((each) => say(`quality.${each}`)),
      ...speedReasons.filter((each) => fact.reasons.includes(each)).map((each) => say(`speed.${each}`)),
    ]
    parts.push(reasons.join(say('desk.list.join')))
  }
  return parts
}

/** Everything of the case, oldest first; what came since `seenSeq` is marked as new. */
export function Timeline({ view, seenSeq }: { view: CaseView; seenSeq: number }) {
  const say = useSay()
  const times = useTimes()
  const items = useMemo(
    () =>
      view.timeline.map((fact): TimelineItem => {
        const own = detailOf(fact, say, times)
        const detail = fact.from === null ? own : [say('desk.ties.from', { number: fact.from }), ...own]
        const fresh = fact.from === null && fact.seq > seenSeq
        return {
          id: fact.id,
          at: fact.at,
          actor: fact.actor,
          kind: fact.kind,
          channel: fact.channel,
          text: fact.text ?? (fact.kind === 'rejected' ? fact.reason : null),
          photos: fact.photos.map((id, index) => ({
            id,
            thumb: photoUrl(id, 'thumb'),
            full: photoUrl(id, 'full'),
            name: say('desk.photo.number', { number: index + 1 }),
          })),
          internal: fact.internal,
          delivery: fact.delivery,
          ...(detail.length > 0 || fresh || fact.review?.act === 'asked'
            ? {
                detail: (
                  <>
                    {detail.join(say('desk.list.dot'))}
                    {fact.review?.act === 'asked' && <ReviewActs view={view} fact={fact} />}
                    {fresh && <Tag tone="info">{say('desk.event.fresh')}</Tag>}
                  </>
                ),
              }
            : {}),
        }
      }),
    [view, seenSeq, say, times],
  )
  return <CaseTimeline items={items} />
}
