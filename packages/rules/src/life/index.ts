export type { CaseLife } from './derive-life.ts'
export { deriveLife } from './derive-life.ts'
export type { ReceivingFact } from './first-responder.ts'
export { firstResponderAfter } from './first-responder.ts'
export type { CaseRefusal, CaseSituation } from './may-do.ts'
export {
  appealWindowSeconds,
  beginsCycle,
  caseRefusals,
  mayDo,
  refusalOf,
  reopenWindowSeconds,
  silenceSeconds,
  statusAfter,
  verbsNow,
} from './may-do.ts'
export type { CallBackOutcome, ClosingCode, ClosureBasis, DayPart, PauseReason } from './reasons.ts'
export {
  callBackAttempts,
  callBackOutcomes,
  closingCodes,
  closureBases,
  closureBasesOf,
  countsAsSolved,
  dayPartOf,
  dayParts,
  pauseReasons,
  pausesResolve,
  residentWordResumes,
} from './reasons.ts'
export type { CaseKind, CaseStatus } from './statuses.ts'
export { caseKinds, caseStatuses, isFinal, isUnderWay } from './statuses.ts'
export type { CaseActor, CaseFactKind, CaseVerb } from './verbs.ts'
export { caseActors, caseFactKinds, caseSteps, caseVerbs, factOf, verbActors } from './verbs.ts'
