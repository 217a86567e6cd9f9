import { clockKinds, deriveClocks } from '@zhanggui/rules'
import type { CalendarVersion, CaseFact, PolicyVersion } from '@zhanggui/rules'

export type ClockTime = {
  perSecond: number
  factsEach: number
  clocksEach: number
  floorPerSecond: number
  ratio: number
}

const office = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const night = [{ from: '20:00', to: '06:00' }]
const calendar = (id: string, windows: CalendarVersion['weekly']['1']): CalendarVersion => ({
  id,
  timeZone: 'Asia/Shanghai',
  weekly: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: [], 7: [] },
  overrides: [],
  publicHolidays: 'cn',
})
const calendars = new Map([calendar('office', office), calendar('night', night)].map((it) => [it.id, it]))
const policy: PolicyVersion = {
  id: 'all-seven',
  targets: Object.fromEntries(
    clockKinds.map((kind, index) => [
      kind,
      { seconds: (index + 1) * 7200, calendar: index % 3 === 0 ? 'night' : 'office' },
    ]),
  ),
}
const kinds = [
  ...([
    'accepted',
    'replied',
    'supplemented',
    'paused',
    'resumed',
    'appointed',
    'arrived',
    'replied',
  ] as const),
  ...([
    'supplemented',
    'replied',
    'resolved',
    'called-back',
    'rejected',
    'replied',
    'resolved',
    'confirmed',
  ] as const),
]

/** Histories of sixteen facts over some weeks of 2026, all seven clocks, always the same ones. */
function histories(count: number): CaseFact[][] {
  let seed = 20_260_101
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % limit
  }
  return Array.from({ length: count }, () => {
    let at = 1_767_225_600 + below(300) * 86_400
    return ['opened' as const, ...kinds.slice(0, 15)].map((kind, index): CaseFact => {
      at += below(30_000)
      return {
        seq: index + 1,
        at,
        kind,
        human: true,
        fromResident: true,
        pausesResolve: true,
        awaitsResident: true,
        ...(kind === 'opened' ? { policy } : {}),
        ...(kind === 'appointed' ? { appointment: { from: at + 20_000, byResident: false } } : {}),
        ...(kind === 'called-back' ? { callBack: { outcome: 'unreached', attempt: 1 } } : {}),
      }
    })
  })
}

/** Whole histories turned into clocks, a second; the floor is reading the same histories from JSON. */
export function benchClocks(seconds: number): ClockTime {
  const all = histories(2000)
  const texts = all.map((it) => JSON.stringify(it))
  const clocksEach = deriveClocks(all[0] ?? [], calendars).length
  const rate = (work: (index: number) => unknown): number => {
    const end = performance.now() + seconds * 1000
    const began = performance.now()
    let done = 0
    while (performance.now() < end) {
      for (let index = 0; index < 200; index += 1) work((done + index) % all.length)
      done += 200
    }
    return done / ((performance.now() - began) / 1000)
  }
  rate((index) => deriveClocks(all[index] ?? [], calendars))
  const perSecond = rate((index) => deriveClocks(all[index] ?? [], calendars))
  const floorPerSecond = rate((index) => JSON.parse(texts[index] ?? '[]') as unknown)
  return { perSecond, factsEach: kinds.length, clocksEach, floorPerSecond, ratio: perSecond / floorPerSecond }
}
