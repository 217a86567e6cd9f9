export type {
  DueEscalation,
  Escalation,
  EscalationRun,
  EscalationSubject,
  FiredLevel,
  NextEscalation,
  Watch,
} from './escalations-due.ts'
export { escalationsDue, isSameRun, pauseQuotaPercent } from './escalations-due.ts'
export type { EscalationLevel, EscalationTarget, EscalationUnit, Ladder, LadderProblem } from './ladder.ts'
export {
  appliesTo,
  defaultLadder,
  escalationTargets,
  escalationUnits,
  ladderProblems,
  levelKey,
  offsetSeconds,
  problemsOf,
} from './ladder.ts'
