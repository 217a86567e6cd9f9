import type { Team } from '@zhanggui/contract'
import type { Act, DemoCase, Deed } from './act.ts'
import type { Chance } from './chance.ts'
import { firstStretch, joined, livesIn, staffOf } from './lives.ts'
import type { Stretch } from './lives.ts'
import type { DemoCrew, DemoStaff } from './staff.ts'
import { luck } from './story.ts'
import { hour, minute } from './time.ts'

/**
 * Some of those who are sent hand over to a colleague, ask another team to help, or say that it is another's matter. Who
 * takes a case over does from then on what the other would have done.
 */
export function withTeamwork(acts: readonly Act[], crew: DemoCrew): Act[] {
  const heirs = new Map<DemoCase, { from: DemoStaff; to: DemoStaff; at: number }>()
  const added = livesIn(acts).flatMap(([one, its]) => {
    const chance = luck(`team/${one.id}`)
    const stretch = firstStretch(its)
    const dice = chance.next()
    if (!stretch || stretch.hand.role !== 'worker' || stretch.until - stretch.from < 2 * hour || dice > 0.13)
      return []
    if (its.some((it) => it.deed.do === 'errand' || it.deed.do === 'promise' || it.deed.do === 'pause'))
      return []
    if (dice < 0.04) return help(one, stretch, crew, chance)
    if (dice < 0.06) return dispute(one, stretch, crew, chance)
    const to = crew.hand(chance, stretch.hand.team, stretch.hand)
    const takes = chance.yes(0.75) && its.filter((it) => it.deed.do === 'assign').length === 1
    const { acts: handed, at } = handOver(one, stretch, to, takes, chance)
    if (takes) heirs.set(one, { from: stretch.hand, to, at })
    return handed
  })
  const done = acts.map((it): Act => {
    const heir = heirs.get(it.of)
    return heir && it.at >= heir.at && staffOf(it) === heir.from ? { ...it, by: { staff: heir.to } } : it
  })
  return joined(done, added)
}

const within = ({ from, until }: Stretch, part: number): number => Math.round(from + (until - from) * part)

function handOver(
  of: DemoCase,
  stretch: Stretch,
  to: DemoStaff,
  takes: boolean,
  chance: Chance,
): { acts: Act[]; at: number } {
  const given = within(stretch, chance.between(0.2, 0.4))
  const at = Math.min(given + Math.round(chance.around(12 * minute, 0.5)), within(stretch, 0.6))
  const note = chance.pick(['我要下班了，配件已领，放在工具房。', '这户你熟，麻烦接一下，钥匙在前台。'])
  const answer: Deed = takes
    ? { do: 'answer-hand-over', answer: 'take', reason: '' }
    : { do: 'answer-hand-over', answer: 'refuse', reason: '手上还有两户急修，接不过来。' }
  return {
    at,
    acts: [
      { at: given, by: { staff: stretch.hand }, of, deed: { do: 'hand-over', to, note } },
      { at, by: { staff: to }, of, deed: answer },
    ],
  }
}

function help(of: DemoCase, stretch: Stretch, crew: DemoCrew, chance: Chance): Act[] {
  const teams = (['security', 'cleaning', 'engineering'] as const).filter((it) => it !== stretch.hand.team)
  const team: Team = chance.pick(teams)
  const helper = crew.hand(chance, team)
  const [asked, told] = {
    security: ['请到现场拉警戒带，疏导一下。', '已拉警戒带，留一人看守。'],
    cleaning: ['积水和碎渣请帮忙清一下。', '地面已清干净，拖干。'],
    engineering: ['需要带工具开一下检修口。', '检修口已打开，装回去了。'],
  }[team as 'security' | 'cleaning' | 'engineering'] as [string, string]
  return [
    {
      at: within(stretch, 0.3),
      by: { staff: stretch.hand },
      of,
      deed: { do: 'ask-help', team, text: asked },
    },
    {
      at: within(stretch, chance.between(0.5, 0.8)),
      by: { staff: helper },
      of,
      deed: { do: 'report-help', team, text: told },
    },
  ]
}

function dispute(of: DemoCase, stretch: Stretch, crew: DemoCrew, chance: Chance): Act[] {
  const team: Team = stretch.hand.team === 'security' ? 'engineering' : 'security'
  const at = within(stretch, 0.2)
  return [
    {
      at,
      by: { staff: stretch.hand },
      of,
      deed: { do: 'dispute', team, text: '现场看过，不是我们这边的设备，应该由他们处理。' },
    },
    {
      at: Math.min(at + Math.round(chance.around(35 * minute, 0.4)), within(stretch, 0.6)),
      by: { staff: crew.dispatcher },
      of,
      deed: { do: 'settle-dispute', text: '图纸上这一段归你们班组，请继续处理，配件我来协调。' },
    },
  ]
}
