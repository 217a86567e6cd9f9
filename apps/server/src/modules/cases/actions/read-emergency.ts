import { dutyPhones } from '#modules/workforce'
import type { DutyPhone } from '@zhanggui/contract'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'

/** Whom to ring in danger, for everybody who may report in the community, before anything is sent. */
export async function readEmergency(context: Context, communityId: string) {
  allow(context, 'case.open', communityId)
  return read(context, async (tx) => ({ phones: await emergencyPhones(tx, communityId) }), [communityId])
}

/** The published duty numbers without the notes among staff. */
export async function emergencyPhones(
  tx: Tx,
  communityId: string,
): Promise<Pick<DutyPhone, 'topic' | 'name' | 'phone'>[]> {
  const { phones } = await dutyPhones(tx, communityId)
  // A manager's own number and whatever has no topic are for staff.
  return phones
    .filter((it) => it.topic !== 'manager' && it.topic !== 'other')
    .map(({ topic, name, phone }) => ({ topic, name, phone }))
}
