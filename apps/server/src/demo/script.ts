import type { Act, Deed, DemoCase, DemoPhoto, DemoPromise, Doer } from './act.ts'
import type { Chance } from './chance.ts'
import { say } from './say.ts'
import type { DemoCrew, DemoStaff } from './staff.ts'
import {
  after,
  crewPresence,
  day,
  deskPresence,
  hour,
  minute,
  promised,
  quarter,
  spoken,
  waking,
} from './time.ts'
import type { Matter, Trouble } from './words/index.ts'
import * as words from './words/index.ts'

/** How a case came in, and all there is to know for telling what becomes of it. */
export type Beginning = {
  case: DemoCase
  matter: Matter
  trouble: Trouble
  /** In somebody's dwelling, where one rings first. */
  home: boolean
  at: number
  /** app: by the resident; counter: taken down by this agent; qr: by a visitor. */
  channel: 'app' | 'counter' | 'qr'
  agent: DemoStaff
  /** 1 on an ordinary day; more when everybody calls. */
  load: number
}

const rejectedAgain = 2

/**
 * The whole life of a case, as its people would have led it, with instants: reception, sending somebody, words to and
 * fro, waiting, finishing, the resident's verdict or silence. Nothing here looks at what is promised, so some of it
 * is late. Acts come in order of time.
 */
