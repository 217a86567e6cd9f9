import type { DutyPhones, DutyRoster, OnDutyView, Skill, Team, Workforce } from '@zhanggui/contract'
import { addDays } from '@zhanggui/rules'
import { sql } from 'kysely'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import { onDuty } from '../on-duty.ts'
import { dutyPhones, membersOf, shiftsOf, teamLeaders } from '../queries.ts'

/** Teams with their leaders, everybody with their skills, and the shifts in use. */
export function readWorkforce(context: Context, communityId: string): Promise<Workforce> {
  allow(context, 'duty.read', communityId)
  return read(
    context,
    async (tx) => {
      const members = await membersOf(tx, communityId)
      const leaders = await teamLeaders(tx, communityId, members)
      return {
        teams: [...leaders].map(([team, leader]) => ({ team, leader })),
        members,
        shifts: await shiftsOf(tx, communityId),
      }
    },
    [communityId],
  )
}

/** Who is on duty now, of one team or with one skill when asked. */
export function readOnDuty(
  context: Context,
  communityId: string,
  only: { team?: Team | undefined; skill?: Skill | undefined },
): Promise<OnDutyView> {
  allow(context, 'duty.read', communityId)
  return read(
    context,
    async (tx) => ({ at: context.now, staff: await onDuty(tx, communityId, context.now, only) }),
    [communityId],
  )
}

/** The roster of so many days from a date on, with who is away on some of them. */
export function readDutyRoster(
  context: Context,
  communityId: string,
  { from, days }: { from: string; days: number },
): Promise<DutyRoster> {
  allow(context, 'duty.read', communityId)
  const last = addDays(from, days - 1)
  return read(
    context,
    async (tx) => {
      // roster_once
      const entries = await tx
        .selectFrom('workforce.roster')
        .select(['on_date', 'shift_id', 'account_id', 'account_name'])
        .where('community_id', '=', communityId)
        .where('on_date', '>=', from)
        .where('on_date', '<=', last)
        .orderBy('on_date')
        .orderBy('account_name')
        .orderBy('account_id')
        .execute()
      // leave_until
      const leave = await tx
        .selectFrom('workforce.leave')
        .select(['id', 'account_id', 'account_name', 'kind', 'from_date', 'until_date', 'note'])
        .where('community_id', '=', communityId)
        .where('cancelled_at', 'is', null)
        .where('until_date', '>=', from)
        .where('from_date', '<=', last)
        .orderBy('from_date')
        .orderBy('id')
        .limit(sql.lit(500))
        .execute()
      return {
        from,
        days,
        entries: entries.map((it) => ({
          on: it.on_date,
          shiftId: it.shift_id,
          staff: { id: it.account_id, name: it.account_name },
        })),
        shifts: await shiftsOf(tx, communityId, [...new Set(entries.map((it) => it.shift_id))]),
        leave: leave.map((it) => ({
          id: it.id,
          staff: { id: it.account_id, name: it.account_name },
          kind: it.kind,
          from: it.from_date,
          until: it.until_date,
          note: it.note,
        })),
      }
    },
    [communityId],
  )
}

/** The duty phone list in force. */
export function readDutyPhones(context: Context, communityId: string): Promise<DutyPhones> {
  allow(context, 'duty.read', communityId)
  return read(context, (tx) => dutyPhones(tx, communityId), [communityId])
}
