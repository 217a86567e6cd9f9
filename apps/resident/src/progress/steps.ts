import type { CaseView, TimelineItem } from '../data/queries.ts'

export type StepName =
  | 'reported'
  | 'sentBack'
  | 'accepted'
  | 'working'
  | 'waiting'
  | 'done'
  | 'confirmed'
  | 'declined'
  | 'cancelled'
  | 'merged'

export type Step = {
  name: StepName
  state: 'done' | 'now' | 'ahead'
  at: string | null
  /** Who took it on or does it. */
  who: string | null
}

/**
 * The case as a few steps in the order a resident thinks of them. After it was sent back the steps are those of
 * the new round, which begins with the sending back. A case that ended otherwise shows that as its last step.
 */
export function stepsOf(
  it: Pick<CaseView, 'status' | 'timeline' | 'assignee' | 'tracker' | 'receivedAt'>,
): Step[] {
  const events = inOrder(it.timeline)
  const back = lastIndexOf(events, ['rejected'])
  const round = events.slice(Math.max(0, back))
  const first: Step =
    back < 0
      ? { name: 'reported', state: 'done', at: it.receivedAt, who: null }
      : { name: 'sentBack', state: 'done', at: round[0]?.at ?? null, who: null }

  if (it.status === 'declined' || it.status === 'cancelled' || it.status === 'merged') {
    const end = it.status === 'merged' ? undefined : last(round, [it.status])
    return [first, { name: it.status, state: 'done', at: end?.at ?? null, who: null }]
  }

  const taken = events.find((event) => event.kind === 'accepted' || event.kind === 'assigned')
  const sent = last(round, ['assigned'])
  const resolved = last(round, ['resolved'])
  const closed = last(round, ['confirmed', 'closed'])
  const begun = it.status !== 'new'
  const finished = it.status === 'resolved' || it.status === 'closed'
  return [
    first,
    {
      name: 'accepted',
      state: begun ? 'done' : 'now',
      at: begun ? (back < 0 ? (taken?.at ?? null) : null) : null,
      who: begun ? (it.tracker?.name ?? it.assignee?.name ?? null) : null,
    },
    {
      name: it.status === 'paused' ? 'waiting' : 'working',
      state: finished ? 'done' : begun ? 'now' : 'ahead',
      at: begun ? (sent?.at ?? null) : null,
      who: begun ? (it.assignee?.name ?? null) : null,
    },
    {
      name: 'done',
      state: finished ? 'done' : 'ahead',
      at: finished ? (resolved?.at ?? null) : null,
      who: null,
    },
    {
      name: 'confirmed',
      state: it.status === 'closed' ? 'done' : it.status === 'resolved' ? 'now' : 'ahead',
      at: it.status === 'closed' ? (closed?.at ?? null) : null,
      who: null,
    },
  ]
}

function lastIndexOf(events: readonly TimelineItem[], kinds: readonly string[]): number {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    if (kinds.includes(events[index]?.kind ?? '')) return index
  }
  return -1
}

function last(events: readonly TimelineItem[], kinds: readonly string[]): TimelineItem | undefined {
  return events[lastIndexOf(events, kinds)]
}

/** The running clock that ends first, as a list's row would name it; null while none runs. */
export function dueOf(clocks: CaseView['clocks']): {
  kind: CaseView['clocks'][number]['kind']
  at: string
  startedAt: string
  budgetSeconds: number
} | null {
  let next: ReturnType<typeof dueOf> = null
  for (const { kind, verdict, deadline, startedAt, budgetSeconds, stoppedAt } of clocks) {
    // A breached clock that nobody has stopped still runs: the resident still waits.
    const runs = verdict === 'running' || (verdict === 'breached' && stoppedAt === null)
    if (!runs || deadline === null) continue
    if (!next || Date.parse(deadline) < Date.parse(next.at))
      next = { kind, at: deadline, startedAt, budgetSeconds }
  }
  return next
}

/** The question that the case waits for me to answer. */
export function lastQuestion(timeline: readonly TimelineItem[]): TimelineItem | undefined {
  return last(inOrder(timeline), ['paused'])
}

/** What was said when it was last reported done: the words and photos to judge by. */
export function lastResolution(timeline: readonly TimelineItem[]): TimelineItem | undefined {
  return last(inOrder(timeline), ['resolved'])
}

function inOrder(timeline: readonly TimelineItem[]): TimelineItem[] {
  return timeline.toSorted((a, b) => a.seq - b.seq)
}
