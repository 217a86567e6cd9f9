import type { CaseItem } from '@zhanggui/contract'
import { ClockRing, KindTag, StatusTag, Tag, useClockCaption } from '@zhanggui/ui'
import { memo, type Ref } from 'react'
import { readDue } from '../../../shared/clock.ts'
import { useNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'

type QueueRowProps = {
  item: CaseItem
  open: boolean
  gone: boolean
  onOpen: (id: string) => void
  rowRef?: Ref<HTMLLIElement>
}

/** One case in the queue: its next deadline, what it is about, where, and with whom. */
export const QueueRow = memo(function QueueRow({ item, open, gone, onOpen, rowRef }: QueueRowProps) {
  const say = useSay()
  const times = useTimes()
  return (
    <li ref={rowRef} className="queue-row" data-open={open || undefined} data-gone={gone || undefined}>
      <button type="button" aria-current={open ? 'true' : undefined} onClick={() => onOpen(item.id)}>
        <DueRing item={item} />
        <span className="queue-words">
          <span className="queue-head">
            <span className="queue-title">{item.text}</span>
            {item.urgency !== 'normal' && (
              <Tag
                tone={item.urgency === 'danger' ? 'danger' : 'soon'}
                icon={item.urgency === 'danger' ? 'alert' : 'bolt'}
              >
                {say(`urgency.${item.urgency}`)}
              </Tag>
            )}
          </span>
          <span className="queue-place">
            {[item.place?.label, item.reporter].filter(Boolean).join(' · ') || say('desk.case.noPlace')}
          </span>
          <span className="queue-foot">
            <KindTag kind={item.kind} />
            {item.status === 'open' ? null : item.pausedFor ? (
              <Tag icon="pause">{say(`pause.${item.pausedFor}`)}</Tag>
            ) : (
              <StatusTag status={item.status} />
            )}
            {item.escalatedAt && (
              <Tag tone="danger" icon="up">
                {say('desk.ladder.escalated')}
              </Tag>
            )}
            {item.recontacts > 0 && (
              <Tag tone="danger" icon="alert">
                {say('desk.queue.urged', { count: item.recontacts })}
              </Tag>
            )}
            {item.cycle > 1 && <Tag tone="soon">{say('desk.case.cycle', { number: item.cycle })}</Tag>}
            {gone && <Tag>{say('desk.queue.left')}</Tag>}
            <span className="queue-who">{item.assignee?.name ?? times.when(item.receivedAt)}</span>
          </span>
        </span>
      </button>
    </li>
  )
})

const hour = 3600
const day = 24 * hour

/** Whole hours from an hour on, whole days from a day on. */
function rough(seconds: number): number {
  if (seconds < hour) return seconds
  return seconds - (seconds % (seconds < day ? hour : day))
}

function DueRing({ item }: { item: CaseItem }) {
  const say = useSay()
  const times = useTimes()
  const caption = useClockCaption()
  const now = useNow(15)
  if (!item.due) {
    const tone = item.status === 'paused' ? 'paused' : 'met'
    return (
      <ClockRing
        used={tone === 'paused' ? 0 : 1}
        tone={tone}
        words="under"
        label={say(`case.status.${item.status}`)}
        caption={say(
          item.status === 'paused'
            ? 'desk.clock.paused'
            : item.status === 'resolved'
              ? 'desk.clock.resolved'
              : 'desk.clock.none',
        )}
      />
    )
  }
  const reading = readDue(item.due, now)
  const label = say(`clock.${item.due.kind}`)
  // Beyond an hour the time on the wall says more than a span, and a long overrun is told in whole hours or days.
  const words =
    reading.tone !== 'late' && reading.seconds >= hour
      ? times.deadline(item.due.at)
      : caption(reading.tone, rough(reading.seconds))
  return <ClockRing used={reading.used} tone={reading.tone} words="under" label={label} caption={words} />
}
