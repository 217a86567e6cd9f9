import type { CaseKind } from '../life/index.ts'
import { caseKinds } from '../life/index.ts'
import { findConcepts } from './find-concepts.ts'
import type { Found } from './find-concepts.ts'
import { findPlace } from './find-place.ts'
import type { SpokenPlace } from './find-place.ts'
import { lexicon } from './lexicon.ts'
import type { Urgency } from './lexicon.ts'
import { normalise } from './normalise.ts'

/** Why something is suggested: the words, and what they point to. */
export type Reason = {
  readonly words: readonly string[]
  readonly concept?: string
  readonly points: 'kind' | 'urgency' | 'scope' | 'mass'
}

/** What a report seems to say. Every suggestion names the words it comes from; a person decides. */
export type Reading = {
  /** Undefined: nothing points anywhere. */
  readonly kind: CaseKind | undefined
  /** How sure, 0 to 1, of each kind by the words alone. */
  readonly kinds: Readonly<Record<CaseKind, number>>
  readonly urgency: Urgency
  readonly concepts: readonly Found[]
  /** What the report is mainly about: the first concept that is not denied. */
  readonly main: string | undefined
  readonly scope: 'home' | 'common' | undefined
  readonly place: SpokenPlace
  /** It speaks of many homes. */
  readonly mass: boolean
  readonly dangers: readonly string[]
  readonly reasons: readonly Reason[]
}

/** Softness of the confidence, fitted on the first half of the labelled reports. */
const temperature = 1.1

/** Reads a report in Chinese by rules alone: no network, no clock, the same text always alike. */
export function readReport(words: string): Reading {
  const all = lexicon()
  const text = normalise(words)
  const hits = all.find(text)
  const concepts = findConcepts(all, text, hits)
  const spoken = concepts.filter((it) => !it.denied)
  const reasons: Reason[] = []
  const wordsIn = (set: ReadonlySet<number>) => [
    ...new Set(hits.filter((it) => set.has(it.word)).map((it) => all.words[it.word] ?? '')),
  ]

  const scores = Object.fromEntries(caseKinds.map((it) => [it, 0])) as Record<CaseKind, number>
  spoken.forEach((it, index) => {
    scores[it.concept.kind] += index === 0 ? 2 : 0.6
    reasons.push({ words: it.words, concept: it.concept.id, points: 'kind' })
  })
  const moods = new Map<CaseKind, { weight: number; words: string[] }>()
  for (const hit of hits) {
    const mood = all.moods.get(hit.word)
    const word = all.words[hit.word] ?? ''
    const known = mood && (moods.get(mood.kind) ?? { weight: 0, words: [] })
    if (!mood || !known || known.words.includes(word)) continue
    // The strongest word counts whole, others a little.
    const [more, less] = [Math.max(known.weight, mood.weight), Math.min(known.weight, mood.weight)]
    moods.set(mood.kind, { weight: more + (less > 0 ? 0.4 : 0), words: [...known.words, word] })
  }
  for (const [kind, mood] of moods) {
    scores[kind] += mood.weight
    reasons.push({ words: mood.words, points: 'kind' })
  }
  // A thanked-for repair is praise; a question about one is a question.
  if (concepts.some((it) => it.denied) && spoken.length === 0) scores.praise += 1
  if (/[?？]$/.test(words.trim())) scores.enquiry += 0.8

  const peak = Math.max(...Object.values(scores))
  const weights = caseKinds.map((it) => Math.exp(((scores[it] ?? 0) - peak) / temperature))
  const sum = weights.reduce((a, b) => a + b, 0)
  const kinds = Object.fromEntries(
    caseKinds.map((it, index) => [it, peak === 0 ? 0 : (weights[index] ?? 0) / sum]),
  ) as Record<CaseKind, number>
  const kind = peak === 0 ? undefined : caseKinds.find((it) => scores[it] === peak)

  const dangers = spoken.filter((it) => it.concept.urgency === 'danger').map((it) => it.concept.id)
  // Who suggests or thanks is in no danger now; who asks what to do may well be.
  const calm = kind === 'suggestion' || kind === 'praise'
  const pressing = kind === 'repair' && spoken.length > 0 ? wordsIn(all.pressing) : []
  const urgent =
    !calm && kind !== 'enquiry' && (spoken[0]?.concept.urgency === 'urgent' || pressing.length > 0)
  const urgency: Urgency = dangers.length > 0 && !calm ? 'danger' : urgent ? 'urgent' : 'normal'
  if (urgency === 'urgent' && pressing.length > 0) reasons.push({ words: pressing, points: 'urgency' })

  const masses = wordsIn(all.masses)
  if (masses.length > 0) reasons.push({ words: masses, points: 'mass' })
  const insides = wordsIn(all.insides)
  const commons = wordsIn(all.commons)
  const scope = insides.length > 0 ? 'home' : commons.length > 0 ? 'common' : undefined
  if (scope) reasons.push({ words: scope === 'home' ? insides : commons, points: 'scope' })
  return {
    kind,
    kinds,
    urgency,
    concepts,
    main: (spoken.find((it) => calm && it.concept.kind === kind && it.concept.id !== 'rule') ?? spoken[0])
      ?.concept.id,
    scope,
    place: findPlace(text),
    mass: masses.length > 0,
    dangers: urgency === 'danger' ? dangers : [],
    reasons,
  }
}