export function scriptOf(luck: Chance, crew: DemoCrew, it: Beginning): Act[] {
  const acts: Act[] = []
  const { matter, trouble } = it
  const { notes = [], back = [], scene } = trouble
  const { urgency } = it.case
  const resident: Doer = it.case.reporter ? { resident: it.case.reporter } : 'visitor'
  const answers = it.channel === 'qr' || it.case.reporter?.app === true
  const address = it.case.reporter?.address ?? '住户朋友'
  const speak = (text: string, at: number, by?: DemoStaff, until?: number) =>
    say(luck, text, {
      resident: address,
      worker: by?.title ?? '同事',
      time: spoken(promised(until ?? at + luck.between(0.7, 3) * hour), at),
    })
  const photosOf = (probability: number, when: 'before' | 'after', most = 2): DemoPhoto[] =>
    scene !== undefined && luck.yes(probability)
      ? Array.from({ length: 1 + luck.below(most) }, () => ({
          id: luck.id(it.at),
          drawing: `${scene}-${when}` as const,
        }))
      : []
  let now = it.at
  // Of its own kind of chance, so that what is promised does not change what happens.
  const dice = Number.parseInt(it.case.id.slice(-5), 16) % 1000
  let visitAt = 0
  const add = (by: Doer, deed: Deed, at = now): void => {
    now = Math.max(now, Math.round(at))
    acts.push({ at: now, by, of: it.case, deed })
  }
  // Danger is met at any hour; everything else waits until somebody is there.
  const desk = (seconds: number) =>
    urgency === 'danger' ? now + Math.round(seconds * 0.3) : after(deskPresence, now, seconds * it.load)
  const work = (seconds: number) =>
    urgency === 'danger'
      ? now + Math.round(seconds * 0.5)
      : urgency === 'urgent'
        ? after(deskPresence, now, seconds * 0.5 * it.load)
        : after(crewPresence, now, seconds * it.load)

  const opener: Doer = it.channel === 'counter' ? staff(it.agent) : resident
  add(opener, {
    do: 'open',
    photos: it.channel === 'counter' ? [] : photosOf(matter.kind === 'repair' ? 0.42 : 0.12, 'before'),
  })

  if (luck.yes(0.022) && words.refusals[matter.kind].length > 0) {
    const by = luck.yes(0.7) ? crew.dispatcher : crew.manager
    add(staff(by), { do: 'accept' }, desk(luck.around(10 * minute, 0.8)))
    add(
      staff(by),
      { do: 'decline', text: say(luck, luck.pick(words.refusals[matter.kind])) },
      desk(8 * minute),
    )
    return acts
  }

  // Reception. The desk usually takes what it wrote down itself at once.
  const slow = luck.yes(0.05) ? 5 : 1
  const pickup = luck.around(it.channel === 'counter' ? 2 * minute : 7 * minute, 0.8) * slow
  add(staff(it.agent), { do: 'accept' }, desk(pickup))
  if (luck.yes(it.channel === 'counter' ? 0.2 : 0.8) || matter.team === 'service') {
    const text = luck.pick(
      matter.team === 'service' && luck.yes(0.5) ? matter.visit : words.firstReplies[matter.kind],
    )
    const at = desk(luck.around(4 * minute, 0.7) * slow)
    const noPromise = matter.team === 'service' ? 'answered-in-full' : 'information-only'
    add(
      staff(it.agent),
      // What the programs of the first months sent said neither.
      { do: 'reply', text: speak(text, at, it.agent), photos: [], ...(dice % 16 === 0 ? {} : { noPromise }) },
      at,
    )
  }
  let hand = it.agent
  if (matter.team !== 'service' || luck.yes(0.15)) {
    const sender = luck.yes(0.55) && urgency !== 'danger' ? crew.dispatcher : it.agent
    hand = matter.team === 'service' ? crew.manager : crew.hand(luck, matter.team)
    const note = luck.pick(it.home && luck.yes(0.4) ? words.homeNotes : words.assignNotes)
    add(staff(sender), { do: 'assign', to: hand, note }, desk(luck.around(9 * minute, 0.9)))
  }
  if (answers && luck.yes(0.028)) {
    const at = after(waking, now, luck.around(2 * hour, 0.8))
    add(resident, { do: 'cancel', text: luck.pick(words.withdrawals) }, at)
    return acts
  }

  for (let cycle = 1; ; cycle += 1) {
    if (hand !== it.agent && luck.yes(cycle === 1 ? 0.75 : 0.9)) {
      const by = luck.yes(0.6) ? hand : it.agent
      const at = work(luck.around(14 * minute, 0.6))
      const text =
        cycle === 1 ? luck.pick(matter.visit) : '{resident}，对不起没弄好，{worker}{time}再来，这次查到底。'
      const until = at + luck.around(2, 0.5) * hour
      const said = { do: 'reply' as const, text: speak(text, at, hand, until), photos: [] }
      const promise = cycle === 1 ? promiseOf(hand, Math.max(now, at), until) : undefined
      add(staff(by), promise ? { ...said, promise } : { ...said, noPromise: 'information-only' }, at)
      if (promise?.evidence === 'visit') visitAt = promise.due + (dice % 7 === 0 ? 24 : -9) * minute
    }
    if (cycle === 1 && hand !== it.agent && hand !== crew.manager && luck.yes(0.06)) {
      const other = crew.hand(luck, matter.team, hand)
      add(staff(hand), { do: 'note', text: luck.pick(words.reassignNotes), photos: [] }, work(20 * minute))
      add(staff(crew.dispatcher), { do: 'assign', to: other, note: '' }, desk(10 * minute))
      hand = other
    }
    if (answers && luck.yes(0.13)) {
      add(
        resident,
        {
          do: 'supplement',
          text: speak(luck.pick(words.additions[matter.kind]), now),
          photos: photosOf(0.2, 'before', 1),
        },
        after(waking, now, luck.around(50 * minute, 0.8)),
      )
      if (luck.yes(0.7)) {
        const at = desk(luck.around(10 * minute, 0.8))
        add(
          staff(it.agent),
          {
            do: 'reply',
            text: speak(luck.pick(words.reassurances), at, hand),
            photos: [],
            noPromise: 'information-only',
          },
          at,
        )
      }
    }
    if (luck.yes(0.3) && notes.length > 0) {
      const at = work(luck.around(matter.workHours * 0.5, 0.6) * hour)
      add(
        staff(hand),
        { do: 'note', text: speak(luck.pick(notes), at, hand), photos: photosOf(0.1, 'before', 1) },
        at,
      )
    }
    const waits = trouble.waits ?? matter.waits ?? []
    if (cycle === 1 && waits.length > 0 && luck.yes(0.14)) pause(luck.pick(waits))
    const effort = luck.around(matter.workHours * (cycle === 1 ? 1 : 0.6), 0.72) * hour
    const finished = work(effort)
    if (visitAt > 0) arrive(visitAt, finished)
    visitAt = 0
    const photos = matter.kind === 'repair' ? photosOf(0.6, 'after') : photosOf(0.15, 'after', 1)
    add(
      staff(hand),
      {
        do: 'resolve',
        text: speak(luck.pick(trouble.done), finished, hand),
        photos,
        noPhotoReason:
          matter.kind === 'repair' && photos.length === 0 ? luck.pick(words.noPhotoReasons) : undefined,
      },
      finished,
    )
    const resolvedAt = now
    const returns = answers && back.length > 0 && cycle <= rejectedAgain
    if (returns && luck.yes(cycle === 1 ? 0.1 : 0.2)) {
      giveBack(resolvedAt)
      continue
    }
    const verdictAt = after(waking, now, luck.around(3.5 * hour, 1.1))
    // Word that would come after a week finds the case closed by silence.
    if (answers && luck.yes(it.channel === 'qr' ? 0.4 : 0.76) && verdictAt - resolvedAt < 7 * day) {
      add(resident, { do: 'confirm' }, verdictAt)
      if (luck.yes(0.68) && it.channel !== 'qr') rate(cycle)
      else if (returns && luck.yes(0.03)) {
        giveBack(now)
        continue
      }
      return acts
    }
    add('timer', { do: 'wake' }, resolvedAt + 7 * day + 1 + luck.below(3))
    if (returns && luck.yes(0.04)) {
      giveBack(now)
      continue
    }
    if (answers && it.channel !== 'qr' && luck.yes(0.12)) rate(cycle)
    return acts
  }

  /** What some of those who are sent promise: to be there, or a photo when it is done. */
  function promiseOf(who: DemoStaff, at: number, until: number): DemoPromise | undefined {
    if (dice < 300) {
      const due = promised(Math.max(until, at + 30 * minute))
      return { who, what: it.home ? '到您家查看处理' : '到现场查看处理', due, evidence: 'visit' }
    }
    if (dice >= 360) return undefined
    const due = promised(at + matter.workHours * 3 * hour)
    return { who, what: '处理好后拍照发给您', due, evidence: 'photo' }
  }

  /** Signs in at the door, which is what a promised visit is measured by; unless all is finished before. */
  function arrive(at: number, finished: number): void {
    const from = acts.at(-1)?.at ?? at
    const when = Math.max(at, from)
    if (when < finished && when - at < hour)
      add(staff(hand), { do: 'promise', reference: `上门签到 ${spoken(when, when).slice(3)}` }, when)
  }

  function giveBack(from: number): void {
    const at = after(waking, from, Math.min(luck.around(14 * hour, 0.7), 3.5 * day * 0.6))
    add(resident, { do: 'reject', text: say(luck, luck.pick(back)), photos: photosOf(0.35, 'before', 1) }, at)
  }

  function rate(cycle: number): void {
    const likely = cycle === 1 ? { 5: 62, 4: 25, 3: 8, 2: 3, 1: 2 } : { 5: 25, 4: 30, 3: 23, 2: 12, 1: 10 }
    const rating = luck.weighted([5, 4, 3, 2, 1] as const, (one) => likely[one])
    const wishes =
      cycle > 1
        ? words.lateWishes
        : matter.kind === 'repair' && luck.yes(0.5)
          ? words.repairWishes
          : words.wishes
    const comment = say(luck, luck.pick(wishes[rating]))
    add(resident, { do: 'rate', rating, comment }, now + 20 + luck.below(240))
  }

  function pause(wait: words.Wait): void {
    const at = work(luck.around(matter.workHours * 0.4, 0.5) * hour)
    const until = quarter(at + Math.round(luck.between(wait.days[0], wait.days[1]) * day))
    add(
      staff(hand),
      { do: 'pause', reason: wait.reason, until, text: speak(luck.pick(wait.says), at, hand, until) },
      at,
    )
    const early = after(crewPresence, now, luck.between(2, 14) * hour)
    if (wait.reason === 'awaiting-resident' && answers && luck.yes(0.7)) {
      // Their word ends the wait by itself.
      const heard = after(waking, now, luck.around(9 * hour, 0.7))
      if (heard < until) {
        const text = luck.pick([
          '我{明天上午|今晚七点后}在家，请过来。',
          '刚看到，现在就可以来。',
          '我把钥匙放前台了，你们自己去开门。',
        ])
        add(resident, { do: 'supplement', text: say(luck, text), photos: [] }, heard)
        return
      }
    }
    if (early < until && luck.yes(0.55)) add(staff(hand), { do: 'resume' }, early)
    else add('timer', { do: 'wake' }, until + 1 + luck.below(3))
  }
}

const staff = (who: DemoStaff): Doer => ({ staff: who })
