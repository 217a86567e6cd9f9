import type { endpoints, PersonView } from '@zhanggui/contract'
import { dateIn, epochSeconds } from '@zhanggui/rules'
import { namesOf } from '#modules/estate'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Input } from '#platform/http/serving'
import { refuseField } from '#platform/refusal'
import { residencyInReach } from '../access.ts'
import { personView } from '../person-view.ts'
import { tellStanding } from '../standing.ts'
import { endResidencyOn, raisePersonVersion } from '../store.ts'

type Asked = Input<(typeof endpoints)['endResidency']>

/**
 * Ends a person's role in a home, today or on an earlier day; what they reach ends at once. A day to come is refused:
 * it is entered when it has come.
 */
export async function endResidency(context: Context, { params, body }: Asked): Promise<PersonView> {
  return change(context, async (tx) => {
    const { communityId, id, personId, since } = await residencyInReach(context, tx, params.id)
    const [community] = await namesOf(tx, [communityId])
    const today = dateIn(community?.timeZone ?? 'Asia/Shanghai', epochSeconds(context.now))
    if (body.until > today) throw refuseField('until', 'too_big')
    if (since !== null && body.until < since) throw refuseField('until', 'too_small')
    await endResidencyOn(tx, communityId, id, body.until)
    await raisePersonVersion(tx, communityId, personId)
    await tellStanding(tx, communityId, [personId])
    return personView(tx, communityId, personId)
  })
}
