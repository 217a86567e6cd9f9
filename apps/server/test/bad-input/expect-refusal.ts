import { refusals } from '@zhanggui/contract'
import type { FieldProblem, Problem, RefusalCode } from '@zhanggui/contract'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

/** What is to be refused: the code, and field by field what is wrong (`text: too_long`). */
export type Wanted = { code: RefusalCode; fields?: string[] }

/** Looks at a refusal whole: status, code, type, both languages, and every field with its path. */
export function expectRefusal(answer: LightMyRequestResponse, { code, fields }: Wanted): Problem {
  const problem = answer.json<Problem>()
  const said = problem.fields?.map((it) => `${it.path}: ${it.problem}`)
  expect([answer.statusCode, problem.code, ...(said ?? [])]).toEqual([
    refusals[code],
    code,
    ...(fields ?? []),
  ])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(problem).toMatchObject({ type: `/problems/${code}`, status: refusals[code] })
  const key = `refusal.${code}` as const
  expect(problem.texts).toEqual({ 'zh-Hans': chinese[key], en: english[key] })
  expect(problem.title).toBe(chinese[key])
  for (const it of problem.fields ?? []) {
    const field: `field.${FieldProblem}` = `field.${it.problem}`
    expect(it.texts).toEqual({ 'zh-Hans': chinese[field], en: english[field] })
  }
  expect(problem.request).toMatch(/^[0-9a-f-]{36}$/)
  return problem
}
