import type { ProcedureBody, ProcedureStep, ProcedureView } from '@zhanggui/contract'
import type { EvidenceKind } from '@zhanggui/contract/words'
import { newId } from '../../shared/api.ts'

const nothing = { 'zh-Hans': '', en: '' }

/** A procedure that nobody has published yet: version 0. */
export function newProcedure(): ProcedureView {
  return {
    id: newId(),
    versionId: '',
    version: 0,
    publishedAt: '',
    publishedBy: '',
    name: nothing,
    purpose: nothing,
    kinds: ['repair'],
    placeKinds: [],
    words: [],
    steps: [newStep([])],
    retired: false,
  }
}

/** A step with a key that no other has. */
export function newStep(steps: readonly ProcedureStep[]): ProcedureStep {
  const taken = new Set(steps.map((it) => it.key))
  let count = steps.length + 1
  while (taken.has(`s${count}`)) count += 1
  return {
    key: `s${count}`,
    title: nothing,
    hint: nothing,
    role: 'engineering',
    evidence: 'tick',
    safety: false,
    required: true,
    reading: null,
    photo: null,
    signer: null,
  }
}

/** The step with another kind of evidence, and just the details that belong to it. */
export function withEvidence(step: ProcedureStep, evidence: EvidenceKind): ProcedureStep {
  return {
    ...step,
    evidence,
    reading: evidence === 'reading' ? (step.reading ?? { unit: 'MPa', min: null, max: null }) : null,
    photo: evidence === 'photo' ? (step.photo ?? 'before') : null,
    signer: evidence === 'signature' ? (step.signer ?? 'resident') : null,
  }
}

/** Safety steps before all others, else in the order they have. */
export function safetyFirst(steps: readonly ProcedureStep[]): ProcedureStep[] {
  return [...steps.filter((it) => it.safety), ...steps.filter((it) => !it.safety)]
}

export function bodyOf(it: ProcedureView): ProcedureBody {
  const { name, purpose, kinds, placeKinds, words, steps, retired } = it
  return { name, purpose, kinds, placeKinds, words, steps, retired }
}

/** What keeps it from being published: no name, a step without words, no step that must be done. */
export function isWhole(it: ProcedureBody): boolean {
  return (
    it.name['zh-Hans'].trim() !== '' &&
    it.steps.every((step) => step.title['zh-Hans'].trim() !== '') &&
    it.steps.every((step) => step.reading === null || step.reading.unit.trim() !== '') &&
    it.steps.some((step) => step.required)
  )
}
