import type { RosterView } from '@zhanggui/contract'
import { maskPhone } from '@zhanggui/rules'
import type { Header } from '../rules/roster/find-header.ts'
import type { Outcome, Verdict } from './judge-rows.ts'

const shownAtMost = 2000

function rank({ outcome, problems }: Verdict): number {
  if (outcome === 'error') return 0
  return problems.length > 0 ? 1 : 2
}

/** A roster as the contract shows it: counts of all rows; of the rows those with problems first, phones masked. */
export function showRoster(
  sheet: string,
  header: Header,
  verdicts: readonly Verdict[],
): Omit<RosterView, 'id' | 'fileName' | 'state'> {
  const count = (outcome: Outcome) => verdicts.filter((it) => it.outcome === outcome).length
  return {
    sheet,
    headerLine: header.line,
    columns: header.columns.map(({ column, heading, meaning }) => ({ column, heading, meaning })),
    counts: {
      rows: verdicts.length,
      new: count('new'),
      change: count('change'),
      same: count('same'),
      duplicate: count('duplicate'),
      error: count('error'),
    },
    rows: verdicts
      .toSorted((a, b) => rank(a) - rank(b) || a.row.line - b.row.line)
      .slice(0, shownAtMost)
      .map(({ row, outcome, room, problems }) => ({
        line: row.line,
        outcome,
        room,
        name: row.name ?? '',
        phone: row.phone === null ? '' : maskPhone(row.phone),
        role: row.name === null ? null : (row.role ?? row.roleByHeading),
        area: row.area,
        problems,
      })),
  }
}
