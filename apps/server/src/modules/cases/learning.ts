import { communitiesServed } from '#modules/identity'
import { sql } from 'kysely'
import type { CaseKind, Urgency } from '@zhanggui/contract'
import { challengerWins, classReport, readReport, suggest, train } from '@zhanggui/rules/triage'
import type { ClassReport, Models } from '@zhanggui/rules/triage'
import { v7 } from 'uuid'
import type { Database, Tx } from '#platform/database'

/** So many decisions of the desk it takes to learn from them, and so many at most, the newest. */
export const lessonsNeeded = 100
const lessonsAtMost = 2000

export type Lesson = {
  text: string
  kind: CaseKind
  urgency: Urgency
  suggested: { kind?: string; urgency?: string }
}

/**
 * What the desk made of reports, oldest first: of cases that staff opened, the kind and urgency they chose. What a
 * resident chose is no lesson: nobody of the desk has judged it.
 */
export async function lessonsOf(tx: Tx, communityId: string): Promise<Lesson[]> {
  // case_newest, then case_event_order
  const { rows } = await sql<Lesson>`
    select c.text, c.kind, c.urgency, coalesce(e.detail -> 'suggested', '{}') as suggested
    from cases.case c
    join cases.case_event e on e.community_id = c.community_id and e.case_id = c.id and e.seq = 1
    where c.community_id = ${communityId} and e.actor_kind = 'staff'
    order by c.received_at desc, c.id desc
    limit ${sql.lit(lessonsAtMost)}`.execute(tx)
  return rows.toReversed()
}

/** The models in use, or undefined while nothing was learned yet. */
export async function modelsInUse(tx: Tx, communityId: string): Promise<Models | undefined> {
  // triage_model_used
  const newest = await tx
    .selectFrom('cases.triage_model')
    .select('id')
    .where('community_id', '=', communityId)
    .where('used', '=', true)
    .orderBy('version', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()
  if (!newest) return undefined
  const known = kept.get(newest.id)
  if (known) return known
  const row = await tx
    .selectFrom('cases.triage_model')
    .select('body')
    .where('community_id', '=', communityId)
    .where('id', '=', newest.id)
    .executeTakeFirstOrThrow()
  const models = row.body as unknown as Models
  // A version never changes; a few are enough for the communities that are busy now.
  if (kept.size >= 20) kept.clear()
  kept.set(newest.id, models)
  return models
}
const kept = new Map<string, Models>()

/**
 * Job `cases:learn`: learns anew from the desk's decisions in one community. What comes out answers the newest fifth,
 * which it did not see, beside what is in use; it is used only when it is right at least as often about kind and
 * urgency. Both figures are kept, whoever wins. True when a version was made.
 */
export async function learn(database: Database, communityId: string, now: string): Promise<boolean> {
  return database.transaction([communityId], async (tx) => {
    const lessons = await lessonsOf(tx, communityId)
    if (lessons.length < lessonsNeeded) return false
    const newest = await tx
      .selectFrom('cases.triage_model')
      .select(['version', 'examples'])
      .where('community_id', '=', communityId)
      .orderBy('version', 'desc')
      .limit(sql.lit(1))
      .executeTakeFirst()
    const cut = Math.floor((lessons.length * 4) / 5)
    const seen = lessons.slice(0, cut)
    const held = lessons.slice(cut)
    const challenger: Models = {
      kind: train(seen.map((it) => ({ text: it.text, label: it.kind }))),
      urgency: train(seen.map((it) => ({ text: it.text, label: it.urgency }))),
    }
    const before = answered(held, await modelsInUse(tx, communityId))
    const after = answered(held, challenger)
    const used = challengerWins(before.kind, after.kind) && challengerWins(before.urgency, after.urgency)
    await tx
      .insertInto('cases.triage_model')
      .values({
        community_id: communityId,
        id: v7(),
        version: (newest?.version ?? 0) + 1,
        made_at: now,
        examples: seen.length,
        used,
        body: JSON.stringify(challenger),
        report: JSON.stringify({ before, after }),
      })
      .execute()
    return true
  })
}

export type Figures = { kind: ClassReport; urgency: ClassReport }

function answered(lessons: readonly Lesson[], models: Models | undefined): Figures {
  const told = lessons.map((it) => suggest(it.text, readReport(it.text), models))
  return {
    kind: classReport(lessons.map((it, at) => ({ truth: it.kind, told: told[at]?.kind }))),
    urgency: classReport(lessons.map((it, at) => ({ truth: it.urgency, told: told[at]?.urgency }))),
  }
}

/** The same for every community, one after the other: called by the calendar before dawn. */
export async function learnEverywhere(database: Database, now: string): Promise<void> {
  for (const communityId of await communitiesServed(database.house)) await learn(database, communityId, now)
}
