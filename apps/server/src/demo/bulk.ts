import { addDays, dateIn, epochSeconds, instantText, startOfDate } from '@zhanggui/rules'
import type pg from 'pg'
import { withClient } from '#platform/postgres/connect'
import { fillSlot, numberFunction, stageCommunity } from './bulk-sql.ts'
import type { Slot } from './bulk-sql.ts'
import { foundTowns, refuseOthers } from './bulk-town.ts'
import type { Town } from './bulk-town.ts'
import { setAside } from './set-aside.ts'
import { day, zone } from './time.ts'

/** How many cases of a community wait for somebody at any time, however many it ever had. */
export const activeOfCommunity = 2000
/** Everything older was finished at least so long ago: whatever was opened then has run its course. */
const finishedBefore = 15 * day
const years = 8

/**
 * Fills communities of its own with any number of cases, quickly, for measuring: about 2,000 of each community under
 * way, the others finished over the past eight years; with events and clocks from which every state follows, but for
 * the oldest when there are very many. All or nothing, in one transaction. Refused (`DemoProblem`) where a real organization works. Answers the communities.
 */
export async function seedBulk(options: {
  ownerUrl: string
  appUrl: string
  cases: number
  communities: number
  /** So many of the newest have events and clocks, the rest are bare rows; a million unless said otherwise. */
  histories?: number
  now: string
  say(line: string): void
}): Promise<Town[]> {
  const { ownerUrl, appUrl, say } = options
  await refuseOthers(ownerUrl)
  const now = epochSeconds(options.now)
  const towns = await foundTowns({
    appUrl,
    communities: options.communities,
    since: now - (years + 1) * 365 * day,
  })
  const each = Math.floor(options.cases / towns.length)
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  await withClient(ownerUrl, async (client) => {
    await client.query(`begin; set local statement_timeout = 0; set local synchronous_commit = off;
      set local work_mem = '256MB'; set local maintenance_work_mem = '1GB'; set local timezone = 'UTC';
      set local app.communities = '${towns.map((it) => it.communityId).join(',')}'`)
    await client.query(numberFunction)
    const putBack = await setAside(client, ['cases.case', 'cases.case_event', 'cases.clock'])
    let made = 0
    for (const [index, town] of towns.entries()) {
      const wanted = index === 0 ? options.cases - each * (towns.length - 1) : each
      await stageCommunity(client, town)
      for (const slot of slotsOf(wanted, Math.ceil((options.histories ?? 1_000_000) / towns.length), now)) {
        await fillSlot(client, town, slot, instantText(now))
        const before = Math.floor((made / options.cases) * 10)
        made += slot.count
        const part = Math.floor((made / options.cases) * 10)
        if (part > before) say(`  ${made.toLocaleString('en')} 张工单 cases, ${seconds()} s`)
      }
      await countNumbers(client, town)
    }
    say(`  建索引 building indexes, ${seconds()} s`)
    await putBack()
    await client.query('commit')
    say(`  已提交 committed, ${seconds()} s`)
    await client.query('vacuum (analyze) cases.case')
    await client.query('analyze')
  })
  say(`  ${options.cases.toLocaleString('en')} 张工单 cases, ${seconds()} s`)
  return towns
}

/** Months with their share of the finished cases, and last the ones under way. */
function slotsOf(cases: number, histories: number, now: number): Slot[] {
  const active = Math.min(cases, activeOfCommunity)
  const end = now - finishedBefore
  const starts: number[] = []
  let date = `${dateIn(zone, end).slice(0, 7)}-01`
  for (let month = 0; month < years * 12; month += 1) {
    starts.unshift(startOfDate(zone, date))
    date = `${addDays(date, -1).slice(0, 7)}-01`
  }
  const first = starts[0] ?? end
  const finished = cases - active
  const shareBefore = (at: number) => Math.round(((at - first) / (end - first)) * finished)
  const months = starts.map((from, index): Slot => {
    const to = Math.min(starts[index + 1] ?? end, end)
    return {
      from: instantText(from),
      seconds: to - from,
      period: periodAt(from),
      count: shareBefore(to) - shareBefore(from),
      before: shareBefore(from),
      active: false,
      // A month is whole or bare, so that one statement makes it.
      whole: cases - shareBefore(from) <= histories,
      taken: new Map(),
    }
  })
  return [
    ...months.filter((it) => it.count > 0),
    {
      from: instantText(now),
      seconds: 0,
      period: '',
      count: active,
      before: finished,
      active: true,
      whole: true,
      taken: new Map(months.map((it) => [it.period, it.count])),
    },
  ]
}

const periodAt = (seconds: number): string => {
  const date = dateIn(zone, seconds)
  return date.slice(2, 4) + date.slice(5, 7)
}

/** Leaves the counters where the next report goes on. */
async function countNumbers(client: pg.ClientBase, { communityId }: Town): Promise<void> {
  await client.query(
    `insert into platform.counter (community_id, kind, period, value)
     select community_id, 'case', left(number, 4), max(substr(number, 6)::bigint)
     from cases.case where community_id = $1 group by 1, 3`,
    [communityId],
  )
}
