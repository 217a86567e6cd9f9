import type { Context } from '#platform/context'
import type { Database, Tx } from '#platform/database'
import type { Round, Task } from '#platform/jobs'
import { Refusal } from '#platform/refusal'
import { caseToRead, maySeeInternal } from './access.ts'
import { assignEverywhere, assignWaiting } from './actions/assign-waiting.ts'
import { passOnFollowing } from './actions/follow.ts'
import { sweepEscalations } from './actions/sweep-escalations.ts'
import { judgePromises } from './actions/promise.ts'
import { wakeCase } from './actions/wake-case.ts'
import { learnEverywhere } from './learning.ts'

export { cancelCase, confirmCase, rateCase, rejectCase, supplementCase } from './actions/answer.ts'
export { appealCase, ruleOnAppeal } from './actions/appeal.ts'
export { callBackOnCase } from './actions/call-back.ts'
export { assignWaiting } from './actions/assign-waiting.ts'
export { passOnFollowing } from './actions/follow.ts'
export { addCoHandler, returnResult } from './actions/co-handlers.ts'
export { disputeCase, ruleDispute } from './actions/dispute.ts'
export { answerHandOver, handOver } from './actions/hand-over.ts'
export { escalateCase } from './actions/escalate-case.ts'
export { mergeCase } from './actions/merge-case.ts'
export { openCase } from './actions/open-case.ts'
export { judgePromises, keepPromise, openPromise } from './actions/promise.ts'
export { publishPolicyTx } from './actions/policies.ts'
export { sweepEscalations } from './actions/sweep-escalations.ts'
export { urgeCase } from './actions/urge-case.ts'
export { appointOnCase, arriveOnCase } from './actions/visit.ts'
export { wakeCase } from './actions/wake-case.ts'
export {
  acceptCase,
  assignCase,
  declineCase,
  noteOnCase,
  pauseCase,
  replyToCase,
  resolveCase,
  resumeCase,
} from './actions/work.ts'
export { casesByPlace, findCases, openCasesByAssignee } from './queries.ts'
export { caseRoutes, promiseRoutes } from './routes.ts'
export { openWorkOrder } from './work/orders.ts'
export { publishProcedureTx } from './work/procedures.ts'
export { giveQuoteAnswer, makeQuote, newestQuote } from './work/quotes.ts'
export { recordStep } from './work/record-step.ts'
export { publishStartersTx, starterProcedures } from './work/starter/index.ts'

export function caseTasks(database: Database, now: () => string): Record<string, Task> {
  return {
    'cases:learn': () => learnEverywhere(database, now()),
    'cases:promise': (payload) =>
      judgePromises(database, payload as { communityId: string; caseId: string }, now()),
    'cases:assign': (payload) =>
      assignWaiting(database, (payload as { communityId: string }).communityId, now()),
    // What identity tells when somebody leaves a community.
    'staff:left': (payload) =>
      passOnFollowing(database, payload as Parameters<typeof passOnFollowing>[1], now()),
    'cases:wake': (payload) => wakeCase(database, payload as { communityId: string; caseId: string }, now()),
  }
}

/** How often the worker looks whether a level has come; a level is told at most this much late. */
const sweepEveryMs = 5000

/** How often the worker looks whether a shift that began can take what waits; within a minute it is offered or raised. */
const assignEveryMs = 20_000

export function caseRounds(database: Database, now: () => string): Record<string, Round> {
  return {
    'cases:assign': { everyMs: assignEveryMs, run: () => assignEverywhere(database, now()) },
    'cases:escalate': { everyMs: sweepEveryMs, run: () => sweepEscalations(database, now()) },
  }
}

/** Whether the caller may see a photo because it hangs on a case in their reach; internal ones only with the notes. */
export async function mayReadCasePhoto(context: Context, tx: Tx, photoId: string): Promise<boolean> {
  for (const { communityId } of context.actor.reach) {
    const photo = await tx
      .selectFrom('cases.case_photo')
      .select(['case_id', 'internal'])
      .where('community_id', '=', communityId)
      .where('id', '=', photoId)
      .executeTakeFirst()
    if (!photo) continue
    const it = await caseToRead(context, tx, photo.case_id).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (it && (!photo.internal || maySeeInternal(context, it))) return true
  }
  return false
}
