import type { ChecklistStep } from './checklist.ts'

export type DraftStep = ChecklistStep & {
  readonly safety: boolean
  readonly photo: 'before' | 'after' | null
  readonly signer: 'resident' | 'worker' | null
}

export type DraftProblem = { readonly path: string; readonly problem: 'required' | 'invalid' }

/**
 * What keeps a procedure from being published, empty when nothing does: two steps of one key, no required step, a safety
 * step behind one that is none, details that belong to another kind of evidence or are missing for theirs, a range whose
 * lower end lies above its upper.
 */
export function procedureProblems(steps: readonly DraftStep[]): DraftProblem[] {
  const problems: DraftProblem[] = []
  const seen = new Set<string>()
  let plain = false
  for (const [index, step] of steps.entries()) {
    const at = (path: string, problem: DraftProblem['problem']) =>
      problems.push({ path: `steps.${index}.${path}`, problem })
    if (seen.has(step.key)) at('key', 'invalid')
    seen.add(step.key)
    if (step.safety && plain) at('safety', 'invalid')
    if (!step.safety) plain = true
    for (const [field, kind] of [
      ['reading', 'reading'],
      ['photo', 'photo'],
      ['signer', 'signature'],
    ] as const) {
      if (step.evidence === kind && step[field] === null) at(field, 'required')
      if (step.evidence !== kind && step[field] !== null) at(field, 'invalid')
    }
    const { min, max } = step.reading ?? { min: null, max: null }
    if (min !== null && max !== null && min > max) at('reading.min', 'invalid')
  }
  if (!steps.some((it) => it.required)) problems.push({ path: 'steps', problem: 'required' })
  return problems
}
