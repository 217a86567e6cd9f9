import type { EndpointShape } from './endpoint.ts'
import type { EndpointName } from './routes.ts'
import * as cases from './shapes/cases.ts'
import { communityParam, idParam } from './shapes/common.ts'
import * as work from './shapes/work.ts'

/** Procedures 作业规程 and the work orders 派工单 that follow them. */
export const workEndpoints = {
  listProcedures: {
    summary: 'The procedures of a community, each in its newest version',
    allow: 'procedure.read',
    reach: 'community',
    params: communityParam,
    response: work.procedureVersions,
  },
  readProcedure: {
    summary: 'All versions of a procedure, the newest first',
    allow: 'procedure.read',
    reach: 'community',
    params: work.procedureParam,
    response: work.procedureVersions,
  },
  publishProcedure: {
    summary: 'Publish a procedure or its next version; work orders keep the one they were opened under',
    allow: 'procedure.publish',
    reach: 'community',
    params: communityParam,
    body: work.publishProcedure,
    response: work.procedure,
  },
  readCaseWork: {
    summary: 'The work orders of a case with their checklists, and the procedures that fit it',
    allow: 'case.read',
    reach: 'case',
    params: idParam,
    response: work.caseWork,
  },
  openWorkOrder: {
    summary: 'Open a work order on a case by a procedure',
    allow: 'work.open',
    reach: 'case',
    params: idParam,
    body: work.openWorkOrder,
    response: cases.caseReceipt,
  },
  recordStep: {
    summary: 'Record that a step was done, or pass it over with a reason; a correction is a new record',
    allow: 'work.do',
    reach: 'work',
    params: idParam,
    body: work.recordStep,
    response: work.stepRecorded,
  },
  makeQuote: {
    summary: 'Quote paid work: the next version, which the resident agrees to or declines',
    allow: 'work.quote',
    reach: 'case',
    params: idParam,
    body: work.makeQuote,
    response: cases.caseReceipt,
  },
  answerQuote: {
    summary: 'Agree to a quote or decline it, exactly as it was shown',
    allow: 'quote.answer',
    reach: 'case',
    params: idParam,
    body: work.answerQuote,
    response: cases.caseReceipt,
  },
  finishWorkOrder: {
    summary: 'Finish a work order when none of its required steps waits',
    allow: 'work.do',
    reach: 'work',
    params: idParam,
    body: work.finishWorkOrder,
    response: cases.caseReceipt,
  },
  dropWorkOrder: {
    summary: 'Drop a work order, with a reason that stays on the case',
    allow: 'case.assign',
    reach: 'work',
    params: idParam,
    body: work.dropWorkOrder,
    response: cases.caseReceipt,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>
