import type { CaseStatus } from './statuses.ts'

/** Everything that can be done to a case that exists. */
export const caseVerbs = [
  'accept',
  'assign',
  'reply',
  'note',
  'pause',
  'resume',
  'resolve',
  'confirm',
  'reject',
  'reopen',
  'close',
  'rate',
  'decline',
  'cancel',
  'reclassify',
  'supplement',
  'escalate',
  'acknowledge',
  'begin-work',
  'finish-work',
  'drop-work',
  'promise',
] as const
export type CaseVerb = (typeof caseVerbs)[number]

/** What the history says happened: `opened`, and one kind for each verb. */
export const caseFactKinds = [
  'opened',
  'accepted',
  'assigned',
  'replied',
  'noted',
  'paused',
  'resumed',
  'resolved',
  'confirmed',
  'rejected',
  'reopened',
  'closed',
  'rated',
  'declined',
  'cancelled',
  'reclassified',
  'supplemented',
  'escalated',
  'acknowledged',
  'work-opened',
  'work-finished',
  'work-dropped',
  'promised',
] as const
export type CaseFactKind = (typeof caseFactKinds)[number]

/** The fact that each verb leaves in the history. */
export const factOf = {
  accept: 'accepted',
  assign: 'assigned',
  reply: 'replied',
  note: 'noted',
  pause: 'paused',
  resume: 'resumed',
  resolve: 'resolved',
  confirm: 'confirmed',
  reject: 'rejected',
  reopen: 'reopened',
  close: 'closed',
  rate: 'rated',
  decline: 'declined',
  cancel: 'cancelled',
  reclassify: 'reclassified',
  supplement: 'supplemented',
  escalate: 'escalated',
  acknowledge: 'acknowledged',
  'begin-work': 'work-opened',
  'finish-work': 'work-finished',
  'drop-work': 'work-dropped',
  promise: 'promised',
} as const satisfies Record<CaseVerb, CaseFactKind>

/** Who may do it at all; which of them in a given case is the business of permissions and scope. */
export const caseActors = ['resident', 'staff', 'timer'] as const
export type CaseActor = (typeof caseActors)[number]

export const verbActors: Readonly<Record<CaseVerb, readonly CaseActor[]>> = {
  accept: ['staff'],
  assign: ['staff', 'timer'],
  reply: ['staff', 'timer'],
  note: ['staff'],
  pause: ['staff'],
  resume: ['staff', 'resident', 'timer'],
  resolve: ['staff'],
  confirm: ['resident', 'staff'],
  reject: ['resident', 'staff'],
  reopen: ['staff'],
  close: ['timer', 'staff'],
  rate: ['resident'],
  decline: ['staff'],
  cancel: ['resident'],
  reclassify: ['staff'],
  supplement: ['resident', 'staff'],
  escalate: ['timer'],
  acknowledge: ['staff'],
  'begin-work': ['staff'],
  'finish-work': ['staff'],
  'drop-work': ['staff'],
  promise: ['resident', 'staff'],
}

/**
 * From where each verb is possible and where it leads. A pair that is not listed is refused.
 * `reject` is the resident's word that it is not solved, `reopen` the staff's own finding; both begin a new cycle.
 */
export const caseSteps: Readonly<Record<CaseVerb, Readonly<Partial<Record<CaseStatus, CaseStatus>>>>> = {
  accept: { new: 'open' },
  assign: { new: 'open', open: 'open', paused: 'paused' },
  reply: { new: 'new', open: 'open', paused: 'paused', resolved: 'resolved' },
  note: {
    new: 'new',
    open: 'open',
    paused: 'paused',
    resolved: 'resolved',
    closed: 'closed',
    declined: 'declined',
    cancelled: 'cancelled',
  },
  pause: { open: 'paused' },
  resume: { paused: 'open' },
  resolve: { open: 'resolved' },
  confirm: { resolved: 'closed' },
  reject: { resolved: 'open', closed: 'open' },
  reopen: { resolved: 'open', closed: 'open' },
  close: { resolved: 'closed' },
  rate: { resolved: 'resolved', closed: 'closed' },
  decline: { new: 'declined', open: 'declined' },
  cancel: { new: 'cancelled', open: 'cancelled', paused: 'cancelled' },
  reclassify: { new: 'new', open: 'open', paused: 'paused' },
  supplement: { new: 'new', open: 'open', paused: 'paused', resolved: 'resolved' },
  escalate: { new: 'new', open: 'open', paused: 'paused' },
  acknowledge: { new: 'new', open: 'open', paused: 'paused', resolved: 'resolved' },
  'begin-work': { new: 'new', open: 'open', paused: 'paused' },
  'finish-work': { new: 'new', open: 'open', paused: 'paused' },
  'drop-work': { new: 'new', open: 'open', paused: 'paused' },
  // What was promised outlives the case: it is still kept, moved or withdrawn afterwards.
  promise: {
    new: 'new',
    open: 'open',
    paused: 'paused',
    resolved: 'resolved',
    closed: 'closed',
    declined: 'declined',
    cancelled: 'cancelled',
  },
}
