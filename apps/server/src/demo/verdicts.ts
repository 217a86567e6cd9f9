import type { Act, DemoCase, Deed, Doer } from './act.ts'
import type { Chance } from './chance.ts'
import { joined, livesIn, reporterOf, staffOf } from './lives.ts'
import type { DemoCrew, DemoStaff } from './staff.ts'
import { luck } from './story.ts'
import { after, crewPresence, day, deskPresence, hour, waking } from './time.ts'

/**
 * Where the resident stays silent somebody else than the worker calls back, since that was promised; who is not content
 * with the end appeals to the committee. Silence then decides nothing any more where a call has.
 */
export function withVerdicts(acts: readonly Act[], crew: DemoCrew, since: number, now: number): Act[] {
  const gone = new Set<Act>()
  const added = livesIn(acts).flatMap(([one, its]) => [
    ...callBacks(one, its, crew, since, gone),
    ...appeal(one, its, crew, now),
  ])
  return joined(
    acts.filter((it) => !gone.has(it)),
    [...added, ...freshAppeals(acts, now)],
  )
}

const saidSolved = ['已经好了，谢谢。', '用着没问题。', '修好了，师傅很客气。', '好了，麻烦你们了。']
const saidUnsolved = ['还是老样子，没弄好。', '好了半天又坏了，再来看看吧。', '只弄了一半，剩下的没人管。']

function callBacks(one: DemoCase, its: readonly Act[], crew: DemoCrew, since: number, gone: Set<Act>): Act[] {
  const chance = luck(`call/${one.id}`)
  const done = its.findLast((it) => it.deed.do === 'resolve')
  const hand = staffOf(done)
  if (!done || !hand || done.at < since || one.reporter === null || !chance.yes(0.6)) return []
  const rest = its.slice(its.indexOf(done) + 1)
  const silence = rest.find((it) => it.deed.do === 'wake')
  // Anything else than silence, or more after it, is a story of its own.
  if (rest.length > 1 || (rest.length === 1 && !silence)) return []
  const caller = chance.pick(crew.all.filter((it) => it.role === 'agent' && it !== hand && !worked(its, it)))
  const call = (at: number, outcome: 'solved' | 'unsolved' | 'unreached', text: string): Act => ({
    at,
    by: { staff: caller },
    of: one,
    deed: { do: 'call-back', outcome, text },
  })
  const first = after(deskPresence, done.at, chance.around(9 * hour, 0.3))
  if (silence && first >= silence.at) return []
  const missed = chance.yes(0.3) ? [call(first, 'unreached', '')] : []
  const second = missed.length === 0 ? first : after(deskPresence, first + day, chance.around(hour, 0.4))
  // Those of the last days still wait for their call.
  if (!silence || second >= silence.at || chance.yes(0.15)) return missed
  gone.add(silence)
  if (!chance.yes(0.12)) return [...missed, call(second, 'solved', chance.pick(saidSolved))]
  const again = after(crewPresence, second, chance.around(5 * hour, 0.5))
  const verdict = after(deskPresence, again, chance.around(9 * hour, 0.3))
  const reason = one.kind === 'repair' ? '住户不便拍照' : undefined
  return [
    ...missed,
    call(second, 'unsolved', chance.pick(saidUnsolved)),
    {
      at: again,
      by: { staff: hand },
      of: one,
      deed: { do: 'resolve', text: '按回访说的又处理了一遍，当场试过。', photos: [], noPhotoReason: reason },
    },
    call(verdict, 'solved', chance.pick(saidSolved)),
  ]
}

const worked = (its: readonly Act[], who: DemoStaff): boolean =>
  its.some(
    (it) =>
      (it.deed.do === 'assign' && it.deed.to === who) ||
      (it.deed.do === 'accept' && staffOf(it) === who && !its.some((other) => other.deed.do === 'assign')),
  )

const grounds = [
  '修了三次还是原样，你们自己说办结了，我不认可。',
  '只是口头答应，实际没有处理就关了。',
  '处理的不是我反映的那件事，请评评理。',
]

/** Who was not content with the end, within the month; the committee's supervisor rules on it two days later. */
function appeal(one: DemoCase, its: readonly Act[], crew: DemoCrew, now: number): Act[] {
  const chance = luck(`appeal/${one.id}`)
  const resident = reporterOf(its)
  const end = endOf(its)
  const rated = its.findLast((it) => it.deed.do === 'rate')
  const rating = rated?.deed.do === 'rate' ? rated.deed.rating : 5
  if (!resident || end === undefined || rating > 2 || !chance.yes(0.4)) return []
  const at = after(waking, Math.max(end, its.at(-1)?.at ?? 0), chance.between(4, 40) * hour)
  const ruled = after(waking, at, chance.between(16, 30) * hour)
  // Those of the last days are told by themselves.
  if (now - at < 6 * day || at - end > 20 * day) return []
  const judge: Doer = { staff: crew.called('demo-committee') }
  const lodged = lodge(one, { resident }, at, chance)
  const rule = (ruling: 'upheld' | 'rejected', reason: string): Act => ({
    at: ruled,
    by: judge,
    of: one,
    deed: { do: 'rule', ruling, reason },
  })
  const hand = staffOf(its.findLast((it) => it.deed.do === 'resolve'))
  if (!hand || chance.yes(0.6)) {
    return [lodged, rule('rejected', '看过记录和现场照片，处理符合约定，问题没有再出现。')]
  }
  const again = after(crewPresence, ruled, chance.around(6 * hour, 0.4))
  const redone: Deed = {
    do: 'resolve',
    text: '按业委会裁定重新处理，约住户一起验收。',
    photos: [],
    noPhotoReason: one.kind === 'repair' ? '住户在场验收，未拍照' : undefined,
  }
  return [
    lodged,
    rule('upheld', '到现场看过，问题确实还在，请物业重新处理。'),
    { at: again, by: { staff: hand }, of: one, deed: redone },
    { at: after(waking, again, 5 * hour), by: { resident }, of: one, deed: { do: 'confirm' } },
  ]
}

const lodge = (of: DemoCase, by: Doer, at: number, chance: Chance): Act => ({
  at,
  by,
  of,
  deed: { do: 'appeal', text: chance.pick(grounds) },
})

/** Two appeals that wait for the committee now. */
function freshAppeals(acts: readonly Act[], now: number): Act[] {
  const waiting = [5 * hour, 27 * hour]
  const fitting = livesIn(acts).filter(([one, its]) => {
    const end = endOf(its)
    const last = its.at(-1)
    return (
      (one.kind === 'complaint' || one.kind === 'repair') &&
      reporterOf(its) !== undefined &&
      end !== undefined &&
      last !== undefined &&
      last.deed.do !== 'rate' &&
      end > now - 25 * day &&
      last.at < now - 28 * hour
    )
  })
  return fitting.slice(-waiting.length).flatMap(([one, its], index) => {
    const resident = reporterOf(its)
    return resident ? [lodge(one, { resident }, now - (waiting[index] ?? hour), luck(`fresh/${one.id}`))] : []
  })
}

/** When the case was closed, where it stayed so. */
function endOf(its: readonly Act[]): number | undefined {
  const index = its.findLastIndex((it) => it.deed.do === 'confirm' || it.deed.do === 'wake')
  const done = its.findLastIndex((it) => it.deed.do === 'resolve')
  const end = its[index]
  if (!end || index < done || done === -1) return undefined
  return its.slice(index + 1).some((it) => it.deed.do !== 'rate') ? undefined : end.at
}
