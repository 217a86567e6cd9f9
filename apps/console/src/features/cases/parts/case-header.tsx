import { ArrowLeftOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '@zhanggui/contract'
import { ChannelMark, KindTag, StatusTag, Tag, UrgencyTag } from '@zhanggui/ui'
import { Button, Rate } from 'antd'
import { levelWords } from '../../../shared/ladder.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { PromiseBar } from './promise-bar.tsx'

/** What it is, where, since when, with whom, and how long is left. */
export function CaseHeader({ view, onBack }: { view: CaseView; onBack?: (() => void) | undefined }) {
  const say = useSay()
  const times = useTimes()
  return (
    <header className="case-header">
      <div className="case-line">
        {onBack && (
          <Button
            type="text"
            size="small"
            icon={<ArrowLeftOutlined />}
            aria-label={say('desk.case.back')}
            onClick={onBack}
          />
        )}
        <span className="tabular">{say('desk.case.number', { number: view.number })}</span>
        <ChannelMark channel={view.channel} />
        <span>{times.when(view.receivedAt)}</span>
        <span>
          {say('desk.case.tracker')} <b>{view.tracker?.name ?? say('desk.case.noTracker')}</b>
        </span>
      </div>
      <h1 className="case-title" title={view.text}>
        {view.text}
      </h1>
      <div className="case-tags">
        <StatusTag status={view.status} />
        <KindTag kind={view.kind} />
        {view.urgency !== 'normal' && <UrgencyTag urgency={view.urgency} />}
        <CasePlace view={view} />
        <Tag tone={view.assignee ? 'primary' : 'soon'} quiet>
          {view.assignee
            ? say('desk.case.assignee', { name: view.assignee.name })
            : say('desk.case.unassigned')}
        </Tag>
        {view.escalatedAt && (
          <Tag tone="danger" icon="up">
            {say('desk.ladder.escalated')}
          </Tag>
        )}
        {view.cycle > 1 && <Tag tone="soon">{say('desk.case.cycle', { number: view.cycle })}</Tag>}
        {view.rating !== null && (
          <span className="case-rating" aria-label={say('desk.case.rating', { rating: view.rating })}>
            <Rate disabled value={view.rating} />
          </span>
        )}
      </div>
      <CaseClocks view={view} />
      <CaseSituation view={view} />
      <PromiseBar view={view} />
    </header>
  )
}

function CasePlace({ view }: { view: CaseView }) {
  const say = useSay()
  const { can } = useSession()
  if (!view.place) return <Tag quiet>{say('desk.case.noPlace')}</Tag>
  if (view.place.kind !== 'home' || !can('people.read')) return <Tag quiet>{view.place.label}</Tag>
  return (
    <Link className="case-place" to="/homes/$id" params={{ id: view.place.id }}>
      <Tag quiet>{view.place.label}</Tag>
    </Link>
  )
}

/** What the state means in time: until when it waits, when silence closes it, how it was closed. */
function CaseSituation({ view }: { view: CaseView }) {
  const say = useSay()
  const times = useTimes()
  const lines: string[] = []
  if (view.status === 'paused' && view.pausedFor) {
    const reason = say(`pause.${view.pausedFor}`)
    lines.push(
      view.resumeAt
        ? say('desk.case.pausedUntil', { reason, when: times.deadline(view.resumeAt) })
        : say('desk.case.pausedFor', { reason }),
    )
  }
  if (view.status === 'resolved' && view.closesAt) {
    lines.push(say('desk.case.closesAt', { when: times.deadline(view.closesAt) }))
  }
  if (view.status === 'closed' && view.closureBasis) {
    lines.push(say('desk.case.closedBy', { basis: say(`closure.${view.closureBasis}`) }))
    if (view.reopenUntil) lines.push(say('desk.case.reopenUntil', { when: times.deadline(view.reopenUntil) }))
  }
  if (view.alarm === 'raised') lines.push(say('desk.ladder.alarmWaits'))
  const next = view.nextEscalation
  if (next) {
    lines.push(
      say('desk.ladder.next', {
        when: times.deadline(next.at),
        names: next.told.map((one) => one.name).join(say('desk.list.join')) || say('desk.ladder.nobody'),
        level: levelWords(next.subject, next.level, say, times),
      }),
    )
  }
  if (lines.length === 0) return null
  return <p className="case-situation">{lines.join(say('desk.list.stop'))}</p>
}
