import type { Town } from '../apps/server/src/demo/bulk-town.ts'

export type ListTime = { filter: string; size: number; p50: number }

/** Lists of twenty, asked by one client over HTTP, in a community of `size` cases; medians in milliseconds. */
export async function benchLists(
  address: string,
  token: string,
  town: Town,
  size: number,
): Promise<ListTime[]> {
  const filters: Record<string, string> = {
    'active, next deadline first': 'status=active',
    mine: 'status=active&assignee=me',
    'nobody’s yet': 'status=active&assignee=none',
    late: 'late=true',
    'closed, newest first': 'status=closed',
    'everything, newest first': '',
    'one home': `placeId=${town.resident.homeId}`,
    'one person': `personId=${town.resident.personId}`,
    'one worker, newest first': `assignee=${town.workers[0]?.id}&sort=newest&status=closed,open`,
  }
  const times: ListTime[] = []
  for (const [filter, query] of Object.entries(filters)) {
    const took: number[] = []
    for (let turn = 0; turn < 140; turn += 1) {
      const began = performance.now()
      const answer = await fetch(
        `${address}/api/v1/cases?limit=20&communityId=${town.communityId}${query ? `&${query}` : ''}`,
        {
          headers: { cookie: `zhanggui=${token}` },
        },
      )
      const body = (await answer.json()) as { items?: unknown[] }
      if (!answer.ok || !body.items) throw new Error(`${filter} answered ${answer.status}`)
      if (turn >= 40) took.push(performance.now() - began)
    }
    times.push({ filter, size, p50: took.toSorted((a, b) => a - b)[50] ?? 0 })
  }
  return times
}
