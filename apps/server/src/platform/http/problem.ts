import { refusals } from '@zhanggui/contract'
import type { FieldProblem, Locale, Problem, RefusalCode } from '@zhanggui/contract'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import type { FastifyError } from 'fastify'
import type * as z from 'zod'
import { brokenConstraint, isUnavailable } from '../database.ts'
import { Refusal } from '../refusal.ts'
import type { FieldRefusal } from '../refusal.ts'

/** What zod found wrong in one part of a request. */
export class ShapeRefused extends Error {
  readonly issues: z.core.$ZodIssue[]
  constructor(issues: z.core.$ZodIssue[]) {
    super('invalid_fields')
    this.issues = issues
  }
}

const framework: Record<string, RefusalCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_ASYNC_CONSTRAINT: 'bad_request',
}

/** Turns whatever was thrown into a refusal; undefined for a fault, which the caller logs. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof ShapeRefused) return new Refusal('invalid_fields', { fields: fieldsOf(error.issues) })
  if (isUnavailable(error)) return new Refusal('unavailable')
  const code = (error as FastifyError | undefined)?.code
  const known = typeof code === 'string' ? framework[code] : undefined
  if (known) return new Refusal(known)
  const status = (error as FastifyError | undefined)?.statusCode
  if (status === 413) return new Refusal('body_too_large')
  if (status === 415) return new Refusal('unsupported_media_type')
  if (status && status >= 400 && status < 500) return new Refusal('bad_request')
  // A constraint that an action did not foresee is a fault of ours, but what was asked is not done either way.
  if (brokenConstraint(error)) return undefined
  return undefined
}

/** The body of a refusal, RFC 9457 problem details, in the language asked for and in both. */
export function problemOf(refusal: Refusal, locale: Locale, request: string): Problem {
  const texts = textsOf(`refusal.${refusal.code}`)
  const problem: Problem = {
    type: `/problems/${refusal.code}`,
    status: refusals[refusal.code],
    code: refusal.code,
    title: texts[locale],
    texts,
    request,
  }
  if (refusal.fields) {
    problem.fields = refusal.fields.map((it) => ({ ...it, texts: textsOf(`field.${it.problem}`) }))
  }
  if (refusal.detail) problem.detail = refusal.detail
  return problem
}

function textsOf(key: `refusal.${RefusalCode}` | `field.${FieldProblem}`): { 'zh-Hans': string; en: string } {
  return { 'zh-Hans': chinese[key], en: english[key] }
}

function fieldsOf(issues: z.core.$ZodIssue[]): FieldRefusal[] {
  const fields = issues.flatMap((issue): FieldRefusal[] => {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, problem: 'unknown_field' }))
    }
    return [{ path, problem: problemIn(issue) }]
  })
  // One word for each field is enough. A hostile body can break a thousand of them; twenty are enough to go on with.
  const first = new Map(fields.toReversed().map((it) => [it.path, it]))
  return fields.filter((it) => first.get(it.path) === it).slice(0, 20)
}

const byIssue: Partial<Record<string, FieldProblem>> = {
  invalid_type: 'wrong_type',
  invalid_value: 'not_listed',
  invalid_format: 'bad_format',
  too_big: 'too_big',
  too_small: 'too_small',
}

function problemIn(issue: z.core.$ZodIssue): FieldProblem {
  const missing = issue.code === 'invalid_type' || issue.code === 'invalid_value'
  if (missing && issue.input === undefined) return 'required'
  const said = issue.message as keyof typeof chinese
  if (`field.${said}` in chinese) return said as FieldProblem
  return byIssue[issue.code ?? ''] ?? 'invalid'
}
