import { caseEndpoints, promiseEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { acknowledgeCase } from './actions/acknowledge-case.ts'
import { appealCase, ruleOnAppeal } from './actions/appeal.ts'
import { cancelCase, confirmCase, rateCase, rejectCase, supplementCase } from './actions/answer.ts'
import { followCase } from './actions/follow-case.ts'
import { callBackOnCase } from './actions/call-back.ts'
import { publishAssignment, readAssignment } from './actions/assignment-policy.ts'
import { addCoHandler, returnResult } from './actions/co-handlers.ts'
import { disputeCase, ruleDispute } from './actions/dispute.ts'
import { answerHandOver, handOver } from './actions/hand-over.ts'
import { listCandidates, readDispatch, readWaiting } from './actions/read-dispatch.ts'
import { refuseCase } from './actions/refuse.ts'
import { openCase } from './actions/open-case.ts'
import { listPolicies, publishPolicy } from './actions/policies.ts'
import { listPromises, readPromiseFigures } from './actions/promise-ledger.ts'
import { askReplyReview, decideReplyReview } from './actions/reply-guard.ts'
import {
  answerPromiseChange,
  askPromiseChange,
  decidePromiseChange,
  keepPromise,
  withdrawPromise,
} from './actions/promise.ts'
import {
  answerPublicCase,
  openPublicCase,
  readPlaceCode,
  readPublicCase,
  supplementPublicCase,
} from './actions/public.ts'
import { readEmergency } from './actions/read-emergency.ts'
import { mergeCase, unmergeCase } from './actions/merge-case.ts'
import { readCase } from './actions/read-case.ts'
import { readTriage } from './actions/read-triage.ts'
import { relateCase } from './actions/relate-case.ts'
import { suggestCase } from './actions/suggest-case.ts'
import { reclassifyCase, reopenCase } from './actions/reclassify.ts'
import { appointOnCase, arriveOnCase } from './actions/visit.ts'
import { urgeCase } from './actions/urge-case.ts'
import {
  acceptCase,
  assignCase,
  declineCase,
  noteOnCase,
  pauseCase,
  replyToCase,
  resolveCase,
  resumeCase,
} from './actions/work.ts'
import { countCases, listCases } from './queries.ts'
import { dropWorkOrder, finishWorkOrder, openWorkOrder, readCaseWork } from './work/orders.ts'
import { listProcedures, publishProcedure, readProcedure } from './work/procedures.ts'
import { giveQuoteAnswer, makeQuote } from './work/quotes.ts'
import { recordStep } from './work/record-step.ts'

export function caseRoutes(): Binding[] {
  return serving(caseEndpoints, {
    readEmergency: (context, { params }) => readEmergency(context, params.communityId),
    openCase: (context, { body }) => openCase(context, body),
    suggestCase: (context, { body }) => suggestCase(context, body),
    followCase: (context, { params }) => followCase(context, params.id),
    mergeCase: (context, { params, body }) => mergeCase(context, params.id, body),
    unmergeCase: (context, { params, body }) => unmergeCase(context, params.id, body),
    relateCase: (context, { params, body }) => relateCase(context, params.id, body),
    urgeCase: (context, { params, body }) => urgeCase(context, params.id, body),
    readTriage: (context, { params }) => readTriage(context, params.communityId),
    listCases: (context, { query }) => listCases(context, query),
    countCases: (context, { query }) => countCases(context, query.communityId),
    readCase: (context, { params }) => readCase(context, params.id),
    acceptCase: (context, { params, body }) => acceptCase(context, params.id, body),
    assignCase: (context, { params, body }) => assignCase(context, params.id, body),
    replyToCase: (context, { params, body }) => replyToCase(context, params.id, body),
    noteOnCase: (context, { params, body }) => noteOnCase(context, params.id, body),
    supplementCase: (context, { params, body }) => supplementCase(context, params.id, body),
    pauseCase: (context, { params, body }) => pauseCase(context, params.id, body),
    resumeCase: (context, { params, body }) => resumeCase(context, params.id, body),
    resolveCase: (context, { params, body }) => resolveCase(context, params.id, body),
    declineCase: (context, { params, body }) => declineCase(context, params.id, body),
    confirmCase: (context, { params, body }) => confirmCase(context, params.id, body),
    rejectCase: (context, { params, body }) => rejectCase(context, params.id, body),
    rateCase: (context, { params, body }) => rateCase(context, params.id, body),
    acknowledgeCase: (context, { params, body }) => acknowledgeCase(context, params.id, body),
    cancelCase: (context, { params, body }) => cancelCase(context, params.id, body),
    listProcedures: (context, { params }) => listProcedures(context, params.communityId),
    readProcedure: (context, { params }) => readProcedure(context, params.communityId, params.procedureId),
    publishProcedure: (context, { params, body }) => publishProcedure(context, params.communityId, body),
    readCaseWork: (context, { params }) => readCaseWork(context, params.id),
    openWorkOrder: (context, { params, body }) => openWorkOrder(context, params.id, body),
    recordStep: (context, { params, body }) => recordStep(context, params.id, body),
    makeQuote: (context, { params, body }) => makeQuote(context, params.id, body),
    answerQuote: (context, { params, body }) => giveQuoteAnswer(context, params.id, body),
    finishWorkOrder: (context, { params, body }) => finishWorkOrder(context, params.id, body),
    dropWorkOrder: (context, { params, body }) => dropWorkOrder(context, params.id, body),
    arriveOnCase: (context, { params, body }) => arriveOnCase(context, params.id, body),
    appointOnCase: (context, { params, body }) => appointOnCase(context, params.id, body),
    callBackOnCase: (context, { params, body }) => callBackOnCase(context, params.id, body),
    reclassifyCase: (context, { params, body }) => reclassifyCase(context, params.id, body),
    reopenCase: (context, { params, body }) => reopenCase(context, params.id, body),
    appealCase: (context, { params, body }) => appealCase(context, params.id, body),
    ruleOnAppeal: (context, { params, body }) => ruleOnAppeal(context, params.id, body),
    refuseCase: (context, { params, body }) => refuseCase(context, params.id, body),
    readDispatch: (context, { params }) => readDispatch(context, params.id),
    listCandidates: (context, { params }) => listCandidates(context, params.id),
    handOver: (context, { params, body }) => handOver(context, params.id, body),
    answerHandOver: (context, { params, body }) => answerHandOver(context, params.id, body),
    addCoHandler: (context, { params, body }) => addCoHandler(context, params.id, body),
    returnResult: (context, { params, body }) => returnResult(context, params.id, body),
    disputeCase: (context, { params, body }) => disputeCase(context, params.id, body),
    ruleDispute: (context, { params, body }) => ruleDispute(context, params.id, body),
    readWaiting: (context, { query }) => readWaiting(context, query.communityId),
    readAssignment: (context, { params }) => readAssignment(context, params.communityId),
    publishAssignment: (context, { params, body }) => publishAssignment(context, params.communityId, body),
    listPolicies: (context, { params }) => listPolicies(context, params.communityId),
    publishPolicy: (context, { params, body }) => publishPolicy(context, params.communityId, body),
    readPlaceCode: (context, { body }) => readPlaceCode(context, body.token),
    openPublicCase: (context, { body }) => openPublicCase(context, body),
    readPublicCase: (context, { body }) => readPublicCase(context, body.secret),
    supplementPublicCase: (context, { body }) => supplementPublicCase(context, body),
    answerPublicCase: (context, { body }) => answerPublicCase(context, body),
  })
}

export function promiseRoutes(): Binding[] {
  return serving(promiseEndpoints, {
    listPromises: (context, { query }) => listPromises(context, query),
    readPromiseFigures: (context, { query }) => readPromiseFigures(context, query),
    askReplyReview: (context, { params, body }) => askReplyReview(context, params.id, body),
    decideReplyReview: (context, { params, body }) => decideReplyReview(context, params, body),
    keepPromise: (context, { params, body }) => keepPromise(context, params, body),
    withdrawPromise: (context, { params, body }) => withdrawPromise(context, params, body),
    askPromiseChange: (context, { params, body }) => askPromiseChange(context, params, body),
    decidePromiseChange: (context, { params, body }) => decidePromiseChange(context, params, body),
    answerPromiseChange: (context, { params, body }) => answerPromiseChange(context, params, body),
  })
}
