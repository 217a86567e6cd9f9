import type { CalendarVersion } from '../calendar/index.ts'
import type { CaseFact, ClockKind, ClockVerdict, PolicyVersion } from '../clock/index.ts'

import type { Era } from './wall-oracle.ts'
import { openSlots, slotSeconds } from './wall-oracle.ts'

/**
 * The model lives through the history quarter by quarter, as a desk with a stopwatch would, and then measures every
 * clock by counting slots. It knows no intervals, no cycles of facts, and none of the code under test.
 */

type Turn = { policy: PolicyVersion; number: number; slot: number; start: number; attached: number }
type Run = {
  kind: ClockKind
  cycle: number
  number: number
  fromSlot: number
  stoodStill: Set<number>
  endSlot?: number
  how?: 'stopped' | 'cancelled' | 'superseded'
  turns: Turn[]
}

export type Expected = {
  kind: ClockKind
  cycle: number
  run: number
  turn: number
  policyVersionId: string
  budgetSeconds: number
  startedAt: number
  attachedAt: number
  /** `beyond` when the model's time ends before it. */
  deadline: number | undefined | 'beyond'
  pausedWorkedSeconds: number
  stoppedAt: number | undefined
  verdict: ClockVerdict
  breachedAt: number | undefined
  elapsedWorked: number
  elapsedWall: number
}

class Desk {
  readonly runs: Run[] = []
  private live: Run[] = []
  private policy: PolicyVersion | undefined
  private policies = 0
  private stage: 'under-way' | 'settled' | 'over' = 'under-way'
  private cycle = 0
  paused = false
  awaiting = false
  private answerable = false
  private taken = false
  private appointed = false

  happen(fact: CaseFact, slot: number, slotOf: (at: number) => number): void {
    if (this.stage === 'over') return
    const contact = fact.human === true
    switch (fact.kind) {
      case 'opened':
        this.policy = fact.policy
        this.policies = 1
        this.cycle = 1
        for (const kind of ['accept', 'first_response', 'resolve'] as const) this.begin(kind, slot)
        if (fact.liveContact === true) this.speak(slot)
        return
      case 'reclassified':
      case 'repaired':
        if (fact.policy === undefined || fact.policy.id === this.policy?.id) return
        this.policy = fact.policy
        this.policies += 1
        for (const run of this.live) run.turns.push(this.turn(run, slot))
        return
      case 'accepted':
        return this.take(slot)
      case 'assigned':
        return fact.human === false ? undefined : this.take(slot)
      case 'replied':
        return contact ? this.speak(slot) : undefined
      case 'arrived':
        if (contact) this.speak(slot)
        this.end('on_site', slot, 'stopped')
        if (this.stage === 'under-way') {
          this.taken = true
          this.appointed = false
        }
        return
      case 'appointed':
        if (contact) this.speak(slot)
        return this.appoint(fact, slot, slotOf)
      case 'called-back':
        if (contact && fact.callBack?.outcome !== 'unreached') this.speak(slot)
        if (fact.callBack?.outcome !== 'unreached' || fact.callBack.attempt >= 3)
          this.end('callback', slot, 'stopped')
        return
      case 'supplemented':
        return fact.fromResident === true ? this.ask(slot) : undefined
      case 'absorbed':
        return this.absorb(fact, slot, slotOf)
      case 'rated':
        return this.end('callback', slot, 'stopped')
      case 'paused':
        if (this.stage !== 'under-way') return
        this.paused = fact.pausesResolve === true
        this.awaiting = fact.awaitsResident === true
        return
      case 'resumed':
        this.paused = false
        this.awaiting = false
        return
      case 'rejected':
      case 'reopened':
        return this.comeBack(fact, slot)
      case 'resolved':
      case 'confirmed':
      case 'closed':
      case 'declined':
      case 'cancelled':
      case 'merged':
        return this.settle(fact.kind, slot)
      default:
    }
  }

  /** What every live clock does in this slot. */
  tick(slot: number): void {
    for (const run of this.live) {
      if (this.standsStill(run.kind)) run.stoodStill.add(slot)
    }
  }

