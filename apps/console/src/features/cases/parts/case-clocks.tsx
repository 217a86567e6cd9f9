import type { CaseClock, CaseView } from '@zhanggui/contract'
import { ClockRing, Tag, useClockCaption } from '@zhanggui/ui'
import { Tooltip } from 'antd'
import { readClock } from '../../../shared/clock.ts'
import { useNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'

/** The clocks of the present cycle. */
export function CaseClocks({ view }: { view: CaseView }) {
  const say = useSay()
  // Of several runs of a kind the latest; earlier ones are on the timeline.
  const shown = view.clocks.filter(
    (clock, index) =>
      clock.verdict !== 'superseded' &&
      (clock.cycle === view.cycle || clock.verdict === 'running') &&
      !view.clocks.some(
        (other, at) => at > index && other.kind === clock.kind && other.verdict !== 'superseded',
      ),
  )
  if (shown.length + view.findings.length === 0) return null
  return (
    <ul className="case-clocks" aria-label={say('ui.clocks')}>
      {shown.map((clock) => (
        <li key={`${clock.kind}${clock.cycle}.${clock.run}.${clock.turn}`}>
          <OneClock clock={clock} reason={view.pausedFor ? say(`pause.${view.pausedFor}`) : undefined} />
        </li>
      ))}
      {view.findings.length > 0 && (
        <li className="case-findings">
          {view.findings.map((each) => (
            <Tag key={each} tone="soon" icon="alert">
              {say(`finding.${each}`)}
            </Tag>
          ))}
        </li>
      )}
    </ul>
  )
}

function OneClock({ clock, reason }: { clock: CaseClock; reason: string | undefined }) {
  const say = useSay()
  const times = useTimes()
  const caption = useClockCaption()
  const now = useNow(1)
  const label = say(`clock.${clock.kind}`)
  const cancelled = clock.verdict === 'cancelled'
  const reading = readClock(clock, now)
  const words = cancelled ? say('desk.clock.cancelled') : caption(reading.tone, reading.seconds)
  const note =
    reading.tone === 'paused' && reason && !cancelled
      ? reason
      : clock.verdict === 'running' && clock.deadline
        ? times.deadline(clock.deadline)
        : undefined
  const left = clock.budgetSeconds - clock.workedSeconds
  const running = clock.verdict === 'running' && clock.deadline !== null
  const over = clock.verdict === 'breached' && clock.deadline !== null
  const facts: [string, string][] = [
    ...(running && clock.deadline
      ? [
          [
            say('desk.clock.left'),
            say('desk.clock.workedUntil', { span: times.span(left), when: times.deadline(clock.deadline) }),
          ] as [string, string],
        ]
      : []),
    ...(over && clock.deadline
      ? [
          [
            say('desk.clock.overrun'),
            say('desk.clock.overBoth', {
              worked: times.span(Math.max(0, -left)),
              wall: times.span(
                Math.max(
                  0,
                  (Date.parse(clock.stoppedAt ?? new Date(now).toISOString()) - Date.parse(clock.deadline)) /
                    1000,
                ),
              ),
            }),
          ] as [string, string],
        ]
      : []),
    [say('desk.clock.budget'), times.span(clock.budgetSeconds)],
    [say('desk.clock.worked'), times.span(clock.workedSeconds)],
    [say('desk.clock.wall'), times.span(clock.wallSeconds)],
    ...(clock.deadline
      ? [[say('desk.clock.deadline'), times.deadline(clock.deadline)] as [string, string]]
      : []),
    ...(clock.pausedSince
      ? [[say('desk.clock.pausedSince'), times.when(clock.pausedSince)] as [string, string]]
      : []),
    [say('desk.clock.calendar'), clock.calendar],
  ]
  return (
    <Tooltip
      classNames={{ root: 'clock-tip' }}
      title={
        <>
          <dl>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="tabular">{value}</dd>
              </div>
            ))}
          </dl>
          {!clock.certain && <p>{say('desk.clock.uncertain')}</p>}
        </>
      }
    >
      {/* Focusable, so that the keyboard reaches the facts too. */}
      <span className="case-clock" tabIndex={0} role="group" aria-label={label}>
        <ClockRing
          used={reading.used}
          tone={reading.tone}
          label={clock.certain ? label : say('desk.clock.labelUncertain', { label })}
          caption={words}
          note={note}
        />
      </span>
    </Tooltip>
  )
}
