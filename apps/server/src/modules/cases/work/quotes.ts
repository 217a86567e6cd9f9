import { deliver } from '#modules/messaging'
import type {
  CaseReceipt,
  QuoteLine,
  QuoteView,
  answerQuote,
  makeQuote as makeShape,
} from '@zhanggui/contract'
import { lineAmount, quoteTotal } from '@zhanggui/rules'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { change, read } from '#platform/context'
import type { Context } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { caseToChange, caseToRead, mayWorkOn } from '../access.ts'
import { step } from '../actions/step.ts'

/** The quotes of a case, the newest first, each with the resident's word on it. */
export async function quotesOf(tx: Tx, communityId: string, caseId: string): Promise<QuoteView[]> {
  // quote_version, backwards; quote_answer_once
  const rows = await tx
    .selectFrom('cases.quote as q')
    .leftJoin('cases.quote_answer as a', (join) =>
      join.onRef('a.community_id', '=', 'q.community_id').onRef('a.quote_id', '=', 'q.id'),
    )
    .selectAll('q')
    .select(['a.answer', 'a.at as answered_at', 'a.name as answered_by', 'a.reason'])
    .where('q.community_id', '=', communityId)
    .where('q.case_id', '=', caseId)
    .orderBy('q.version', 'desc')
    .execute()
  return rows.map((it) => ({
    id: it.id,
    version: it.version,
    lines: (it.lines as unknown as QuoteLine[]).map((line) => ({ ...line, amount: lineAmount(line) })),
    total: Number(it.total),
    note: it.note,
    madeAt: it.made_at,
    madeBy: it.made_by_name,
    answer:
      it.answer === null || it.answered_at === null || it.answered_by === null
        ? null
        : { answer: it.answer, name: it.answered_by, at: it.answered_at, reason: it.reason },
  }))
}

/** The id of the newest quote of a case in reach; undefined where nothing was quoted. */
export function newestQuote(context: Context, caseId: string): Promise<string | undefined> {
  return read(context, async (tx) => {
    const { row } = await caseToRead(context, tx, caseId)
    const [newest] = await quotesOf(tx, row.community_id, row.id)
    return newest?.id
  })
}

/** Whether paid work has to wait: the newest quote has lines and the resident has not agreed to it. */
export async function waitsForConsent(tx: Tx, communityId: string, caseId: string): Promise<boolean> {
  const [newest] = await quotesOf(tx, communityId, caseId)
  return newest !== undefined && newest.lines.length > 0 && newest.answer?.answer !== 'agreed'
}

/**
 * Quotes paid work on a case: the next version, which the resident is told of and has to agree to anew; without lines it
 * withdraws the quote. Amounts are in 分, quantities in thousandths; a line costs quantity × price, half a 分 rounded
 * up. Refused: a version somebody else has moved on, a case without a resident to agree (`quote_nobody`).
 */
export function makeQuote(
  context: Context,
  caseId: string,
  input: z.output<typeof makeShape>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, caseId, 'work.quote')
    const { row } = it
    const { accountId, name } = context.actor
    if (!mayWorkOn(context, it) || accountId === null) throw new Refusal('case_not_yours')
    if (row.person_id === null) throw new Refusal('quote_nobody')
    const [newest] = await quotesOf(tx, row.community_id, row.id)
    const current = newest?.version ?? 0
    if (current !== input.expectedVersion)
      throw new Refusal('stale_version', { detail: { version: current } })
    const { lines } = input
    if (lines.length === 0 && (newest === undefined || newest.lines.length === 0))
      throw new Refusal('invalid_fields', { fields: [{ path: 'lines', problem: 'required' }] })
    const total = quoteTotal(lines)
    const id = v7()
    const words = wordsOf(lines, total, current + 1)
    const { receipt, interactionId } = await step(context, tx, row, {
      verb: 'quote',
      text: words,
      channel: 'app',
      interaction: 'out',
      detail: { quoteId: id, version: current + 1, total },
    })
    await tx
      .insertInto('cases.quote')
      .values({
        community_id: row.community_id,
        id,
        case_id: row.id,
        version: current + 1,
        lines: JSON.stringify(lines),
        total: BigInt(total),
        note: input.note || null,
        made_at: receipt.at,
        made_by: accountId,
        made_by_name: name,
      })
      .execute()
    await deliver(tx, {
      communityId: row.community_id,
      kind: 'case-replied',
      to: { personId: row.person_id },
      ...(interactionId ? { interactionId } : {}),
      caseId: row.id,
      caseNumber: row.number,
      excerpt: words,
      at: receipt.at,
    })
    return receipt
  })
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

function wordsOf(lines: readonly QuoteLine[], total: number, version: number): string {
  if (lines.length === 0) return '报价已撤回，这次不收费。'
  const items = lines.map((it) => `${it.item} ${yuan(lineAmount(it))} 元`).join('、')
  return `维修报价第 ${version} 版，合计 ${yuan(total)} 元：${items}。请在手机上确认后我们再动手。`.slice(
    0,
    2000,
  )
}

/**
 * The resident agrees to a quote or declines it, exactly the version they saw, once. Refused (`quote_over`): a newer
 * version is there, it was answered already or withdrawn.
 */
export function giveQuoteAnswer(
  context: Context,
  caseId: string,
  input: z.output<typeof answerQuote>,
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const { row, reach } = await caseToChange(context, tx, caseId, 'quote.answer')
    const { accountId, name } = context.actor
    const [newest] = await quotesOf(tx, row.community_id, row.id)
    const over = newest === undefined || newest.id !== input.quoteId || newest.answer !== null
    if (over || newest.lines.length === 0)
      throw new Refusal('quote_over', { detail: { version: newest?.version ?? 0 } })
    const personId = reach.personIds.find((one) => one === row.person_id)
    if (personId === undefined || accountId === null) throw new Refusal('not_found')
    const { receipt } = await step(context, tx, row, {
      verb: input.answer === 'agreed' ? 'agree-quote' : 'decline-quote',
      text: input.reason || undefined,
      channel: 'app',
      detail: { quoteId: newest.id, version: newest.version, total: newest.total },
    })
    try {
      await tx
        .insertInto('cases.quote_answer')
        .values({
          community_id: row.community_id,
          id: v7(),
          quote_id: newest.id,
          answer: input.answer,
          reason: input.reason || null,
          at: receipt.at,
          account_id: accountId,
          person_id: personId,
          name: row.reporter_name ?? name,
        })
        .execute()
    } catch (error) {
      if (brokenConstraint(error) === 'quote_answer_once') throw new Refusal('quote_over')
      throw error
    }
    return receipt
  })
}
