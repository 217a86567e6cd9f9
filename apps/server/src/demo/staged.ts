import type { Urgency } from '@zhanggui/contract'
import { workedSeconds } from '@zhanggui/rules'
import type { CalendarVersion } from '@zhanggui/rules'
import { emergencyIn } from '@zhanggui/rules/danger'
import type { Act } from './act.ts'
import type { Chance } from './chance.ts'
import { scriptOf } from './script.ts'
import type { Beginning } from './script.ts'
import { officeHours } from './service-times.ts'
import { say } from './say.ts'
import { dateAt, day, hour, minute, promised, spoken } from './time.ts'
import { matters } from './words/index.ts'
import type { Matter, Spot, Wait } from './words/index.ts'
import { begin, troublesAt } from './year.ts'
import type { Ground } from './year.ts'

type Scene = {
  spot: Spot
  kind: Matter['kind']
  /** The instant of the report, from the present. */
  from(now: number): number
  /** How far it has come by now. */
  to: 'told' | 'taken' | 'sent' | 'waiting' | 'sent-back'
  channel?: Beginning['channel']
  urgency?: Urgency
}

const ago = (seconds: number) => (now: number) => now - seconds
const office: CalendarVersion = {
  id: 'office',
  timeZone: officeHours.timeZone,
  publicHolidays: officeHours.publicHolidays,
  weekly: officeHours.weekly as CalendarVersion['weekly'],
  overrides: [],
}

/** The instant since which so many working seconds have passed by now. */
function worked(seconds: number) {
  return (now: number): number => {
    let [from, to] = [now - 60 * day, now]
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2)
      if (workedSeconds(office, middle, now) >= seconds) from = middle
      else to = middle
    }
    return from
  }
}

// What a newcomer finds on the desk whatever the hour: things just told, due soon, late, waiting, sent back.
const scenes: readonly Scene[] = [
  { spot: 'dwelling', kind: 'repair', from: ago(3 * minute), to: 'told', channel: 'app' },
  { spot: 'stall', kind: 'complaint', from: ago(9 * minute), to: 'told', channel: 'app' },
  { spot: 'garden', kind: 'repair', from: ago(24 * minute), to: 'told', channel: 'qr' },
  { spot: 'dwelling', kind: 'enquiry', from: worked(50 * minute), to: 'told', channel: 'app' },
  { spot: 'lift', kind: 'repair', from: ago(7 * minute), to: 'taken', channel: 'app', urgency: 'urgent' },
  { spot: 'dwelling', kind: 'complaint', from: worked(20 * minute), to: 'taken', channel: 'counter' },
  { spot: 'dwelling', kind: 'repair', from: worked(16 * hour - 14 * minute), to: 'sent', urgency: 'normal' },
  { spot: 'corridor', kind: 'repair', from: worked(16 * hour - 31 * minute), to: 'sent', urgency: 'normal' },
  { spot: 'waste', kind: 'complaint', from: worked(16 * hour - 52 * minute), to: 'sent', urgency: 'normal' },
  { spot: 'lobby', kind: 'repair', from: worked(16 * hour + 40 * minute), to: 'sent', urgency: 'normal' },
  {
    spot: 'dwelling',
    kind: 'repair',
    from: worked(21 * hour),
    to: 'sent',
    urgency: 'normal',
    channel: 'app',
  },
  { spot: 'roof', kind: 'repair', from: worked(34 * hour), to: 'sent', urgency: 'normal' },
  { spot: 'dwelling', kind: 'repair', from: worked(9 * hour), to: 'waiting', channel: 'app' },
  { spot: 'facade', kind: 'repair', from: worked(26 * hour), to: 'waiting' },
  { spot: 'charging', kind: 'repair', from: worked(11 * hour), to: 'waiting' },
  { spot: 'playground', kind: 'repair', from: worked(14 * hour), to: 'waiting' },
  { spot: 'dwelling', kind: 'repair', from: ago(2 * day + 5 * hour), to: 'sent-back', channel: 'app' },
  { spot: 'gate', kind: 'repair', from: ago(3 * day + 2 * hour), to: 'sent-back', channel: 'qr' },
]

/** Cases under way at the present, each come as far as its scene says. */
export function stage(luck: Chance, ground: Ground, now: number): Act[] {
  return scenes.flatMap((scene) => {
    for (;;) {
      const fitting = matters.filter(
        (it) =>
          it.kind === scene.kind &&
          troublesAt(it, scene.spot).length > 0 &&
          it.urgency[scene.urgency ?? 'normal'] > 0,
      )
      const at = scene.from(now)
      const month = Number(dateAt(at).slice(5, 7))
      const matter = luck.weighted(fitting, (it) => it.season[month - 1] ?? 0)
      const start = begin(luck, ground, {
        matter,
        at,
        load: 0.9,
        spot: scene.spot,
        channel: scene.channel,
        urgency: scene.urgency,
      })
      if (scene.channel && start.channel !== scene.channel) continue
      // No newcomer should meet an alarm that nobody has answered.
      if (scene.to === 'told' && emergencyIn(start.case.text)) continue
      const acts = come(
        luck,
        scriptOf(luck, ground.crew, { ...start, at }),
        scene.to,
        start.trouble.waits ?? matter.waits ?? [],
        now,
      )
      if (acts) return acts
    }
  })
}

/** The beginning of a life, up to the scene; undefined when this life takes another way. */
function come(
  luck: Chance,
  life: Act[],
  to: Scene['to'],
  waits: readonly Wait[],
  now: number,
): Act[] | undefined {
  const until = (...deeds: Act['deed']['do'][]) => life.findIndex((it) => deeds.includes(it.deed.do))
  const ended = until('decline', 'cancel')
  if (ended !== -1) return undefined
  switch (to) {
    case 'told':
      return life.slice(0, 1)
    case 'taken':
      return life.slice(0, 2)
    case 'sent':
    case 'waiting': {
      const kept = life
        .slice(0, until('resolve'))
        .filter((it) => it.deed.do !== 'pause' && it.deed.do !== 'resume' && it.deed.do !== 'wake')
      const last = kept.at(-1)
      const sent = kept.findLast((it) => it.deed.do === 'assign')
      if (!last || !sent || last.at > now) return undefined
      if (to === 'sent' || sent.deed.do !== 'assign') return kept
      if (waits.length === 0) return undefined
      const wait = luck.pick(waits)
      const at = Math.min(now - 10 * minute, last.at + 25 * minute)
      if (at < last.at) return undefined
      const pausedUntil = promised(now + Math.round(luck.between(0.1, 1) * wait.days[1] * day))
      const text = say(luck, luck.pick(wait.says), {
        resident: last.of.reporter?.address ?? '住户朋友',
        worker: sent.deed.to.title,
        time: spoken(pausedUntil, at),
      })
      const pause = { do: 'pause' as const, reason: wait.reason, until: pausedUntil, text }
      return [...kept, { at, by: { staff: sent.deed.to }, of: last.of, deed: pause }]
    }
    case 'sent-back': {
      const back = until('reject')
      const last = life[back]
      if (!last || last.at > now - 20 * minute) return undefined
      const after = life.slice(back + 1, back + 2).filter((it) => it.deed.do === 'reply')
      return [...life.slice(0, back + 1), ...after]
    }
  }
}
