import { sql } from 'kysely'
import { judgePromises } from '#modules/cases'
import { recordAccess } from '#modules/identity'
import { systemContext } from '#platform/context'
import type { Database, Tx } from '#platform/database'
import { instantText } from '@zhanggui/rules'
import { demoCommunityId } from './ids.ts'
import { staffActor } from './play.ts'
import { day, hour } from './time.ts'
import type { Ground } from './year.ts'

/** Looks at the phones of those whom a newcomer plays, so that their ledger of looks is not empty. */
export async function reveal(
  tx: Tx,
  { people, crew }: Ground,
  database: Database,
  now: number,
): Promise<void> {
  const looks = [
    [crew.called('demo-agent'), people.wang, 'call-back', 3 * hour],
    [crew.called('demo-worker'), people.wang, 'visit', 24 * day],
    [crew.called('hejiayi'), people.wang, 'call-back', 66 * day],
    [crew.called('demo-worker'), people.tenant, 'visit', 20 * hour],
  ] as const
  for (const [who, whose, purpose, ago] of looks) {
    const context = {
      ...systemContext(database, instantText(now - ago), [demoCommunityId]),
      actor: staffActor(who),
    }
    await recordAccess(tx, context, {
      communityId: demoCommunityId,
      personId: whose.id,
      what: 'phone',
      purpose,
    })
  }
}

/** Judges the promises whose time is over, as their jobs would have at their deadlines. */
export async function judge(tx: Tx, database: Database, now: number): Promise<void> {
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from cases.promise
    where community_id = ${demoCommunityId} and state = 'open' and due_at < ${instantText(now)}::timestamptz`.execute(
    tx,
  )
  for (const { case_id: caseId } of rows)
    await judgePromises(database, { communityId: demoCommunityId, caseId }, instantText(now))
}

/**
 * Leaves things as the relay would have: news is told, messages went out within seconds of being written and were
 * mostly read, and only wake-ups that still lie ahead stay queued.
 */
export async function settle(tx: Tx, now: number): Promise<void> {
  const at = instantText(now)
  await sql`
    delete from platform.outbox as o
    where not (o.task = 'cases:promise' and o.run_at > ${at}::timestamptz) and not (o.task = 'cases:wake' and o.run_at > ${at}::timestamptz and exists (
      select from cases.case c where c.community_id = ${demoCommunityId}
        and c.id = (o.payload->>'caseId')::uuid and c.wake_at = o.run_at))`.execute(tx)
  await sql`
    update messaging.delivery as d set state = 'delivered', delivered_at = d.at + interval '1 second'
    where d.community_id = ${demoCommunityId} and d.state = 'queued'
      and (d.account_id is not null or exists (
        select from identity.phone_holding h join identity.account a on a.phone = h.phone
        where h.community_id = d.community_id and h.person_id = d.person_id))`.execute(tx)
  // Staff read within the shift, residents within the day; what came last is unread.
  await sql`
    update messaging.delivery as d set state = 'read', read_at = d.at + interval '40 minutes'
    where d.community_id = ${demoCommunityId} and d.state = 'delivered'
      and d.at < ${at}::timestamptz - case when d.account_id is null then interval '20 hours' else interval '6 hours' end`.execute(
    tx,
  )
}
