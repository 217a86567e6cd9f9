import type { DutyPhone, DutyPhones } from '@zhanggui/contract'
import { normalisePhone } from '@zhanggui/rules'
import { v7 } from 'uuid'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal } from '#platform/refusal'
import type { FieldRefusal } from '#platform/refusal'
import { dutyPhones } from '../queries.ts'

/**
 * Publishes the whole list anew, in the order to ring. Refused: a version other than the one in force, and a number
 * that nobody could ring from here, beside the line it is in.
 */
export function publishDutyPhones(
  context: Context,
  it: { communityId: string; expectedVersion: number; phones: DutyPhone[] },
): Promise<DutyPhones> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    const by = { id: context.actor.accountId, name: context.actor.name }
    const published = await publishDutyPhonesTx(tx, { ...it, by, now: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return published
  })
}

export async function publishDutyPhonesTx(
  tx: Tx,
  it: {
    communityId: string
    expectedVersion: number
    phones: DutyPhone[]
    by: { id: string | null; name: string }
    now: string
  },
): Promise<DutyPhones> {
  const fields: FieldRefusal[] = []
  const phones = it.phones.map((one, index) => {
    const phone = normalisePhone(one.phone)
    if (phone.ok) return { ...one, phone: phone.phone }
    fields.push({ path: `phones.${index}.phone`, problem: 'bad_format' })
    return one
  })
  if (fields.length > 0) throw new Refusal('phone_invalid', { fields: fields.slice(0, 20) })
  const { version: before } = await dutyPhones(tx, it.communityId)
  if (before !== it.expectedVersion) throw new Refusal('stale_version', { detail: { version: before } })
  const version = before + 1
  await tx
    .insertInto('workforce.duty_phones')
    .values({
      community_id: it.communityId,
      id: v7(),
      version,
      phones: JSON.stringify(phones),
      published_at: it.now,
      published_by: it.by.id,
      published_by_name: it.by.name,
    })
    .execute()
    .catch((error: unknown) => {
      // Somebody else published at the same instant.
      if (brokenConstraint(error) === 'duty_phones_version')
        throw new Refusal('stale_version', { detail: { version } })
      throw error
    })
  return { version, phones, publishedAt: it.now, publishedBy: it.by.name }
}
