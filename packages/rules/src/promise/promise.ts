import type { CaseFactKind } from '../life/index.ts'

/** By what a promise is seen to be kept. */
export const promiseEvidences = ['photo', 'visit', 'answer', 'document'] as const
export type PromiseEvidence = (typeof promiseEvidences)[number]

/** Where a promise stands. All but `open` are settled; a broken one can still be made good, late. */
export const promiseStates = ['open', 'kept', 'kept-late', 'broken', 'renegotiated', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

/**
 * How far a wish for another time has come: `asked` among staff, `offered` to the resident once approved, then the
 * resident's answer. `lapsed`: the old time came before there was an answer.
 */
export const promiseChangeStates = ['asked', 'refused', 'offered', 'agreed', 'objected', 'lapsed'] as const
export type PromiseChangeState = (typeof promiseChangeStates)[number]

/** What an event says about a promise. Instants are epoch seconds. */
export type PromiseAct =
  | { readonly act: 'made'; readonly id: string; readonly due: number; readonly evidence: PromiseEvidence }
  /** A person says that it was kept and where that is written. */
  | { readonly act: 'kept'; readonly id: string }
  | { readonly act: 'withdrawn'; readonly id: string }
  | { readonly act: 'change-asked'; readonly id: string; readonly due: number; readonly by: string }
  | { readonly act: 'change-approved' | 'change-refused' | 'change-objected'; readonly id: string }
  /** The resident agrees: a promise of its own takes the old one's place. */
  | { readonly act: 'change-agreed'; readonly id: string; readonly successor: string }

/** The part of a case's event that promises are judged by. */
export type PromiseFact = {
  readonly seq: number
  /** Epoch seconds, never before the fact before it. */
  readonly at: number
  readonly kind: CaseFactKind
  readonly byStaff: boolean
  /** Shown to the resident: not an internal note. */
  readonly open: boolean
  readonly photos: number
  readonly promise?: PromiseAct | undefined
}

export type PromiseChange = {
  readonly state: PromiseChangeState
  readonly due: number
  readonly askedBy: string
}

/** A promise as its history says it stands. Instants are epoch seconds. */
export type PromiseStanding = {
  readonly id: string
  readonly madeAt: number
  readonly madeSeq: number
  readonly due: number
  readonly evidence: PromiseEvidence
  readonly state: PromiseState
  /** When it was kept, late or not, or ended otherwise; for a broken one, the deadline. */
  readonly settledAt?: number | undefined
  /** The deadline, once it went by unkept; stays when it is made good late. */
  readonly brokenAt?: number | undefined
  /** The event that kept it. */
  readonly keptBySeq?: number | undefined
  readonly succeeds?: string | undefined
  readonly change?: PromiseChange | undefined
}
