import type { Shift } from '@zhanggui/contract'
import { sql } from 'kysely'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal, refuseField } from '#platform/refusal'

/** Adds a shift. Refused: a name that another shift in use has. */
export function addShift(context: Context, it: { communityId: string } & Shift): Promise<Shift> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    const shift = await addShiftTx(tx, { ...it, now: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return shift
  })
}

export async function addShiftTx(tx: Tx, it: { communityId: string; now: string } & Shift): Promise<Shift> {
  const weekdays = [...new Set(it.weekdays)].toSorted((a, b) => a - b)
  const { id, name, from, until } = it
  await tx
    .insertInto('workforce.shift')
    .values({
      community_id: it.communityId,
      id,
      name,
      from_time: from,
      until_time: until,
      weekdays,
      position: sql<number>`(select count(*)::int from workforce.shift where community_id = ${it.communityId})`,
      added_at: it.now,
    })
    .execute()
    .catch((error: unknown) => {
      const broken = brokenConstraint(error)
      if (broken === 'shift_name') throw refuseField('name', 'invalid', 'shift_name_taken')
      if (broken === 'shift_pkey') throw new Refusal('key_reused')
      throw error
    })
  return { id, name, from, until, weekdays }
}

/**
 * A shift is not used any more. Whoever is at work in it now finishes; what was planned to begin later is taken back.
 * Not found: a shift that is not there or was ended before.
 */
export function endShift(
  context: Context,
  it: { communityId: string; id: string },
): Promise<Record<string, never>> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    const ended = await tx
      .updateTable('workforce.shift')
      .set({ ended_at: context.now })
      .where('community_id', '=', it.communityId)
      .where('id', '=', it.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw new Refusal('not_found')
    await tx
      .deleteFrom('workforce.roster')
      .where('community_id', '=', it.communityId)
      .where('shift_id', '=', it.id)
      .where('starts_at', '>', context.now)
      .execute()
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return {}
  })
}
