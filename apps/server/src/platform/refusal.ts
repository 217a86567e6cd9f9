import type { FieldProblem, RefusalCode } from '@zhanggui/contract'

export type FieldRefusal = { path: string; problem: FieldProblem }

/**
 * An expected, public "no": listed in the contract, answered as problem details in both languages.
 * Anything else that is thrown is a fault: logged, answered as 500 without detail.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: FieldRefusal[] | undefined
  readonly detail: Record<string, unknown> | undefined
  constructor(code: RefusalCode, more: { fields?: FieldRefusal[]; detail?: Record<string, unknown> } = {}) {
    super(code)
    this.code = code
    this.fields = more.fields
    this.detail = more.detail
  }
}

/** Refuses one field of the body, for what only the database can know. */
export function refuseField(
  path: string,
  problem: FieldProblem,
  code: RefusalCode = 'invalid_fields',
): Refusal {
  return new Refusal(code, { fields: [{ path, problem }] })
}
