import type { Town } from '../apps/server/src/demo/bulk-town.ts'

export type ListTime = { filter: string; size: number; p50: number }
/** A community of so many cases, and a session of somebody on its staff. */
export type ListedTown = { size: number; town: Town; token: string }

/** Every filter of the work list, by name, as its query. */
const filtersOf = (town: Town): Record<string, string> => ({
  'active, next deadline first': 'status=active',
  mine: 'status=active&assignee=me',
  'nobody’s yet': 'status=active&assignee=none',
  late: 'late=true',
  'closed, newest first': 'status=closed',
  'everything, newest first': '',
  'one home': `placeId=${town.resident.homeId}`,
  'one person': `personId=${town.resident.personId}`,
  'one worker, newest first': `assignee=${town.workers[0]?.id}&sort=newest&status=closed,open`,
})
const warmUp = 40
const turns = 200

/**
 * Lists of twenty, asked by one client over HTTP; medians in milliseconds. The communities are asked in turn, request
 * by request, so that whatever else the machine does falls on all sizes alike.
 */
export async function benchLists(address: string, towns: readonly ListedTown[]): Promise<ListTime[]> {
  const times: ListTime[] = []
  for (const filter of Object.keys(towns[0] ? filtersOf(towns[0].town) : {})) {
    const took = new Map(towns.map(({ size }): [number, number[]] => [size, []]))
    for (let turn = 0; turn < warmUp + turns; turn += 1) {
      for (const it of towns) {
        const milliseconds = await ask(address, it, filter)
        if (turn >= warmUp) took.get(it.size)?.push(milliseconds)
      }
    }
    for (const [size, all] of took) {
      times.push({ filter, size, p50: all.toSorted((a, b) => a - b)[turns / 2] ?? 0 })
    }
  }
  return times
}

async function ask(address: string, { town, token }: ListedTown, filter: string): Promise<number> {
  const query = filtersOf(town)[filter]
  const began = performance.now()
  const answer = await fetch(
    `${address}/api/v1/cases?limit=20&communityId=${town.communityId}${query ? `&${query}` : ''}`,
    { headers: { cookie: `zhanggui=${token}` } },
  )
  const body = (await answer.json()) as { items?: unknown[] }
  if (!answer.ok || !body.items) throw new Error(`${filter} answered ${answer.status}`)
  return performance.now() - began
}
