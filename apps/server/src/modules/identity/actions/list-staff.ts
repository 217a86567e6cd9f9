import { allow } from '#platform/context'
import type { Context } from '#platform/context'
import type { IdentityParts } from '../parts.ts'
import { appointed } from '../queries.ts'

/** Staff of a community, invited ones too, with how many open cases each has. */
export async function listStaff(parts: IdentityParts, context: Context, it: { communityId: string }) {
  allow(context, 'staff.read', it.communityId)
  const [staff, open] = await Promise.all([
    appointed(context.database.house, it.communityId, { active: false }),
    parts.openCasesByAssignee(context, it.communityId),
  ])
  return {
    items: staff.map(({ id, name, login, roles, team, state }) => ({
      accountId: id,
      name,
      login,
      roles,
      team,
      state,
      openCases: open.get(id) ?? 0,
    })),
  }
}
