/** A step as the checklist rules read it. Readings are in thousandths of their unit. */
export type ChecklistStep = {
  readonly key: string
  readonly evidence: 'tick' | 'reading' | 'photo' | 'material' | 'signature'
  readonly required: boolean
  readonly reading: { readonly min: number | null; readonly max: number | null } | null
}

/** One thing recorded at a step. Several at one step: the last in the list is in force. */
export type ChecklistEntry = { readonly step: string; readonly kind: 'done' | 'passed' }

export type StepState = 'waiting' | 'done' | 'passed'

/** How each step stands, by key: what was recorded last, or waiting. */
export function standings(
  steps: readonly ChecklistStep[],
  entries: readonly ChecklistEntry[],
): ReadonlyMap<string, StepState> {
  const states = new Map<string, StepState>(steps.map((it) => [it.key, 'waiting']))
  for (const entry of entries) if (states.has(entry.step)) states.set(entry.step, entry.kind)
  return states
}

/** The required steps for which nothing is recorded, in order: while there is one, the work is not finished. */
export function waitingSteps<S extends ChecklistStep>(
  steps: readonly S[],
  entries: readonly ChecklistEntry[],
): S[] {
  const states = standings(steps, entries)
  return steps.filter((it) => it.required && states.get(it.key) === 'waiting')
}

/** Whether a reading lies within the range of its step; both ends belong to it. Without a range everything does. */
export function isInRange(step: Pick<ChecklistStep, 'reading'>, reading: number): boolean {
  const { min, max } = step.reading ?? { min: null, max: null }
  return (min === null || reading >= min) && (max === null || reading <= max)
}

export type NewEntry = {
  readonly kind: 'done' | 'passed'
  readonly reading?: number | undefined
  readonly note?: string | undefined
  readonly photos: number
  readonly materials: number
}

export type EntryProblem = {
  readonly path: 'reading' | 'note' | 'photos' | 'materials'
  readonly problem: 'required' | 'invalid'
}

/**
 * What is missing or too much at a step, empty when it may be recorded. Passing over needs a reason in `note`. A reading
 * out of range is a fact and is taken, but needs a word about it. Evidence of another kind than the step's is refused,
 * except photos, which may stand beside anything but a signature.
 */
export function entryProblems(step: ChecklistStep, entry: NewEntry): EntryProblem[] {
  const problems: EntryProblem[] = []
  const said = (entry.note ?? '') !== ''
  if (entry.reading !== undefined && (step.evidence !== 'reading' || entry.kind === 'passed'))
    problems.push({ path: 'reading', problem: 'invalid' })
  if (entry.materials > 0 && (step.evidence !== 'material' || entry.kind === 'passed'))
    problems.push({ path: 'materials', problem: 'invalid' })
  if (entry.kind === 'passed') {
    if (!said) problems.push({ path: 'note', problem: 'required' })
    return problems
  }
  switch (step.evidence) {
    case 'tick':
      break
    case 'reading':
      if (entry.reading === undefined) problems.push({ path: 'reading', problem: 'required' })
      else if (!isInRange(step, entry.reading) && !said) problems.push({ path: 'note', problem: 'required' })
      break
    case 'photo':
      if (entry.photos === 0) problems.push({ path: 'photos', problem: 'required' })
      break
    case 'material':
      if (entry.materials === 0) problems.push({ path: 'materials', problem: 'required' })
      break
    case 'signature':
      if (entry.photos !== 1)
        problems.push({ path: 'photos', problem: entry.photos === 0 ? 'required' : 'invalid' })
      break
  }
  return problems
}
