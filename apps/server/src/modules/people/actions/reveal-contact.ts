import type { endpoints } from '@zhanggui/contract'
import { recordAccess } from '#modules/identity'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { personInReach } from '../access.ts'

type Asked = Input<(typeof endpoints)['revealContact']>

const hideAfterSeconds = 30

/** A phone number whole. Who looked and why is recorded first, and shown to that person. */
export async function revealContact(context: Context, { params, body }: Asked) {
  await change(context, async (tx) => {
    const { communityId, id } = await personInReach(context, tx, 'people.reveal', params.id)
    await recordAccess(tx, context, { communityId, personId: id, what: 'phone', purpose: body.purpose })
  })
  // Read apart: what `change` answers is remembered for repeats, and numbers must not lie there.
  const { phone } = await read(context, (tx) => personInReach(context, tx, 'people.reveal', params.id))
  return { phone, hideAfterSeconds }
}
