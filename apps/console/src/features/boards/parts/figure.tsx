import type { BoardMetric, Ratio } from '@zhanggui/contract'
import { HowComputed } from '@zhanggui/ui'
import { useSay } from '../../../shared/say.tsx'
import { percentOf } from '../percent.ts'

/** A figure that opens: its share, then formula, denominator and both kinds of case behind it. */
export function Figure(props: {
  metric: BoardMetric
  ratio: Ratio | undefined
  onOpen?: (part: 'counted' | 'missed') => void
  large?: boolean
}) {
  const say = useSay()
  const { metric, onOpen } = props
  const ratio = props.ratio ?? { counted: 0, due: 0 }
  const percent = percentOf(ratio)
  if (percent === undefined) {
    return (
      <span className="muted" title={say('board.noneDue')}>
        {say('board.none')}
        <span className="zg-unseen">{say('board.noneDue')}</span>
      </span>
    )
  }
  const link = (part: 'counted' | 'missed', count: number) =>
    onOpen && count > 0 ? (
      <button type="button" className="zg-link" onClick={() => onOpen(part)}>
        {say('board.cases', { count })}
      </button>
    ) : (
      count
    )
  const note =
    metric === 'satisfaction'
      ? say('board.note.satisfaction')
      : metric === 'resolution'
        ? say('board.note.silence')
        : undefined
  return (
    <HowComputed
      label={say(`board.metric.${metric}`)}
      formula={say(`board.formula.${metric}`)}
      terms={[
        { label: say(`board.term.${metric}.counted`), value: link('counted', ratio.counted) },
        { label: say(`board.term.${metric}.due`), value: ratio.due, part: 'denominator' },
        { label: say(`board.term.${metric}.missed`), value: link('missed', ratio.due - ratio.counted) },
        { label: say('board.term.excluded'), value: say('board.term.excludedText'), part: 'excluded' },
      ]}
      {...(note === undefined ? {} : { basis: note })}
    >
      <span className={props.large ? 'board-percent large' : 'board-percent'}>
        {say('board.perCent', { value: percent })}
      </span>{' '}
      <span className="board-of muted">
        {say('board.ofDue', { counted: String(ratio.counted), due: String(ratio.due) })}
      </span>
    </HowComputed>
  )
}