  standsStill(kind: ClockKind): boolean {
    return (kind === 'resolve' && this.paused) || (kind === 'update' && this.awaiting)
  }

  private begin(kind: ClockKind, slot: number, fromSlot = slot): void {
    const number = this.runs.filter((it) => it.kind === kind && it.cycle === this.cycle).length + 1
    const run: Run = { kind, cycle: this.cycle, number, fromSlot, stoodStill: new Set(), turns: [] }
    run.turns.push(this.turn(run, slot))
    this.runs.push(run)
    this.live.push(run)
  }

  private turn(run: Run, slot: number): Turn {
    const start = run.turns.at(-1)?.start ?? run.fromSlot
    if (this.policy === undefined) throw new Error('no policy')
    return { policy: this.policy, number: this.policies, slot, start, attached: Math.max(start, slot) }
  }

  private running(kind: ClockKind): Run | undefined {
    return this.live.find((run) => run.kind === kind)
  }

  private end(kind: ClockKind, slot: number, how: 'stopped' | 'cancelled' | 'superseded'): void {
    const run = this.running(kind)
    if (run === undefined) return
    Object.assign(run, { endSlot: slot, how })
    this.live = this.live.filter((it) => it !== run)
  }

  private take(slot: number): void {
    if (this.stage !== 'under-way') return
    this.end('accept', slot, 'stopped')
    if (!this.taken && this.running('on_site') === undefined) this.begin('on_site', slot)
    this.taken = true
  }

  private speak(slot: number): void {
    for (const kind of ['first_response', 'next_response', 'update'] as const) this.end(kind, slot, 'stopped')
    this.answerable = true
    if (this.stage === 'under-way') this.begin('update', slot)
  }

  private ask(slot: number): void {
    if (this.answerable && this.running('next_response') === undefined) this.begin('next_response', slot)
  }

  private appoint(fact: CaseFact, slot: number, slotOf: (at: number) => number): void {
    if (this.stage !== 'under-way' || fact.appointment === undefined) return
    const before = this.running('on_site')
    if (before !== undefined && this.appointed && !fact.appointment.byResident) return
    this.end('on_site', slot, 'superseded')
    this.begin('on_site', slot, Math.max(slot, slotOf(fact.appointment.from)))
    this.appointed = true
  }

  private absorb(fact: CaseFact, slot: number, slotOf: (at: number) => number): void {
    if (fact.absorbed === undefined) return
    const since = slotOf(fact.absorbed.since)
    for (const kind of ['accept', 'first_response', 'resolve'] as const) this.earlier(kind, since, slot)
    if (fact.absorbed.unansweredSince === undefined) return
    const unanswered = slotOf(fact.absorbed.unansweredSince)
    if (this.running('next_response') !== undefined) this.earlier('next_response', unanswered, slot)
    else if (this.answerable) this.begin('next_response', slot, Math.min(slot, unanswered))
  }

  private earlier(kind: ClockKind, since: number, slot: number): void {
    const run = this.running(kind)
    const turn = run?.turns.at(-1)
    if (run === undefined || turn === undefined || since >= run.fromSlot) return
    turn.start = Math.min(turn.start, since)
    turn.attached = Math.max(turn.attached, slot)
  }

  private comeBack(fact: CaseFact, slot: number): void {
    if (this.stage !== 'settled') {
      if (fact.kind === 'rejected') this.end('callback', slot, 'stopped')
      return
    }
    this.end('callback', slot, fact.kind === 'rejected' ? 'stopped' : 'cancelled')
    this.stage = 'under-way'
    this.cycle += 1
    this.answerable = true
    this.taken = true
    this.appointed = false
    this.begin('resolve', slot)
    this.begin('on_site', slot)
    this.begin('update', slot)
    if (fact.kind === 'rejected' && fact.fromResident === true) this.ask(slot)
  }

