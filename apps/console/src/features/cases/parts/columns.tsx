import { Link } from '@tanstack/react-router'
import type { CaseItem } from '@zhanggui/contract'
import { ChannelMark, ClockFace, KindTag, StatusTag, Tag, UrgencyTag } from '@zhanggui/ui'
import type { ReactNode } from 'react'
import { readDue } from '../../../shared/clock.ts'
import { useNow } from '../../../shared/now.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'

export const columnNames = [
  'number',
  'text',
  'place',
  'kind',
  'status',
  'due',
  'assignee',
  'tracker',
  'reporter',
  'urgency',
  'channel',
  'receivedAt',
  'changedAt',
  'rating',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What a newcomer sees; the rest can be switched on. */
export const usualColumns: readonly ColumnName[] = [
  'number',
  'text',
  'place',
  'kind',
  'status',
  'due',
  'assignee',
  'receivedAt',
]

export type Times = ReturnType<typeof useTimes>
type Column = {
  width: number
  /** As it stands on the screen. */
  show: (item: CaseItem) => ReactNode
  /** As it goes into a file: whole, without relative times. */
  plain: (item: CaseItem, say: Say) => string
}

/** Every column of the list: how it looks and what of it is exported. */
export const columns: Record<ColumnName, Column> = {
  number: {
    width: 116,
    show: (item) => (
      <Link to="/cases/$id" params={{ id: item.id }} className="tabular">
        {item.number}
      </Link>
    ),
    plain: (item) => item.number,
  },
  text: {
    width: 320,
    show: (item) => (
      <Link to="/cases/$id" params={{ id: item.id }} className="case-cell-words" title={item.text}>
        {item.text}
      </Link>
    ),
    plain: (item) => item.text,
  },
  place: {
    width: 150,
    show: (item) => <span className="case-cell-words">{item.place?.label}</span>,
    plain: (item) => item.place?.label ?? '',
  },
  kind: {
    width: 92,
    show: (item) => <KindTag kind={item.kind} />,
    plain: (item, say) => say(`case.kind.${item.kind}`),
  },
  status: {
    width: 124,
    show: (item) => <Status item={item} />,
    plain: (item, say) => say(`case.status.${item.status}`),
  },
  due: { width: 148, show: (item) => <Due item={item} />, plain: (item) => item.due?.at ?? '' },
  assignee: {
    width: 96,
    show: (item) => item.assignee?.name ?? <Nobody />,
    plain: (item) => item.assignee?.name ?? '',
  },
  tracker: { width: 96, show: (item) => item.tracker?.name, plain: (item) => item.tracker?.name ?? '' },
  reporter: { width: 96, show: (item) => item.reporter, plain: (item) => item.reporter ?? '' },
  urgency: {
    width: 96,
    show: (item) => <UrgencyTag urgency={item.urgency} />,
    plain: (item, say) => say(`urgency.${item.urgency}`),
  },
  channel: {
    width: 96,
    show: (item) => <ChannelMark channel={item.channel} />,
    plain: (item, say) => say(`channel.${item.channel}`),
  },
  receivedAt: {
    width: 128,
    show: (item) => <When at={item.receivedAt} />,
    plain: (item) => item.receivedAt,
  },
  changedAt: { width: 128, show: (item) => <When at={item.changedAt} />, plain: (item) => item.changedAt },
  rating: {
    width: 72,
    show: (item) => item.rating,
    plain: (item) => (item.rating === null ? '' : String(item.rating)),
  },
}

function Nobody() {
  const say = useSay()
  return <span className="case-cell-nobody">{say('desk.case.unassigned')}</span>
}

function Status({ item }: { item: CaseItem }) {
  const say = useSay()
  return (
    <span className="case-cell-status">
      {item.status === 'paused' && item.pausedFor ? (
        <Tag icon="pause">{say(`pause.${item.pausedFor}`)}</Tag>
      ) : (
        <StatusTag status={item.status} />
      )}
      {item.escalatedAt && (
        <Tag tone="danger" icon="up">
          {say('desk.ladder.escalated')}
        </Tag>
      )}
    </span>
  )
}

function When({ at }: { at: string }) {
  const times = useTimes()
  return <span className="muted tabular">{times.when(at)}</span>
}

function Due({ item }: { item: CaseItem }) {
  const say = useSay()
  const times = useTimes()
  const now = useNow(30)
  if (!item.due) {
    return <span className="muted">{item.status === 'paused' ? say('desk.clock.paused') : '–'}</span>
  }
  const reading = readDue(item.due, now)
  return (
    <span className="zg-clock case-cell-due" data-tone={reading.tone} data-size="small">
      <ClockFace used={reading.used} tone={reading.tone} />
      <span className="tabular">
        {reading.tone === 'late'
          ? say('ui.clock.over', { duration: times.span(reading.seconds) })
          : times.deadline(item.due.at)}
      </span>
    </span>
  )
}
