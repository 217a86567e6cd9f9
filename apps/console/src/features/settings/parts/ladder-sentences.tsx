import type { EscalationLevelView } from '@zhanggui/contract'
import { defaultLadder } from '@zhanggui/rules/ladder'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import './ladder.css'

type Level = Omit<EscalationLevelView, 'clocks' | 'to'> & {
  readonly clocks: readonly EscalationLevelView['clocks'][number][]
  readonly to: readonly EscalationLevelView['to'][number][]
}

/** One rung in a sentence: 每项时限到期前 1/4 时间 → 提醒处理人. */
export function useLevelSentence(): (level: Level) => string {
  const say = useSay()
  const times = useTimes()
  return (level) => {
    const amount = Math.abs(level.offset)
    const part = level.unit === 'percent' ? say('desk.ladder.part', { percent: amount }) : times.span(amount)
    const where =
      level.offset === 0
        ? say('desk.ladder.whereAt')
        : say(level.offset < 0 ? 'desk.ladder.whereBefore' : 'desk.ladder.whereAfter', { part })
    const clocks = level.clocks.map((each) => say(`clock.${each}`)).join(say('desk.list.join'))
    return say('desk.ladder.sentence', {
      clocks: clocks === '' ? say('desk.ladder.everyClock') : clocks,
      where,
      whom: level.to.map((each) => say(`escalationTo.${each}`)).join(say('desk.list.join')),
    })
  }
}

/** Who is told when, in order of time; the usual ladder where a rule has none of its own. */
export function LadderSentences({ ladder }: { ladder: readonly Level[] | undefined }) {
  const say = useSay()
  const sentence = useLevelSentence()
  return (
    <div className="ladder">
      {ladder === undefined && <span className="muted small">{say('desk.ladder.usual')}</span>}
      <ol>
        {(ladder ?? defaultLadder).map((level, index) => (
          <li key={index}>{sentence(level)}</li>
        ))}
      </ol>
    </div>
  )
}
