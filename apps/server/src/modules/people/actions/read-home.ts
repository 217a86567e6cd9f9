import type { HomeView } from '@zhanggui/contract'
import { homeById } from '#modules/estate'
import { recordAccess } from '#modules/identity'
import { communitiesAllowing, read } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { personRef } from '../phone.ts'
import { residentsOfHome } from '../queries.ts'

/** A home's archive, present residents first. That it was opened is recorded for every person it shows. */
export async function readHome(context: Context, homeId: string): Promise<HomeView> {
  return read(context, async (tx) => {
    const home = await homeById(tx, communitiesAllowing(context, 'people.read'), homeId)
    if (!home) throw new Refusal('not_found')
    const { communityId, id, kind, label, building, entrance, floor, use, area, handoverOn, version } = home
    const residents = await residentsOfHome(tx, communityId, homeId)
    const personId = residents.map((it) => it.personId)
    await recordAccess(tx, context, { communityId, personId, what: 'archive', purpose: null })
    return {
      place: { id, kind, label },
      building,
      entrance,
      floor,
      use,
      area,
      handoverOn,
      version,
      residents: residents.map(({ personId, name, phone, ...it }) => ({
        ...it,
        person: personRef({ id: personId, name, phone }),
      })),
    }
  })
}
