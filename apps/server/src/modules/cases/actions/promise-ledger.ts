import { namesOf } from '#modules/estate'
import type { listPromises as listShape, readPromiseFigures as figuresShape } from '@zhanggui/contract'
import { noPromiseReasons, promiseStates } from '@zhanggui/contract'
import type { NoPromiseReason, PromiseFigures, PromiseState } from '@zhanggui/contract'
import { addDays, dateIn, epochSeconds, instantText, promiseRate, startOfDate } from '@zhanggui/rules'
import { sql } from 'kysely'
import type * as z from 'zod'
import { communitiesAllowing, read } from '#platform/context'
import type { Context } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { presentPromiseItem } from '../promises.ts'

/** The community asked for, or the first in reach. Out of reach answers as not there. */
function communityOf(context: Context, asked: string | undefined): string {
  const allowed = communitiesAllowing(context, 'promise.read')
  const id = asked ?? allowed[0]
  if (id === undefined || !allowed.includes(id)) throw new Refusal('not_found')
  return id
}

// The second of the deadline belongs to the promise.
const thisSecond = (context: Context): string => instantText(epochSeconds(context.now))

/** The state as of now, whether or not the job of the deadline has run. */
const stateNow = (now: string) =>
  sql<PromiseState>`case when p.state = 'open' and p.due_at < ${now}::timestamptz then 'broken' else p.state end`

