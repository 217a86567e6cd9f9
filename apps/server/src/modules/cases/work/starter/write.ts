import type { ProcedureBody, ProcedureStep, Team } from '@zhanggui/contract'

/** A procedure to begin with: `key` makes the same identity everywhere it is handed out. */
export type Starter = ProcedureBody & { key: string }

const spoken = (zh: string, en: string) => ({ 'zh-Hans': zh, en })
type More = Partial<Pick<ProcedureStep, 'required' | 'role'>> & { hint?: readonly [zh: string, en: string] }

/** The steps of one procedure, numbered as they are written; `role` is whose they are unless said otherwise. */
export function stepsOf(role: Team) {
  let count = 0
  const step = (
    evidence: ProcedureStep['evidence'],
    zh: string,
    en: string,
    more: More,
    details: Partial<ProcedureStep> = {},
  ): ProcedureStep => ({
    key: `s${(count += 1)}`,
    title: spoken(zh, en),
    hint: spoken(more.hint?.[0] ?? '', more.hint?.[1] ?? ''),
    role: more.role ?? role,
    evidence,
    safety: false,
    required: more.required ?? true,
    reading: null,
    photo: null,
    signer: null,
    ...details,
  })
  return {
    safe: (zh: string, en: string, more: More = {}) => step('tick', zh, en, more, { safety: true }),
    tick: (zh: string, en: string, more: More = {}) => step('tick', zh, en, more),
    before: (zh: string, en: string, more: More = {}) => step('photo', zh, en, more, { photo: 'before' }),
    after: (zh: string, en: string, more: More = {}) => step('photo', zh, en, more, { photo: 'after' }),
    /** `min` and `max` in thousandths of the unit. */
    read: (
      zh: string,
      en: string,
      reading: NonNullable<ProcedureStep['reading']>,
      more: More & { safety?: boolean } = {},
    ) => step('reading', zh, en, more, { reading, safety: more.safety ?? false }),
    material: (zh: string, en: string, more: More = {}) =>
      step('material', zh, en, { required: false, ...more }),
    sign: (signer: 'resident' | 'worker', zh: string, en: string, more: More = {}) =>
      step('signature', zh, en, more, { signer }),
  }
}

export function starter(
  key: string,
  name: readonly [string, string],
  purpose: readonly [string, string],
  fit: Pick<ProcedureBody, 'kinds' | 'placeKinds'> & { words: string },
  steps: ProcedureStep[],
): Starter {
  return {
    key,
    name: spoken(...name),
    purpose: spoken(...purpose),
    kinds: fit.kinds,
    placeKinds: fit.placeKinds,
    words: fit.words.split(' ').filter((it) => it !== ''),
    steps,
    retired: false,
  }
}
