import { staffOfCommunity } from '#modules/identity'
import { epochSeconds, instantText } from '@zhanggui/rules'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import type { FieldRefusal } from '#platform/refusal'
import { shiftsOf, takeTurn, zoneOf } from '../queries.ts'
import { shiftSpan } from '../rules/shift-span.ts'

export type RosterChange = { on: string; shiftId: string; accountId: string; works: boolean }

/**
 * Puts people on shifts and takes them off, all of it or nothing. What is so already stays as it is. Refused, beside
 * the change it is in: a shift that is not in use or has no such weekday, somebody who does not work here, is on leave
 * that day or is at another shift then, and a shift that is over: what was, was.
 */
export function setDutyRoster(
  context: Context,
  it: { communityId: string; changes: readonly RosterChange[] },
): Promise<{ added: number; removed: number }> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    const outcome = await setDutyRosterTx(tx, { ...it, notBefore: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return outcome
  })
}

/** The same for whoever writes; `notBefore` (ISO) is the instant by which a shift must not be over, if any. */
export async function setDutyRosterTx(
  tx: Tx,
  it: { communityId: string; changes: readonly RosterChange[]; notBefore?: string },
): Promise<{ added: number; removed: number }> {
  const { communityId } = it
  await takeTurn(tx, communityId)
  const timeZone = await zoneOf(tx, communityId)
  const staff = new Map((await staffOfCommunity(tx, communityId)).map((one) => [one.id, one.name]))
  const shifts = new Map((await shiftsOf(tx, communityId)).map((one) => [one.id, one]))
  const fields: FieldRefusal[] = []
  const wrong = (index: number, field: string) => {
    fields.push({ path: `changes.${index}.${field}`, problem: 'invalid' })
  }
  const rows = it.changes.flatMap((change, index) => {
    const shift = shifts.get(change.shiftId)
    const span = shift && shiftSpan(shift, change.on, timeZone)
    const name = staff.get(change.accountId)
    if (!shift) wrong(index, 'shiftId')
    else if (!span || (it.notBefore !== undefined && span.until <= epochSeconds(it.notBefore)))
      wrong(index, 'on')
    if (change.works && name === undefined) wrong(index, 'accountId')
    if (!span) return []
    return [
      {
        index,
        id: v7(),
        ...change,
        name: name ?? '',
        starts_at: instantText(span.from),
        ends_at: instantText(span.until),
      },
    ]
  })
  if (fields.length > 0) throw refusal(fields)
  const given = JSON.stringify(rows)
  const shape = sql`jsonb_to_recordset(${given}::jsonb) as c(index int, id uuid, "on" date, "shiftId" uuid, "accountId" uuid,
    works boolean, name text, starts_at timestamptz, ends_at timestamptz)`
  // roster_once
  const removed = await sql`
    delete from workforce.roster r using ${shape}
    where r.community_id = ${communityId} and r.on_date = c."on" and r.shift_id = c."shiftId"
      and r.account_id = c."accountId" and not c.works`.execute(tx)
  const added = await sql`
    insert into workforce.roster (community_id, id, on_date, shift_id, account_id, account_name, starts_at, ends_at)
    select ${communityId}::uuid, c.id, c."on", c."shiftId", c."accountId", c.name, c.starts_at, c.ends_at
    from ${shape} where c.works
    on conflict (community_id, on_date, shift_id, account_id) do nothing`.execute(tx)
  // roster_of_account, leave_of_account
  const clashes = await sql<{ index: number }>`
    select c.index from ${shape}
    where c.works and (exists (
        select from workforce.roster r
        where r.community_id = ${communityId} and r.account_id = c."accountId"
          and r.starts_at < c.ends_at and r.starts_at > c.starts_at - interval '26 hours' and r.ends_at > c.starts_at
          and (r.on_date, r.shift_id) <> (c."on", c."shiftId"))
      or exists (
        select from workforce.leave l
        where l.community_id = ${communityId} and l.account_id = c."accountId" and l.cancelled_at is null
          and c."on" between l.from_date and l.until_date))
    order by c.index`.execute(tx)
  for (const { index } of clashes.rows) wrong(index, 'accountId')
  if (fields.length > 0) throw refusal(fields)
  return { added: Number(added.numAffectedRows ?? 0), removed: Number(removed.numAffectedRows ?? 0) }
}

const refusal = (fields: FieldRefusal[]) => new Refusal('roster_invalid', { fields: fields.slice(0, 20) })
