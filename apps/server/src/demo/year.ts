import type { CaseKind, Urgency } from '@zhanggui/contract'
import { isWorkday, isoWeekday } from '@zhanggui/rules'
import type { Chance } from './chance.ts'
import type { DemoCommon, DemoEstate, DemoHome } from './estate.ts'
import type { DemoPeople, DemoPerson } from './people.ts'
import { say } from './say.ts'
import type { Beginning } from './script.ts'
import type { DemoCrew } from './staff.ts'
import { addDays, dateAt, dayNumber, hour, minute, on, secondsOfDay } from './time.ts'
import type { Hours, Matter, Spot, Trouble } from './words/index.ts'
import { endings, greetings, matters } from './words/index.ts'

/** The fictional community as far as somebody has to choose from it. */
export type Ground = { estate: DemoEstate; people: DemoPeople; crew: DemoCrew }

/** How often something is reported in each hour of the day. */
const hourly: Record<Hours, readonly number[]> = {
  home: [1, 0, 0, 0, 0, 1, 3, 8, 10, 7, 6, 6, 8, 6, 4, 4, 5, 8, 12, 14, 12, 9, 5, 2],
  rush: [0, 0, 0, 0, 0, 1, 5, 16, 15, 7, 4, 4, 5, 4, 3, 3, 5, 12, 15, 10, 6, 3, 2, 1],
  night: [4, 1, 0, 0, 0, 1, 2, 3, 3, 2, 2, 2, 3, 3, 2, 2, 3, 5, 9, 14, 16, 16, 13, 8],
  office: [0, 0, 0, 0, 0, 0, 1, 3, 10, 14, 13, 9, 4, 4, 9, 11, 10, 8, 5, 4, 3, 2, 1, 0],
}

/** Days on which everybody calls about the same: storms, the first cold, the test of the heating. */
function busyDays(luck: Chance, first: string, days: number): Map<string, (matter: Matter) => number> {
  const busy = new Map<string, (matter: Matter) => number>()
  for (let index = 0; index < days; index += 1) {
    const date = addDays(first, index)
    const month = Number(date.slice(5, 7))
    const storm = [6, 7, 8].includes(month) && luck.yes(0.035)
    const cold = [11, 12, 1].includes(month) && luck.yes(0.04)
    if (storm)
      busy.set(date, (it) =>
        it.spots.some((one) => ['garage', 'stall', 'roof', 'facade'].includes(one)) && it.kind === 'repair'
          ? 9
          : 1,
      )
    else if (cold) busy.set(date, (it) => (it.season[0] !== undefined && it.season[0] >= 20 ? 5 : 1))
  }
  return busy
}

/** So many reports over the year that ends at `now` (epoch seconds): seasons, weekdays, rush hours, busy days. */
export function drawYear(luck: Chance, ground: Ground, now: number, cases: number): Beginning[] {
  const days = 365
  const first = addDays(dateAt(now), -days + 1)
  const busy = busyDays(luck, first, days)
  const weights = Array.from({ length: days }, (_, index) => {
    const date = addDays(first, index)
    const weekday = isoWeekday(dayNumber(date))
    const rhythm = weekday === 1 ? 1.18 : weekday === 6 ? 1.1 : weekday === 7 ? 0.92 : 1
    const holiday = !isWorkday(date) && weekday <= 5 ? 0.7 : 1
    const of = matters.map((it) => weightOf(it, date, busy))
    return {
      date,
      of,
      whole: of.reduce((sum, it) => sum + it, 0) * rhythm * holiday * luck.between(0.8, 1.2),
    }
  })
  const mean = weights.reduce((sum, it) => sum + it.whole, 0) / days
  const begun: Beginning[] = []
  while (begun.length < cases) {
    const { date, of, whole } = luck.weighted(weights, (it) => it.whole)
    const matter = matters[luck.weighted([...of.keys()], (index) => of[index] ?? 0)]
    const clock = hourly[matter?.hours ?? 'home']
    const at = on(date, luck.weighted([...clock.keys()], (it) => clock[it] ?? 0) * hour + luck.below(hour))
    if (!matter || at >= now - 3 * hour) continue
    begun.push(begin(luck, ground, { matter, at, load: Math.min(2.1, Math.max(0.85, whole / mean)) }))
  }
  return begun
}

function weightOf(matter: Matter, date: string, busy: ReturnType<typeof busyDays>): number {
  const season = matter.season[Number(date.slice(5, 7)) - 1] ?? 0
  const sum = matter.season.reduce((total, it) => total + it, 0)
  return matter.weight * (season / sum) * (busy.get(date)?.(matter) ?? 1)
}

