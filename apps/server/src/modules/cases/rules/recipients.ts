import type { EscalationTarget, StaffRole } from '@zhanggui/contract'

export type Candidate = { id: string; name: string; roles: readonly StaffRole[] }

/** The people of a case, and who works in its community now. */
export type Recipients = {
  assigneeId: string | null
  trackerId: string | null
  staff: readonly Candidate[]
  /** Who is on duty at that instant; empty: no roster is kept, and everybody counts as there. */
  onDuty: ReadonlySet<string>
  /** Leaders of the teams concerned: the assignee's and the desk's. */
  leaderIds: readonly string[]
}

// Up from whoever works on it. Nobody there: the next above is told instead, so that no level is told to nobody.
const chain: readonly EscalationTarget[] = ['assignee', 'tracker', 'shift-leader', 'manager', 'head-office']

/** Who a level tells, each once, in the order of the ladder. A case without an assignee is told to those who send. */
export function recipientsOf(to: readonly EscalationTarget[], it: Recipients): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const target of to) {
    for (const one of orAbove(target, it)) found.set(one.id, one)
  }
  return [...found.values()]
}

function orAbove(target: EscalationTarget, it: Recipients): readonly Candidate[] {
  for (const step of chain.slice(chain.indexOf(target))) {
    const people = peopleOf[step](it)
    if (people.length > 0) return people
  }
  // Above head office is nobody: then whoever runs the community, and in the end whoever answers there.
  return (
    [peopleOf.manager(it), peopleOf['shift-leader'](it), withRole(it, 'agent')].find(
      (all) => all.length > 0,
    ) ?? []
  )
}

const there = (it: Recipients, people: readonly Candidate[]) =>
  it.onDuty.size === 0 ? people : people.filter((one) => it.onDuty.has(one.id))
const withRole = ({ staff }: Recipients, role: StaffRole) => staff.filter((one) => one.roles.includes(role))
const byId = ({ staff }: Recipients, id: string | null) => staff.filter((one) => one.id === id)

const peopleOf: Record<EscalationTarget, (it: Recipients) => readonly Candidate[]> = {
  assignee: (it) => there(it, it.assigneeId === null ? withRole(it, 'dispatcher') : byId(it, it.assigneeId)),
  tracker: (it) => there(it, byId(it, it.trackerId)),
  'shift-leader': (it) => {
    const leaders = it.staff.filter((one) => it.leaderIds.includes(one.id))
    return there(it, [...new Set([...leaders, ...withRole(it, 'dispatcher')])])
  },
  // Managers answer for the community at any hour; the one on duty first.
  manager: (it) => {
    const all = withRole(it, 'manager')
    const now = there(it, all)
    return now.length > 0 ? now : all
  },
  'head-office': (it) => withRole(it, 'head-office'),
}
