import { communitiesServed } from '#modules/identity'
import type { AssignmentView } from '@zhanggui/contract'
import { sql } from 'kysely'
import { systemContext } from '#platform/context'
import type { Context } from '#platform/context'
import type { Database, Tx } from '#platform/database'
import { queueJob } from '#platform/outbox'
import { caseForHouse } from '../access.ts'
import type { CaseRow } from '../access.ts'
import { assignmentOf, choicesFor, inHandOf, lockPerson } from '../assignment.ts'
import { dispatchOf, setBeside, tellRoles, tellStaff, workingAfter } from '../dispatch-store.ts'
import { chooseAssignee, mostOffers, neededFor } from '../rules/choose-assignee.ts'
import { step } from './step.ts'

/** Round `cases:assign`: looks at every community, for those whose shift has begun or whose time has passed. */
export async function assignEverywhere(database: Database, now: string): Promise<void> {
  for (const id of await communitiesServed(database.house)) await assignWaiting(database, id, now)
}

/**
 * Job `cases:assign`: takes back offers whose time has passed, then offers what waits for somebody, most urgent and
 * then oldest first, to whoever the community's rules choose. One case a transaction; a case that moved on meanwhile
 * is left alone. Does nothing where work is not given out by itself.
 */
export async function assignWaiting(database: Database, communityId: string, now: string): Promise<void> {
  const context = systemContext(database, now, [communityId])
  const ids = await database.transaction([communityId], async (tx) => {
    const policy = await assignmentOf(tx, communityId)
    return policy.strategy === 'off' ? [] : waitingIds(tx, communityId, now)
  })
  for (const id of ids) {
    await database.transaction([communityId], async (tx) => {
      const policy = await assignmentOf(tx, communityId)
      const row = await caseForHouse(tx, communityId, id)
      if (row && policy.strategy !== 'off') await giveOut(context, tx, row, policy)
    })
  }
}

async function waitingIds(tx: Tx, communityId: string, now: string): Promise<string[]> {
  // case_due; dispatch_pkey
  const found = await sql<{ id: string }>`
    select c.id from cases.case c
    left join cases.dispatch d on d.community_id = c.community_id and d.id = c.id
    where c.community_id = ${communityId} and c.status in ('new', 'open') and c.assignee_id is null
      and (d.id is null or d.offer_until <= ${now}::timestamptz
        or (d.offered_to_id is null and (d.raised_why is null or d.raised_why = 'nobody-on-duty')))
    order by case c.urgency when 'danger' then 0 when 'urgent' then 1 else 2 end, c.received_at, c.id
    limit 200`.execute(tx)
  return found.rows.map((it) => it.id)
}

async function giveOut(context: Context, tx: Tx, locked: CaseRow, policy: AssignmentView): Promise<void> {
  const { now } = context
  let row = locked
  if (row.assignee_id !== null || (row.status !== 'new' && row.status !== 'open')) return
  const beside = await dispatchOf(tx, row)
  if (beside?.offer_until && beside.offered_to_id !== null) {
    if (beside.offer_until > now) return
    const detail = { accountId: beside.offered_to_id, accountName: beside.offered_to_name }
    ;({ row } = await step(context, tx, row, { verb: 'lapse', internal: true, detail }))
    await setBeside(tx, row, { offered_to_id: null, offered_to_name: null, offer_until: null })
  }
  const offers = beside?.offers ?? 0
  if (offers >= mostOffers) return raise(context, tx, row, 'moves-used-up')
  const choices = await choicesFor(tx, row, now)
  const needed = neededFor(policy.rules, row)
  const queue = `${needed?.team ?? ''}/${needed?.skill ?? ''}`
  const strategy = policy.strategy === 'in-turn' ? 'in-turn' : 'least-load'
  const last = strategy === 'in-turn' ? await lastTurn(tx, row.community_id, queue) : undefined
  const chosen = chooseAssignee(choices, { needed, capacity: policy.capacity, strategy, last })
  if ('wait' in chosen) return
  if ('raise' in chosen) {
    if (beside?.raised_why !== chosen.raise) await raise(context, tx, row, chosen.raise)
    return
  }
  // In a pool people help themselves: it is enough that somebody is there who can.
  if (policy.strategy === 'pool') {
    if (beside?.raised_at) await setBeside(tx, row, { raised_at: null, raised_why: null })
    return
  }
  const { found } = chosen
  await lockPerson(tx, found.id)
  const held = (await inHandOf(tx, row.community_id)).get(found.id)?.inHand ?? 0
  // Somebody else gave them work since they were counted; the next look chooses again.
  if (held >= policy.capacity) return
  const until = await workingAfter(tx, row, now, policy.acceptSeconds)
  await step(context, tx, row, {
    verb: 'offer',
    internal: true,
    detail: { accountId: found.id, accountName: found.name, until },
  })
  await setBeside(tx, row, {
    offered_to_id: found.id,
    offered_to_name: found.name,
    offer_until: until,
    offers: offers + 1,
    raised_at: null,
    raised_why: null,
  })
  if (strategy === 'in-turn') await takeTurn(tx, row.community_id, queue, found.id, now)
  await tellStaff(tx, row, found.id, row.text, now)
  const key = `cases:assign:${row.community_id}:${row.id}`
  await queueJob(tx, 'cases:assign', { communityId: row.community_id }, { runAt: until, key })
}

/** Nobody can be found: says so on the case and to those who decide, once for each reason. */
async function raise(
  context: Context,
  tx: Tx,
  row: CaseRow,
  why: 'nobody-on-duty' | 'all-refused' | 'moves-used-up',
): Promise<void> {
  await step(context, tx, row, { verb: 'raise', internal: true, detail: { why } })
  await setBeside(tx, row, { raised_at: context.now, raised_why: why })
  await tellRoles(tx, row, ['dispatcher', 'manager'], row.text, context.now)
}

async function lastTurn(tx: Tx, communityId: string, queue: string): Promise<string | undefined> {
  // assignment_turn_queue; whoever gives out by turns in this queue waits for the one before
  await sql`select pg_advisory_xact_lock(hashtextextended(${`turn:${communityId}:${queue}`}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('cases.assignment_turn')
    .select('account_id')
    .where('community_id', '=', communityId)
    .where('queue', '=', queue)
    .executeTakeFirst()
  return row?.account_id
}

async function takeTurn(
  tx: Tx,
  communityId: string,
  queue: string,
  accountId: string,
  at: string,
): Promise<void> {
  await tx
    .insertInto('cases.assignment_turn')
    .values({
      community_id: communityId,
      id: sql<string>`gen_random_uuid()`,
      queue,
      account_id: accountId,
      at,
    })
    .onConflict((on) => on.columns(['community_id', 'queue']).doUpdateSet({ account_id: accountId, at }))
    .execute()
}
