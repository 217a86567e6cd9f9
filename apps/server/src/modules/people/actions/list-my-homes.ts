import type { myHome } from '@zhanggui/contract'
import { maskName } from '@zhanggui/rules'
import type * as z from 'zod'
import { homesOf, namesOf, nearbyCommonPlaces } from '#modules/estate'
import { permissionsIn, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { homesOfPersons, householdsOf } from '../queries.ts'

type MyHome = z.input<typeof myHome>

/** The caller's homes with who else lives there (names masked) and the common places around them. */
export async function listMyHomes(context: Context): Promise<{ items: MyHome[] }> {
  const mine = context.actor.reach.filter(
    (it) => it.personIds.length > 0 && permissionsIn(it).includes('home.own'),
  )
  const items = await read(context, async (tx) => {
    const names = await namesOf(
      tx,
      mine.map((it) => it.communityId),
    )
    const homes: MyHome[] = []
    for (const { communityId, personIds } of mine) {
      const name = names.find((it) => it.id === communityId)?.name ?? ''
      homes.push(...(await homesIn(tx, { id: communityId, name }, personIds)))
    }
    return homes
  })
  return { items }
}

async function homesIn(
  tx: Tx,
  community: { id: string; name: string },
  personIds: readonly string[],
): Promise<MyHome[]> {
  const own = await homesOfPersons(tx, community.id, personIds)
  const ids = [...new Set(own.map((it) => it.homeId))]
  if (ids.length === 0) return []
  const homes = await homesOf(tx, community.id, ids)
  const households = await householdsOf(tx, community.id, ids)
  const places = await nearbyCommonPlaces(tx, community.id, ids)
  return ids.flatMap((id): MyHome[] => {
    const home = homes.find((it) => it.id === id)
    const role = own.find((it) => it.homeId === id)?.role
    if (!home || !role) return []
    return [
      {
        home: { id, kind: home.kind, label: home.label },
        communityId: community.id,
        communityName: community.name,
        area: home.area,
        role,
        household: households
          .filter((it) => it.homeId === id && !personIds.includes(it.personId))
          .map((it) => ({ name: maskName(it.name), role: it.role })),
        nearby: places
          .filter(
            (it) =>
              it.buildingId === null ||
              (it.entranceId === null
                ? it.buildingId === home.buildingId
                : it.entranceId === home.entranceId),
          )
          .map(({ id, kind, label }) => ({ id, kind, label })),
      },
    ]
  })
}
