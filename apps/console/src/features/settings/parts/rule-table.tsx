import type { CalendarView } from '@zhanggui/contract'
import { clockKinds } from '@zhanggui/contract/words'
import { Fragment } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { requiredClocks } from '../policy.ts'
import type { Rule, Target } from '../policy.ts'
import { LadderSentences } from './ladder-sentences.tsx'

/** Rules in their order, the first match holding, with the calendar that each time is counted by. */
export function RuleTable(props: { rules: readonly Rule[]; calendars: readonly CalendarView[] }) {
  const say = useSay()
  const shown = clockKinds.filter(
    (each) => requiredClocks.includes(each) || props.rules.some((rule) => rule.targets[each] !== undefined),
  )
  return (
    <div className="rules-scroll" tabIndex={0} role="region" aria-label={say('desk.settings.serviceTimes')}>
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{say('desk.column.kind')}</th>
            <th scope="col">{say('desk.column.urgency')}</th>
            {shown.map((each) => (
              <th key={each} scope="col">
                {say(`clock.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rules.map((rule, index) => (
            <Fragment key={index}>
              <tr className="has-ladder">
                <td className="tabular muted">{index + 1}</td>
                <td>
                  {rule.kinds.length === 0
                    ? say('desk.policy.anyKind')
                    : rule.kinds.map((each) => say(`case.kind.${each}`)).join(say('desk.list.join'))}
                </td>
                <td>
                  {rule.urgencies.length === 0
                    ? say('desk.policy.anyUrgency')
                    : rule.urgencies.map((each) => say(`urgency.${each}`)).join(say('desk.list.join'))}
                </td>
                {shown.map((each) => (
                  <td key={each}>
                    <TargetText target={rule.targets[each]} calendars={props.calendars} />
                  </td>
                ))}
              </tr>
              <tr className="ladder-row">
                <td />
                <td colSpan={shown.length + 2}>
                  <details>
                    <summary>{say('desk.ladder.title')}</summary>
                    <LadderSentences ladder={rule.ladder} />
                  </details>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A time and what it is counted by: 4 小时 · 全天候. */
export function TargetText(props: { target: Target | undefined; calendars: readonly CalendarView[] }) {
  const say = useSay()
  const times = useTimes()
  const { target } = props
  if (!target) return <span className="muted">{say('desk.policy.noTarget')}</span>
  const calendar = props.calendars.find((each) => each.id === target.calendarId)
  return (
    <span className="target">
      <b className="tabular">{times.span(target.seconds)}</b>
      <span className="muted small">{calendar?.name ?? say('desk.policy.otherCalendar')}</span>
    </span>
  )
}
