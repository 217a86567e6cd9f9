import { namesOf } from '#modules/estate'
import type { CaseReceipt } from '@zhanggui/contract'
import { checkReply, isBlocked } from '@zhanggui/rules'
import type { GuardFinding, GuardInput } from '@zhanggui/rules'
import { change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { caseToChange, mayWorkOn } from '../access.ts'
import type { CaseInReach } from '../access.ts'
import { step } from './step.ts'

/** What an event says of a review: who asked, and what a second person said to it. */
export type ReviewNote = { act: 'asked' } | { act: 'agreed' | 'returned'; of: string }

/** What is kept with an answer that was not found faultless. */
export type GuardNote = { findings: { code: string; words: string }[]; override?: string }

type Spoken = {
  id: string
  kind: string
  text: string | null
  internal: boolean
  actor_id: string | null
  detail: { review?: ReviewNote }
}

const byResident = new Set(['opened', 'supplemented', 'rejected'])
const byStaff = new Set(['replied', 'resolved', 'paused', 'declined'])

async function spokenOn(tx: Tx, it: CaseInReach): Promise<Spoken[]> {
  // case_event_order
  const rows = await tx
    .selectFrom('cases.case_event')
    .select(['id', 'kind', 'text', 'internal', 'actor_id', 'detail'])
    .where('community_id', '=', it.row.community_id)
    .where('case_id', '=', it.row.id)
    .orderBy('seq')
    .execute()
  return rows.map((one) => ({ ...one, detail: one.detail as Spoken['detail'] }))
}

/** Whether somebody else than who writes has agreed to these very words. */
function isReviewed(spoken: readonly Spoken[], words: string, by: string | null): boolean {
  return spoken.some(({ detail, actor_id: who }) => {
    const { review } = detail
    if (review?.act !== 'agreed' || who === by) return false
    return spoken.some((asked) => asked.id === review.of && asked.text === words)
  })
}

/**
 * What the guard finds in an answer, by the same rules that the console shows as one types. Whoever sends `guard` is
 * refused what blocks (`reply_blocked`, with the findings), unless they say why it goes out; words of weight need
 * a second person and no reason takes their place. Whoever sends none is told the findings with the receipt.
 */
export async function guardReply(
  context: Context,
  tx: Tx,
  it: CaseInReach,
  input: { text: string; promised: boolean; guard?: { override?: string | undefined } | undefined },
): Promise<{ findings: GuardFinding[]; note: GuardNote | undefined }> {
  const spoken = await spokenOn(tx, it)
  const communities = await namesOf(
    tx,
    context.actor.reach.map((one) => one.communityId),
  )
  const findings = checkReply({
    reply: input.text,
    kind: it.row.kind,
    said: spoken.flatMap(({ kind, text, internal }): GuardInput['said'] => {
      if (text === null || internal) return []
      if (byResident.has(kind)) return [{ by: 'resident' as const, text }]
      return byStaff.has(kind) ? [{ by: 'staff' as const, text }] : []
    }),
    promised: input.promised,
    community: communities.find((one) => one.id === it.row.community_id)?.name ?? '',
    otherCommunities: communities.map((one) => one.name),
    place: it.row.place_label,
    supervisor: it.reach.roles.some((role) => role === 'dispatcher' || role === 'manager'),
    reviewed: isReviewed(spoken, input.text, context.actor.accountId),
  })
  const { guard } = input
  const blocked = findings.filter((one) => one.severity === 'block')
  const unread = blocked.some((one) => one.code === 'needs-review')
  if (guard && isBlocked(findings) && (unread || guard.override === undefined))
    throw new Refusal('reply_blocked', { detail: { findings } })
  if (blocked.length === 0) return { findings, note: undefined }
  return {
    findings,
    note: {
      findings: blocked.map(({ code, words }) => ({ code, words })),
      ...(guard?.override === undefined ? {} : { override: guard.override }),
    },
  }
}

/** Asks a colleague to read these very words before they go out: a note among staff. */
export function askReplyReview(context: Context, id: string, input: { text: string }): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, id, 'case.reply')
    if (!mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    const review: ReviewNote = { act: 'asked' }
    const { receipt } = await step(context, tx, it.row, {
      verb: 'note',
      internal: true,
      text: input.text,
      detail: { review },
    })
    return receipt
  })
}

/** A second person agrees to the words or gives them back. Refused: one's own, and what was decided before. */
export function decideReplyReview(
  context: Context,
  which: { id: string; reviewId: string },
  input: { verdict: 'agree' | 'return'; note?: string | undefined },
): Promise<CaseReceipt> {
  return change(context, async (tx) => {
    const it = await caseToChange(context, tx, which.id, 'case.reply')
    if (!mayWorkOn(context, it)) throw new Refusal('case_not_yours')
    const spoken = await spokenOn(tx, it)
    const asked = spoken.find((one) => one.id === which.reviewId && one.detail.review?.act === 'asked')
    if (!asked) throw new Refusal('not_found')
    const decided = spoken.some(({ detail }) => {
      const { review } = detail
      return review !== undefined && review.act !== 'asked' && review.of === asked.id
    })
    if (decided) throw new Refusal('review_decided')
    if (asked.actor_id === context.actor.accountId) throw new Refusal('review_own')
    const review: ReviewNote = { act: input.verdict === 'agree' ? 'agreed' : 'returned', of: asked.id }
    const { receipt } = await step(context, tx, it.row, {
      verb: 'note',
      internal: true,
      text: input.note || undefined,
      detail: { review },
    })
    return receipt
  })
}