/** Promises of one community, next due first, by state, person, due day and wish for another time; keyset paging. */
export async function listPromises(context: Context, input: z.output<typeof listShape>) {
  const communityId = communityOf(context, input.communityId)
  return read(
    context,
    async (tx) => {
      const now = thisSecond(context)
      const { from, until } = await daysOf(tx, communityId, input)
      const after = input.cursor === undefined ? undefined : readCursor(input.cursor)
      const staffId = input.staffId === 'me' ? context.actor.accountId : input.staffId
      // promise_due, promise_staff_due, promise_asked
      let query = tx
        .selectFrom('cases.promise as p')
        .innerJoin('cases.case as c', (on) =>
          on.onRef('c.community_id', '=', 'p.community_id').onRef('c.id', '=', 'p.case_id'),
        )
        .selectAll('p')
        .select(['c.number', 'c.status', 'c.place_label'])
        .where('p.community_id', '=', communityId)
      if (staffId !== undefined) query = query.where('p.staff_id', '=', staffId)
      if (input.state) query = query.where(sql<boolean>`${stateNow(now)} = any(${input.state}::text[])`)
      if (input.change)
        query = query.where(
          sql<boolean>`p.change_state = any(${input.change}::text[]) and (p.state <> 'open' or p.due_at >= ${now}::timestamptz)`,
        )
      if (from !== undefined) query = query.where('p.due_at', '>=', from)
      if (until !== undefined) query = query.where('p.due_at', '<', until)
      if (after)
        query = query.where(sql<boolean>`(p.due_at, p.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
      const rows = await query
        .orderBy('p.due_at')
        .orderBy('p.id')
        .limit(sql.lit(input.limit + 1))
        .execute()
      const page = rows.slice(0, input.limit)
      const last = page.at(-1)
      return {
        items: page.map((row) => presentPromiseItem(row, context.now)),
        nextCursor: rows.length > page.length && last ? writeCursor({ at: last.due_at, id: last.id }) : null,
      }
    },
    [communityId],
  )
}

/** The instants that days of the community begin and end at; refuses a period that ends before it begins. */
async function daysOf(
  tx: Tx,
  communityId: string,
  input: { from?: string | undefined; to?: string | undefined },
) {
  if (input.from === undefined && input.to === undefined) return { from: undefined, until: undefined }
  if (input.from !== undefined && input.to !== undefined && input.from > input.to)
    throw refuseField('to', 'invalid')
  const zone = await zoneOf(tx, communityId)
  const begin = (date: string) => instantText(startOfDate(zone, date))
  return {
    from: input.from === undefined ? undefined : begin(input.from),
    until: input.to === undefined ? undefined : begin(addDays(input.to, 1)),
  }
}

async function zoneOf(tx: Tx, communityId: string): Promise<string> {
  const [community] = await namesOf(tx, [communityId])
  return community?.timeZone ?? 'Asia/Shanghai'
}

type Counted = { staff_id: string; staff_name: string; state: PromiseState; due: boolean; n: number }

/**
 * 守诺率 and its parts over a period of days, by default the last thirty. Promises belong to the day they fall due,
 * answers to the day they were given. The rows behind it: `listPromises` with the same days and states.
 */
export async function readPromiseFigures(
  context: Context,
  input: z.output<typeof figuresShape>,
): Promise<PromiseFigures> {
  const communityId = communityOf(context, input.communityId)
  return read(
    context,
    async (tx) => {
      const now = thisSecond(context)
      const today = dateIn(await zoneOf(tx, communityId), epochSeconds(now))
      const to = input.to ?? today
      const days = { from: input.from ?? addDays(to, -29), to }
      const { from, until } = await daysOf(tx, communityId, days)
      // promise_due
      const { rows } = await sql<Counted>`
        select p.staff_id, max(p.staff_name) as staff_name, ${stateNow(now)} as state, p.due_at <= ${now}::timestamptz as due,
          count(*)::int as n
        from cases.promise p
        where p.community_id = ${communityId} and p.due_at >= ${from}::timestamptz and p.due_at < ${until}::timestamptz
        group by 1, 3, 4`.execute(tx)
      // case_event_answers
      const answers = await sql<{
        reason: NoPromiseReason | 'not-stated' | null
        promised: boolean
        n: number
      }>`
        select detail ->> 'noPromise' as reason, detail ? 'promise' as promised, count(*)::int as n
        from cases.case_event
        where community_id = ${communityId} and kind = 'replied' and occurred_at >= ${from}::timestamptz and occurred_at < ${until}::timestamptz
        group by 1, 2`.execute(tx)
      return { ...days, at: context.now, ...figuresOf(rows), answers: answersOf(answers.rows) }
    },
    [communityId],
  )
}

function figuresOf(rows: readonly Counted[]) {
  const sum = (which: (it: Counted) => boolean) => rows.filter(which).reduce((total, it) => total + it.n, 0)
  // Kept before its time has come: not due yet, and no credit yet either.
  const early = (it: Counted) => it.state === 'kept' && !it.due
  const countsOf = (some: readonly Counted[]) =>
    Object.fromEntries(
      promiseStates.map((state) => [
        state,
        some.filter((it) => it.state === state && !early(it)).reduce((total, it) => total + it.n, 0),
      ]),
    ) as Record<PromiseState, number>
  const counts = countsOf(rows)
  const people = [...Map.groupBy(rows, (it) => it.staff_id)].flatMap(([id, theirs]) => {
    const { numerator, denominator } = promiseRate(countsOf(theirs))
    const who = { id, name: theirs[0]?.staff_name ?? '' }
    return denominator === 0 ? [] : [{ who, kept: numerator, due: denominator }]
  })
  return {
    rate: promiseRate(counts),
    due: { kept: counts.kept, keptLate: counts['kept-late'], broken: counts.broken },
    open: counts.open,
    keptEarly: sum(early),
    renegotiated: counts.renegotiated,
    withdrawn: counts.withdrawn,
    people: people.toSorted((a, b) => b.due - a.due || a.who.id.localeCompare(b.who.id)),
  }
}

function answersOf(rows: readonly { reason: string | null; promised: boolean; n: number }[]) {
  const sum = (which: (it: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((total, it) => total + it.n, 0)
  return {
    total: sum(() => true),
    promised: sum((it) => it.promised),
    notStated: sum((it) => !it.promised && (it.reason === null || it.reason === 'not-stated')),
    without: Object.fromEntries(
      noPromiseReasons.map((reason) => [reason, sum((it) => it.reason === reason)]),
    ) as Record<NoPromiseReason, number>,
  }
}
