import type { CalendarView } from '@zhanggui/contract'
import { useSay } from '../../../shared/say.tsx'
import type { PolicyChange } from '../policy.ts'
import { TargetText } from './rule-table.tsx'

/** What a new version changes, for every kind and urgency; what stays is not listed. */
export function PolicyPreview(props: {
  changes: readonly PolicyChange[]
  calendars: readonly CalendarView[]
}) {
  const say = useSay()
  if (props.changes.length === 0) return <p>{say('desk.policy.noTimes')}</p>
  return (
    <div
      className="rules-scroll policy-changes"
      tabIndex={0}
      role="region"
      aria-label={say('desk.policy.preview')}
    >
      <table className="rules">
        <thead>
          <tr>
            <th scope="col">{say('desk.policy.case')}</th>
            <th scope="col">{say('ui.clocks')}</th>
            <th scope="col">{say('desk.policy.before')}</th>
            <th scope="col">{say('desk.policy.after')}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map((each) => (
            <tr key={`${each.kind}${each.urgency}${each.clock}`}>
              <td>
                {say(`case.kind.${each.kind}`)} · {say(`urgency.${each.urgency}`)}
              </td>
              <td>{say(`clock.${each.clock}`)}</td>
              <td className="policy-old">
                <TargetText target={each.before} calendars={props.calendars} />
              </td>
              <td data-longer={(each.after?.seconds ?? 0) > (each.before?.seconds ?? 0) || undefined}>
                <TargetText target={each.after} calendars={props.calendars} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