  private settle(
    kind: 'resolved' | 'confirmed' | 'closed' | 'declined' | 'cancelled' | 'merged',
    slot: number,
  ): void {
    if (this.stage === 'settled') {
      if (kind === 'confirmed') this.end('callback', slot, 'stopped')
      if (kind === 'closed' || kind === 'merged') this.end('callback', slot, 'cancelled')
      if (kind === 'confirmed' || kind === 'closed' || kind === 'merged')
        this.end('next_response', slot, 'cancelled')
      if (kind === 'merged') this.stage = 'over'
      return
    }
    const stopped = kind === 'resolved' ? 'stopped' : 'cancelled'
    for (const one of ['accept', 'resolve', 'update'] as const) this.end(one, slot, stopped)
    for (const one of ['first_response', 'next_response', 'on_site'] as const)
      this.end(one, slot, 'cancelled')
    this.paused = false
    this.awaiting = false
    this.answerable = true
    this.stage = kind === 'resolved' || kind === 'confirmed' || kind === 'closed' ? 'settled' : 'over'
    if (kind === 'resolved') this.begin('callback', slot)
  }
}

/** Every clock as the model sees it at slot `now`. `slots` says in which slot each fact takes effect. */
export function modelled(
  facts: readonly CaseFact[],
  slots: readonly number[],
  now: number,
  era: Era,
): Expected[] {
  const desk = new Desk()
  const slotOf = (at: number) => (at - era.start) / slotSeconds
  let next = 0
  for (let slot = slots[0] ?? 0; slot <= now; slot += 1) {
    while (next < facts.length && slots[next] === slot) {
      const fact = facts[next]
      if (fact !== undefined) desk.happen(fact, slot, slotOf)
      next += 1
    }
    if (slot < now) desk.tick(slot)
  }
  return desk.runs.flatMap((run) =>
    run.turns.flatMap((turn, index) => measured(run, turn, run.turns[index + 1], now, desk, era)),
  )
}

function measured(
  run: Run,
  turn: Turn,
  replacement: Turn | undefined,
  now: number,
  desk: Desk,
  era: Era,
): Expected[] {
  const target = turn.policy.targets[run.kind]
  if (target === undefined) return []
  const open = openSlots(target.calendar as CalendarVersion, era)
  const end = replacement?.slot ?? run.endSlot
  const until = Math.max(end ?? now, turn.start)
  const standsStill = end === undefined && desk.standsStill(run.kind)
  const budget =
    run.cycle === 1 || run.kind !== 'resolve'
      ? target.seconds
      : Math.max(target.seconds / 2, turn.policy.reopenFloorSeconds ?? 7200)
  let worked = 0
  let pausedWorked = 0
  let deadlineSlot: number | undefined
  let used = 0
  for (let slot = turn.start; slot < open.length && deadlineSlot === undefined; slot += 1) {
    if (slot >= until && standsStill) break
    if (open[slot] === true && !(slot < until && run.stoodStill.has(slot))) used += slotSeconds
    if (used >= budget) deadlineSlot = slot + 1
  }
  for (let slot = turn.start; slot < until; slot += 1) {
    if (open[slot] !== true) continue
    if (run.stoodStill.has(slot)) pausedWorked += slotSeconds
    else worked += slotSeconds
  }
  const at = (slot: number) => era.start + slot * slotSeconds
  const breached = deadlineSlot !== undefined && until > deadlineSlot
  const verdict = (): ClockVerdict => {
    if (replacement !== undefined) return 'superseded'
    if (breached) return 'breached'
    if (run.how !== undefined) return run.how === 'stopped' ? 'met' : run.how
    return standsStill ? 'paused' : 'running'
  }
  return [
    {
      kind: run.kind,
      cycle: run.cycle,
      run: run.number,
      turn: turn.number,
      policyVersionId: turn.policy.id,
      budgetSeconds: budget,
      startedAt: at(turn.start),
      attachedAt: at(turn.attached),
      deadline: deadlineSlot === undefined ? (standsStill ? undefined : 'beyond') : at(deadlineSlot),
      pausedWorkedSeconds: pausedWorked,
      stoppedAt: end === undefined ? undefined : at(end),
      verdict: verdict(),
      breachedAt: breached && deadlineSlot !== undefined ? at(deadlineSlot) : undefined,
      elapsedWorked: worked,
      elapsedWall: (until - turn.start) * slotSeconds,
    },
  ]
}
