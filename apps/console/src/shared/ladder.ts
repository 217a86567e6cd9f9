import type { EscalationSubject, TimelineItem } from '@zhanggui/contract'
import type { Say } from './say.tsx'
import type { useTimes } from './session.tsx'

type Times = ReturnType<typeof useTimes>

/** Where a level lies, in words: 办结超时, 受理还剩 25% 的时限, 挂起已过恢复时间. */
export function levelWords(subject: EscalationSubject, level: string, say: Say, times: Times): string {
  if (subject === 'pause' || subject === 'alarm') return say.maybe(`desk.ladder.${subject}.${level}`) ?? level
  const clock = say(`clock.${subject}`)
  const match = /^([+-])(\d+)(%|s)$/.exec(level)
  if (!match) return say('desk.ladder.at', { clock })
  const [, sign, amount = '0', unit] = match
  const part =
    unit === '%' ? say('desk.ladder.share', { percent: Number(amount) }) : times.span(Number(amount))
  return say(sign === '-' ? 'desk.ladder.before' : 'desk.ladder.after', { clock, part })
}

/** What was told of, and whom: one line of the timeline. */
export function escalationWords(
  it: NonNullable<TimelineItem['escalation']>,
  say: Say,
  times: Times,
): string[] {
  const levels = it.levels.map((level) => {
    const words = levelWords(level.subject, level.level, say, times)
    return level.coalesced === 0
      ? words
      : `${words} ${say('desk.list.brackets', { text: say('desk.ladder.coalesced', { count: level.coalesced }) })}`
  })
  const names = it.told.map((one) => one.name).join(say('desk.list.join'))
  return [...levels, names === '' ? say('desk.ladder.nobody') : say('desk.ladder.told', { names })]
}
