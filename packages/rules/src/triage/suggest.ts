import type { CaseKind } from '../life/index.ts'
import { caseKinds } from '../life/index.ts'
import { classify } from './classifier.ts'
import type { Model } from './classifier.ts'
import type { Urgency } from './lexicon.ts'
import type { Reading } from './read-report.ts'

/** Below this confidence nothing is suggested for the kind: a person decides. */
export const sureEnough = 0.5

export type Suggestion = {
  /** The likeliest kind; undefined when a person has to decide. */
  readonly kind: CaseKind | undefined
  /** Up to three kinds with their confidence, surest first. */
  readonly top: readonly { readonly kind: CaseKind; readonly confidence: number }[]
  readonly urgency: Urgency
  /** The urgency was raised by what the desk taught, not by a word of the lexicon. */
  readonly raised: boolean
}

export type Models = { readonly kind: Model; readonly urgency: Model }

const ranks: Record<Urgency, number> = { normal: 0, urgent: 1, danger: 2 }

/**
 * What to suggest for a report: the rules alone, or the mean of the rules and the trained models. The models may raise
 * the urgency to urgent when they are sure (0.8), never lower it, and never say danger on their own.
 */
export function suggest(text: string, reading: Reading, models?: Models): Suggestion {
  const learned = new Map(models ? classify(models.kind, text).map((it) => [it.label, it.confidence]) : [])
  const top = caseKinds
    .map((kind) => {
      const rules = reading.kinds[kind]
      const taught = learned.get(kind) ?? 0
      return { kind, confidence: models ? (reading.kind ? (rules + taught) / 2 : taught) : rules }
    })
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, 3)
    .filter((it) => it.confidence > 0.02)
  const [first] = top
  const pressing = models
    ? classify(models.urgency, text)
        .filter((it) => it.label !== 'normal')
        .reduce((sum, it) => sum + it.confidence, 0)
    : 0
  const raised = ranks[reading.urgency] < ranks.urgent && pressing >= 0.8
  return {
    kind: first && first.confidence >= sureEnough ? first.kind : undefined,
    top,
    urgency: raised ? 'urgent' : reading.urgency,
    raised,
  }
}
