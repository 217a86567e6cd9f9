import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CloseOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import type { CalendarView, CaseKind, ClockKind, Urgency } from '@zhanggui/contract'
import { caseKinds, clockKinds, urgencies } from '@zhanggui/contract/words'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { requiredClocks, withTarget } from '../policy.ts'
import type { Rule, Target } from '../policy.ts'
import { LadderField } from './ladder-field.tsx'

type RuleRowProps = {
  rule: Rule
  number: number
  last: boolean
  /** Rules above take everything that this one matches. */
  idle: boolean
  calendars: readonly CalendarView[]
  onChange: (rule: Rule) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One rule under edit: what it matches, the three times every case has, and those of the other clocks. */
export function RuleRow({ rule, number, last, idle, calendars, onChange, onMove, onRemove }: RuleRowProps) {
  const say = useSay()
  const timed = clockKinds.flatMap((clock: ClockKind) => {
    const target = rule.targets[clock]
    return target ? [[clock, target] as const] : []
  })
  const unnamed = clockKinds.filter((clock) => rule.targets[clock] === undefined)
  const named = (part: string) => say('desk.policy.ofRule', { number, part })
  return (
    <li className="rule-row" data-idle={idle || undefined}>
      <span className="rule-number tabular">{number}</span>
      <div className="rule-match">
        <Select<CaseKind[]>
          mode="multiple"
          aria-label={named(say('desk.column.kind'))}
          placeholder={say('desk.policy.anyKind')}
          value={[...rule.kinds]}
          options={caseKinds.map((each) => ({ value: each, label: say(`case.kind.${each}`) }))}
          onChange={(kinds) => onChange({ ...rule, kinds })}
        />
        <Select<Urgency[]>
          mode="multiple"
          aria-label={named(say('desk.column.urgency'))}
          placeholder={say('desk.policy.anyUrgency')}
          value={[...rule.urgencies]}
          options={urgencies.map((each) => ({ value: each, label: say(`urgency.${each}`) }))}
          onChange={(chosen) => onChange({ ...rule, urgencies: chosen })}
        />
        {idle && <span className="form-warn">{say('desk.policy.idle')}</span>}
      </div>
      <div className="rule-targets">
        {timed.map(([clock, target]) => (
          <TargetField
            key={clock}
            label={say(`clock.${clock}`)}
            target={target}
            calendars={calendars}
            onChange={(next) => onChange(withTarget(rule, clock, next))}
            onRemove={
              requiredClocks.includes(clock) ? undefined : () => onChange(withTarget(rule, clock, undefined))
            }
          />
        ))}
        {unnamed.length > 0 && (
          <div className="target-more">
            {unnamed.map((clock) => (
              <Button
                key={clock}
                size="small"
                type="dashed"
                icon={<PlusOutlined />}
                onClick={() => onChange(withTarget(rule, clock, rule.targets.first_response))}
              >
                {say('desk.policy.addClock', { label: say(`clock.${clock}`) })}
              </Button>
            ))}
          </div>
        )}
      </div>
      <span className="rule-acts">
        <Button
          type="text"
          size="small"
          icon={<ArrowUpOutlined />}
          disabled={number === 1}
          aria-label={say('desk.policy.up', { number })}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          size="small"
          icon={<ArrowDownOutlined />}
          disabled={last}
          aria-label={say('desk.policy.down', { number })}
          onClick={() => onMove(1)}
        />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={say('desk.policy.remove', { number })}
          onClick={onRemove}
        />
      </span>
      <LadderField
        ladder={rule.ladder}
        number={number}
        onChange={(ladder) => onChange(withLadder(rule, ladder))}
      />
    </li>
  )
}

/** A rule without the word follows the usual ladder. */
function withLadder(rule: Rule, ladder: Rule['ladder']): Rule {
  const { ladder: _, ...rest } = rule
  return ladder === undefined ? rest : { ...rest, ladder }
}

const units = { minutes: 60, hours: 3600 } as const
type Unit = keyof typeof units

function TargetField(props: {
  label: string
  target: Target
  calendars: readonly CalendarView[]
  onChange: (target: Target) => void
  onRemove: (() => void) | undefined
}) {
  const say = useSay()
  const { target, label, onChange } = props
  // The unit stays as chosen while one types: 60 minutes must not turn into 1 hour under the fingers.
  const [unit, setUnit] = useState<Unit>(target.seconds % 3600 === 0 ? 'hours' : 'minutes')
  return (
    <div className="target-field">
      <span className="target-label">
        <span className="muted small">{label}</span>
        {props.onRemove && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={say('desk.policy.removeClock', { label })}
            onClick={props.onRemove}
          />
        )}
      </span>
      <span className="target-inputs">
        <InputNumber
          aria-label={label}
          min={unit === 'minutes' ? 1 : 0.5}
          max={31_536_000 / units[unit]}
          value={target.seconds / units[unit]}
          onChange={(value) => {
            if (value !== null)
              onChange({ ...target, seconds: Math.max(60, Math.round(value * units[unit])) })
          }}
        />
        <Select<Unit>
          aria-label={say('desk.unit.label', { label })}
          value={unit}
          options={(['minutes', 'hours'] as const).map((each) => ({
            value: each,
            label: say(`desk.unit.${each}`),
          }))}
          onChange={setUnit}
        />
      </span>
      <Select<string>
        aria-label={say('desk.policy.calendarOf', { label })}
        value={target.calendarId}
        options={props.calendars.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(calendarId) => onChange({ ...target, calendarId })}
      />
    </div>
  )
}
