/** The closed lists of the trade. A new word here makes the compiler list the work. */

export const caseKinds = ['repair', 'complaint', 'enquiry', 'suggestion', 'praise'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStatuses = [
  'new',
  'open',
  'paused',
  'resolved',
  'closed',
  'merged',
  'declined',
  'cancelled',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** Statuses that still wait for somebody. */
export const activeStatuses = ['new', 'open', 'paused', 'resolved'] as const satisfies CaseStatus[]

export const urgencies = ['normal', 'urgent', 'danger'] as const
export type Urgency = (typeof urgencies)[number]

export const channels = ['app', 'counter', 'qr'] as const
export type Channel = (typeof channels)[number]

export const pauseReasons = [
  'awaiting-resident',
  'awaiting-parts',
  'awaiting-third-party',
  'weather',
  'rescheduled',
  'ownership-dispute',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export const closureBases = ['resident-confirmed', 'callback-confirmed', 'timeout', 'staff-waived'] as const
export type ClosureBasis = (typeof closureBases)[number]

/** How a case was brought to its end; only `solved`, confirmed by the resident, counts as solved. */
export const closingCodes = ['solved', 'cannot', 'not-ours', 'duplicate', 'withdrawn'] as const
export type ClosingCode = (typeof closingCodes)[number]

/** What came of calling the resident back. */
export const callBackOutcomes = ['solved', 'unsolved', 'unreached'] as const
export type CallBackOutcome = (typeof callBackOutcomes)[number]

/** An appeal against a closing: waiting for the committee's ruling, or ruled. */
export const appealStates = ['lodged', 'upheld', 'rejected'] as const
export type AppealState = (typeof appealStates)[number]

/** Why a rating is as it is, on the two axes of quality and speed; good and bad reasons side by side. */
export const qualityReasons = [
  'solved-well',
  'polite',
  'tidy',
  'not-solved',
  'came-back',
  'impolite',
  'untidy',
  'unclear',
] as const
export type QualityReason = (typeof qualityReasons)[number]
export const speedReasons = [
  'answered-fast',
  'on-time',
  'done-fast',
  'answered-late',
  'came-late',
  'took-long',
  'no-news',
] as const
export type SpeedReason = (typeof speedReasons)[number]

/** What a supervisor should look at in a case; findings, not verdicts. */
export const caseFindings = ['long-pauses', 'late-downgrade', 'returned-twice', 'rated-low'] as const
export type CaseFinding = (typeof caseFindings)[number]

export const clockKinds = [
  'accept',
  'first_response',
  'next_response',
  'on_site',
  'resolve',
  'update',
  'callback',
] as const
export type ClockKind = (typeof clockKinds)[number]

export const clockVerdicts = ['running', 'paused', 'met', 'breached', 'cancelled', 'superseded'] as const
export type ClockVerdict = (typeof clockVerdicts)[number]

/** Whom a level of an escalation ladder tells. */
export const escalationTargets = ['assignee', 'tracker', 'shift-leader', 'manager', 'head-office'] as const
export type EscalationTarget = (typeof escalationTargets)[number]

/** What an escalation is about: a clock, a pause that lasts, the alarm of a danger nobody has answered. */
export const escalationSubjects = [...clockKinds, 'pause', 'alarm'] as const
export type EscalationSubject = (typeof escalationSubjects)[number]

/** The alarm of a danger: nobody has answered it yet, or somebody has. */
export const alarmStates = ['raised', 'answered'] as const
export type AlarmState = (typeof alarmStates)[number]
/** How a community gives work out 派单方式: to whoever has least in hand, in turn, or by letting people take it. */
export const assignmentStrategies = ['off', 'least-load', 'in-turn', 'pool'] as const
export type AssignmentStrategy = (typeof assignmentStrategies)[number]

/** Why nobody could be found for a case. */
export const raiseReasons = ['nobody-on-duty', 'all-refused', 'moves-used-up'] as const
export type RaiseReason = (typeof raiseReasons)[number]

/** What a person may do about who has a case; the server lists those allowed now. */
export const dispatchActs = [
  'take-offer',
  'refuse',
  'hand-over',
  'answer-hand-over',
  'add-co-handler',
  'return-result',
  'dispute',
  'rule',
] as const
export type DispatchAct = (typeof dispatchActs)[number]

/** What can stand on a case's timeline. */
export const caseEventKinds = [
  'opened',
  'accepted',
  'assigned',
  'replied',
  'noted',
  'supplemented',
  'paused',
  'resumed',
  'resolved',
  'confirmed',
  'rejected',
  'rated',
  'declined',
  'cancelled',
  'closed',
  'escalated',
  'acknowledged',
  'work-opened',
  'work-finished',
  'work-dropped',
  'promised',
  'reclassified',
  'reopened',
  'arrived',
  'appointed',
  'called-back',
  'repaired',
  'merged',
  'absorbed',
  'appealed',
  'appeal-upheld',
  'appeal-rejected',
  'unmerged',
  'released',
  'urged',
  'quoted',
  'quote-agreed',
  'quote-declined',
  'offered',
  'refused',
  'lapsed',
  'raised',
  'handed',
  'received',
  'kept',
  'joined',
  'returned',
  'disputed',
  'ruled',
  'followed',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

/** By what a promise to a resident is seen to be kept. */
export const promiseEvidences = ['photo', 'visit', 'answer', 'document'] as const
export type PromiseEvidence = (typeof promiseEvidences)[number]

export const promiseStates = ['open', 'kept', 'kept-late', 'broken', 'renegotiated', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

/** How far a wish for another time has come. */
export const promiseChangeStates = ['asked', 'refused', 'offered', 'agreed', 'objected', 'lapsed'] as const
export type PromiseChangeState = (typeof promiseChangeStates)[number]

/** Why an answer carries no promise. */
export const noPromiseReasons = [
  'answered-in-full',
  'waiting-for-resident',
  'outside-party-decides',
  'information-only',
  'thanks-only',
] as const
export type NoPromiseReason = (typeof noPromiseReasons)[number]

/** What happened to a promise, as the timeline tells it. */
export const promiseActs = [
  'made',
  'kept',
  'withdrawn',
  'change-asked',
  'change-approved',
  'change-refused',
  'change-agreed',
  'change-objected',
] as const
export type PromiseActName = (typeof promiseActs)[number]

/** How grave what the guard finds in a reply is, and what it is. */
export const guardSeverities = ['block', 'warn', 'hint'] as const
export const guardCodes = [
  'question-open',
  'sends-away',
  'impatient',
  'says-nothing',
  'blames',
  'threatens',
  'relabels',
  'placeholder',
  'other-community',
  'other-building',
  'phone-number',
  'id-number',
  'needs-review',
] as const
export const reviewActs = ['asked', 'agreed', 'returned'] as const

/** What a person may do next with a case; the server lists those allowed now. */
export const caseActions = [
  'accept',
  'assign',
  'reply',
  'note',
  'supplement',
  'pause',
  'resume',
  'resolve',
  'decline',
  'confirm',
  'reject',
  'rate',
  'cancel',
  'acknowledge',
  'arrive',
  'appoint',
  'call-back',
  'reclassify',
  'reopen',
  'appeal',
  'rule-on-appeal',
  'merge',
  'unmerge',
  'urge',
] as const
export type CaseAction = (typeof caseActions)[number]

/** How one case stands to another besides being merged. */
export const caseLinkKinds = ['related', 'follows-up'] as const
export type CaseLinkKind = (typeof caseLinkKinds)[number]

export const placeKinds = ['building', 'entrance', 'home', 'common'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const homeUses = ['dwelling', 'shop', 'parking'] as const
export type HomeUse = (typeof homeUses)[number]

export const residentRoles = ['owner', 'tenant', 'family'] as const
export type ResidentRole = (typeof residentRoles)[number]

export const staffRoles = [
  'agent',
  'dispatcher',
  'worker',
  'manager',
  'finance',
  'head-office',
  'committee',
  'auditor',
] as const
export type StaffRole = (typeof staffRoles)[number]

export type Role = StaffRole | ResidentRole

export const teams = ['service', 'engineering', 'security', 'cleaning', 'office'] as const
export type Team = (typeof teams)[number]

/** What a member of staff can be sent for 技能. */
export const skills = [
  'electrical',
  'plumbing',
  'masonry',
  'carpentry',
  'lift',
  'low-voltage',
  'fire-safety',
  'greening',
  'cleaning',
  'guarding',
  'front-desk',
] as const
export type Skill = (typeof skills)[number]

/** Why somebody is away for whole days 请假. */
export const leaveKinds = ['annual', 'sick', 'personal', 'training', 'other'] as const
export type LeaveKind = (typeof leaveKinds)[number]

/** What a duty phone 值班电话 is rung for; the path of danger looks its numbers up by these. */
export const dutyTopics = [
  'control-room',
  'lift',
  'gas',
  'fire',
  'medical',
  'police',
  'power',
  'water',
  'engineering',
  'manager',
  'other',
] as const
export type DutyTopic = (typeof dutyTopics)[number]

/** Whom the one-click sign-in of the demo community can play. */
export const demoRoles = [
  'resident',
  'tenant',
  'agent',
  'dispatcher',
  'worker',
  'manager',
  'finance',
  'head-office',
  'committee',
  'auditor',
] as const
export type DemoRole = (typeof demoRoles)[number]

export const consentKinds = ['contact', 'care', 'photos'] as const
export type ConsentKind = (typeof consentKinds)[number]

export const locales = ['zh-Hans', 'en'] as const
export type Locale = (typeof locales)[number]

/** Why a personal datum was looked at; shown to the person it belongs to. */
export const revealPurposes = ['call-back', 'visit', 'verify-identity', 'emergency', 'correction'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

export const notificationKinds = [
  'case-replied',
  'case-assigned',
  'case-resolved',
  'case-reopened',
  'case-paused',
  'case-declined',
  'case-closed',
  'case-due-soon',
  'case-escalated',
  'followed-resolved',
  'promise-broken',
  'promise-change-offered',
  'promise-change-refused',
  'promise-change-agreed',
  'promise-change-objected',
  'promise-withdrawn',
  'case-appointed',
  'case-returned-twice',
  'case-rated-low',
  'case-appealed',
  'case-appeal-ruled',
  'case-alarm',
  'case-merged',
  'case-urged',
  'case-needs-you',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** Figures of the boards; docs/metrics.md states the formula of each. */
export const boardMetrics = [
  'accept',
  'response',
  'on_time',
  'resolution',
  'satisfaction',
  'rework',
  'direct',
] as const
export type BoardMetric = (typeof boardMetrics)[number]

/** What a board can be broken down by. */
export const boardGroups = [
  'none',
  'day',
  'week',
  'month',
  'building',
  'kind',
  'urgency',
  'channel',
  'person',
] as const
export type BoardGroup = (typeof boardGroups)[number]

/** Lenses of the building chart. */
export const chartLenses = ['open-cases', 'area'] as const
export type ChartLens = (typeof chartLenses)[number]

/** What a step of a procedure asks for as evidence. */
export const evidenceKinds = ['tick', 'reading', 'photo', 'material', 'signature'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What a resident says to a quote. */
export const quoteAnswers = ['agreed', 'declined'] as const
export type QuoteAnswer = (typeof quoteAnswers)[number]

/** A work order is open until it is finished, or dropped with a reason. */
export const workStates = ['open', 'done', 'dropped'] as const
export type WorkState = (typeof workStates)[number]

/** A step was done, or passed over with a reason. */
export const workEntryKinds = ['done', 'passed'] as const
export type WorkEntryKind = (typeof workEntryKinds)[number]
