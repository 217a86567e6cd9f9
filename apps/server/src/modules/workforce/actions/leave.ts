import { staffMember } from '#modules/identity'
import type { Leave, LeaveKind } from '@zhanggui/contract'
import { sql } from 'kysely'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal, refuseField } from '#platform/refusal'
import { takeTurn } from '../queries.ts'

type Asked = {
  communityId: string
  id: string
  accountId: string
  kind: LeaveKind
  /** First and last day away. */
  from: string
  until: string
  note?: string | undefined
}

/**
 * Notes that somebody is away for whole days. Shifts planned for these days stay in the roster, crossed out, and are
 * not worked. Refused: a last day before the first, more than a year, days already away, who does not work here.
 */
export function recordLeave(context: Context, it: Asked): Promise<Leave> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    if (it.until < it.from || Date.parse(it.until) - Date.parse(it.from) > 366 * 86_400_000) {
      throw refuseField('until', 'invalid')
    }
    const leave = await recordLeaveTx(tx, { ...it, by: context.actor.name, now: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return leave
  })
}

export async function recordLeaveTx(tx: Tx, it: Asked & { by: string; now: string }): Promise<Leave> {
  await takeTurn(tx, it.communityId)
  const member = await staffMember(tx, it.communityId, it.accountId)
  if (!member) throw refuseField('accountId', 'invalid', 'assignee_unavailable')
  // leave_of_account
  const already = await tx
    .selectFrom('workforce.leave')
    .select('id')
    .where('community_id', '=', it.communityId)
    .where('account_id', '=', it.accountId)
    .where('cancelled_at', 'is', null)
    .where('until_date', '>=', it.from)
    .where('from_date', '<=', it.until)
    .limit(sql.lit(1))
    .executeTakeFirst()
  if (already) throw refuseField('from', 'invalid', 'leave_overlaps')
  await tx
    .insertInto('workforce.leave')
    .values({
      community_id: it.communityId,
      id: it.id,
      account_id: member.id,
      account_name: member.name,
      kind: it.kind,
      from_date: it.from,
      until_date: it.until,
      note: it.note ?? '',
      recorded_at: it.now,
      recorded_by_name: it.by,
    })
    .execute()
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'leave_pkey') throw new Refusal('key_reused')
      throw error
    })
  const { id, kind, from, until, note = '' } = it
  return { id, staff: { id: member.id, name: member.name }, kind, from, until, note }
}

/** Takes a leave back; shifts of these days count again. Not found: one that is not there or was taken back. */
export function cancelLeave(
  context: Context,
  it: { communityId: string; id: string },
): Promise<Record<string, never>> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    const cancelled = await tx
      .updateTable('workforce.leave')
      .set({ cancelled_at: context.now })
      .where('community_id', '=', it.communityId)
      .where('id', '=', it.id)
      .where('cancelled_at', 'is', null)
      .executeTakeFirst()
    if (cancelled.numUpdatedRows === 0n) throw new Refusal('not_found')
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return {}
  })
}