/** One report: who, where, by which way, in which words. */
export function begin(
  luck: Chance,
  ground: Ground,
  it: {
    matter: Matter
    at: number
    load: number
    urgency?: Urgency | undefined
    spot?: Spot | undefined
    channel?: Beginning['channel'] | undefined
  },
): Beginning {
  const { matter } = it
  const trouble = luck.pick(troublesAt(matter, it.spot))
  const spot = it.spot ?? luck.pick(trouble.spots ?? matter.spots)
  const urgency =
    it.urgency ?? luck.weighted(['normal', 'urgent', 'danger'] as const, (one) => matter.urgency[one])
  const { place, reporter, code } = whereAndWho(luck, ground, spot, it.channel === 'app')
  const rounds = spot === 'pump-room' || (reporter === null && it.channel !== 'qr')
  const qr = it.channel === 'qr' || (it.channel === undefined && code && luck.yes(0.24))
  const app = !qr && !rounds && reporter?.app === true && (it.channel === 'app' || luck.yes(0.82))
  const channel = qr ? 'qr' : app ? 'app' : 'counter'
  const at = channel === 'counter' && urgency === 'normal' ? atTheCounter(luck, it.at) : it.at
  const stranger = qr ? luck.yes(0.6) : !rounds && luck.yes(0.03)
  return {
    case: {
      id: luck.id(at),
      kind: matter.kind,
      urgency,
      text: wordsOf(luck, matter.kind, trouble, {
        home: spot === 'dwelling',
        greets: !rounds && urgency !== 'danger',
      }),
      placeId: spot === 'nowhere' && channel === 'counter' ? null : (place ?? null),
      reporter: qr || rounds || stranger ? null : reporter,
      newcomer: stranger ? strangerOf(luck) : null,
    },
    matter,
    trouble,
    home: spot === 'dwelling',
    at,
    channel,
    agent: ground.crew.agent(luck),
    load: it.load,
  }
}

/** What can be the matter there. */
export function troublesAt(matter: Matter, spot: Spot | undefined): readonly Trouble[] {
  return matter.troubles.filter((it) => spot === undefined || (it.spots ?? matter.spots).includes(spot))
}

function wordsOf(
  luck: Chance,
  kind: CaseKind,
  trouble: Trouble,
  it: { home: boolean; greets: boolean },
): string {
  const greeting = it.greets && kind !== 'praise' ? luck.pick(greetings) : ''
  const ending = it.home && it.greets && kind === 'repair' ? say(luck, luck.pick(endings)) : ''
  return `${greeting}${say(luck, luck.pick(trouble.said))}${ending}`
}

/** The desk is not called about small things by night: people wait until morning. */
function atTheCounter(luck: Chance, at: number): number {
  const seconds = secondsOfDay(at)
  if (seconds >= 7.6 * hour && seconds <= 21.5 * hour) return at
  return on(
    dateAt(at),
    seconds < 8 * hour ? 8 * hour + luck.below(80 * minute) : 19 * hour + luck.below(90 * minute),
  )
}

const strangerOf = (luck: Chance) => ({
  name: `${luck.pick(['王', '李', '张', '刘', '陈', '杨', '赵', '周', '吴', '徐'])}${luck.pick(['先生', '女士', '阿姨'])}`,
  phone: `1380000${9000 + luck.below(1000)}`,
})

function whereAndWho(
  luck: Chance,
  { estate, people }: Ground,
  spot: Spot,
  byApp: boolean,
): { place: string | undefined; reporter: DemoPerson | null; code: boolean } {
  const someone = (homes: readonly DemoHome[]): { home: DemoHome; reporter: DemoPerson } | undefined => {
    const lives = homes.flatMap((home) =>
      (people.livingIn.get(home.id) ?? [])
        .filter((it) => it.eagerness > 0 && it.phone !== null && (!byApp || it.app))
        .map((reporter) => ({ home, reporter })),
    )
    return lives.length === 0 ? undefined : luck.weighted(lives, (it) => it.reporter.eagerness)
  }
  const dwellings = estate.homes.filter((it) => it.use === 'dwelling')
  if (spot === 'dwelling' || spot === 'shop' || spot === 'nowhere') {
    const use = spot === 'shop' ? 'shop' : 'dwelling'
    const found = someone(estate.homes.filter((it) => it.use === use))
    return { place: found?.home.id, reporter: found?.reporter ?? null, code: false }
  }
  if (spot === 'stall') {
    const owned = people.residencies.filter((it) => it.role === 'owner')
    const stalls = estate.homes.filter((it) => it.use === 'parking')
    const stall = luck.pick(stalls)
    const owner = owned.find((it) => it.homeId === stall.id)
    const reporter = people.persons.find((it) => it.id === owner?.personId)
    if (reporter && reporter.eagerness > 0) return { place: stall.id, reporter, code: false }
    return whereAndWho(luck, { estate, people } as Ground, 'garage', byApp)
  }
  const common: DemoCommon = luck.pick(estate.commons.filter((it) => it.spot === spot))
  const near = dwellings.filter(
    (it) =>
      (common.building === null || common.building === '车库' || it.building === common.building) &&
      (common.entrance === null || it.entrance === common.entrance),
  )
  return { place: common.id, reporter: someone(near)?.reporter ?? null, code: common.code }
}
