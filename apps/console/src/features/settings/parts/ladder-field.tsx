import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { ClockKind, EscalationLevelView, EscalationTarget } from '@zhanggui/contract'
import { clockKinds, escalationTargets } from '@zhanggui/contract/words'
import { defaultLadder, problemsOf } from '@zhanggui/rules/ladder'
import { Button, InputNumber, Select } from 'antd'
import { useSay } from '../../../shared/say.tsx'
import { LadderSentences } from './ladder-sentences.tsx'

type Level = EscalationLevelView
type LadderFieldProps = {
  ladder: readonly Level[] | undefined
  /** Of which rule, for names that a screen reader tells apart. */
  number: number
  onChange: (ladder: Level[] | undefined) => void
}

/** The ladder of one rule under edit: the usual one, or levels of its own. */
export function LadderField({ ladder, number, onChange }: LadderFieldProps) {
  const say = useSay()
  if (ladder === undefined) {
    return (
      <details className="ladder-field">
        <summary>
          {say('desk.ladder.title')} · <span className="muted">{say('desk.ladder.usual')}</span>
        </summary>
        <LadderSentences ladder={undefined} />
        <Button
          size="small"
          onClick={() =>
            onChange(
              defaultLadder.map((level) => ({ ...level, clocks: [...level.clocks], to: [...level.to] })),
            )
          }
        >
          {say('desk.ladder.own')}
        </Button>
      </details>
    )
  }
  const problems = problemsOf(ladder, clockKinds)
  const whole = problems.find((it) => it.level === undefined)
  const set = (index: number, level: Level) =>
    onChange(ladder.map((each, at) => (at === index ? level : each)))
  return (
    <section
      className="ladder-field"
      aria-label={say('desk.policy.ofRule', { number, part: say('desk.ladder.title') })}
    >
      <b>{say('desk.ladder.title')}</b>
      <ol className="ladder-levels">
        {ladder.map((level, index) => (
          <LevelRow
            key={index}
            level={level}
            number={index + 1}
            problem={problems.find((it) => it.level === index)?.problem}
            onChange={(next) => set(index, next)}
            onRemove={() => onChange(ladder.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      {whole && (
        <p className="form-warn" role="alert">
          {say(`desk.ladder.problem.${whole.problem}`)}
        </p>
      )}
      <span className="choice-line">
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={ladder.length >= 12}
          onClick={() => onChange([...ladder, { clocks: [], offset: 50, unit: 'percent', to: ['manager'] }])}
        >
          {say('desk.ladder.add')}
        </Button>
        <Button size="small" onClick={() => onChange(undefined)}>
          {say('desk.ladder.useUsual')}
        </Button>
      </span>
    </section>
  )
}

type Side = 'before' | 'at' | 'after'
const sideOf = (offset: number): Side => (offset === 0 ? 'at' : offset < 0 ? 'before' : 'after')

function LevelRow(props: {
  level: Level
  number: number
  problem: 'level-twice' | 'nobody-told' | 'never-late' | undefined
  onChange: (level: Level) => void
  onRemove: () => void
}) {
  const say = useSay()
  const { level, number, onChange } = props
  const named = (part: string) => say('desk.ladder.ofLevel', { number, part })
  const side = sideOf(level.offset)
  // Minutes are what people think in; the policy keeps seconds.
  const size = level.unit === 'percent' ? 1 : 60
  const amount = Math.abs(level.offset) / size
  const place = (at: Side, much: number, unit: Level['unit']) => {
    const offset =
      at === 'at' ? 0 : Math.round(much * (unit === 'percent' ? 1 : 60)) * (at === 'before' ? -1 : 1)
    onChange({ ...level, unit, offset })
  }
  return (
    <li className="ladder-level">
      <Select<ClockKind[]>
        mode="multiple"
        aria-label={named(say('desk.ladder.clocks'))}
        placeholder={say('desk.ladder.everyClock')}
        value={[...level.clocks]}
        options={clockKinds.map((each) => ({ value: each, label: say(`clock.${each}`) }))}
        onChange={(clocks) => onChange({ ...level, clocks })}
      />
      <Select<Side>
        aria-label={named(say('desk.ladder.side'))}
        value={side}
        options={(['before', 'at', 'after'] as const).map((each) => ({
          value: each,
          label: say(`desk.ladder.side.${each}`),
        }))}
        onChange={(at) => place(at, amount === 0 ? (level.unit === 'percent' ? 25 : 30) : amount, level.unit)}
      />
      {side === 'at' ? (
        <span className="ladder-gap" />
      ) : (
        <span className="ladder-amount">
          <InputNumber
            aria-label={named(say('desk.ladder.amount'))}
            min={1}
            max={side === 'before' && level.unit === 'percent' ? 99 : 43_200}
            precision={0}
            value={amount}
            onChange={(value) => place(side, value ?? 1, level.unit)}
          />
          <Select<Level['unit']>
            aria-label={named(say('desk.ladder.unit'))}
            value={level.unit}
            options={(['percent', 'seconds'] as const).map((each) => ({
              value: each,
              label: say(`desk.ladder.unit.${each}`),
            }))}
            onChange={(unit) => place(side, amount, unit)}
          />
        </span>
      )}
      <Select<EscalationTarget[]>
        mode="multiple"
        aria-label={named(say('desk.ladder.whom'))}
        placeholder={say('desk.ladder.whom')}
        status={level.to.length === 0 ? 'error' : ''}
        value={[...level.to]}
        options={escalationTargets.map((each) => ({ value: each, label: say(`escalationTo.${each}`) }))}
        onChange={(to) => onChange({ ...level, to })}
      />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={say('desk.ladder.remove', { number })}
        onClick={props.onRemove}
      />
      {props.problem && <span className="form-warn">{say(`desk.ladder.problem.${props.problem}`)}</span>}
    </li>
  )
}
