import type { endpoints, PersonView } from '@zhanggui/contract'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { personInReach } from '../access.ts'
import { personView } from '../person-view.ts'
import { insertConsent } from '../store.ts'

type Asked = Input<(typeof endpoints)['recordConsent']>

/** Writes down that a person gave or withdrew a consent, and who entered it. What was written before stays. */
export async function recordConsent(context: Context, { params, body }: Asked): Promise<PersonView> {
  return change(context, async (tx) => {
    const { communityId, id } = await personInReach(context, tx, 'people.change', params.id)
    await insertConsent(tx, {
      communityId,
      personId: id,
      kind: body.kind,
      given: body.given,
      at: context.now,
      byName: context.actor.name,
      byAccount: context.actor.accountId,
    })
    return personView(tx, communityId, id)
  })
}
