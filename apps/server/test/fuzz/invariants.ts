import { endpoints, fieldProblems, refusals } from '@zhanggui/contract'
import type { EndpointName, EndpointShape, Problem } from '@zhanggui/contract'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import type { LightMyRequestResponse } from 'fastify'
import { marks } from '../matrix/ground.ts'
import type { Caller, SideName } from '../matrix/ground.ts'

/** What no refusal may tell: our code, our tables, the database's own words. */
const insides = [
  /\bat (async )?[\w.<>]+ \(/,
  /\.(ts|js|mjs):\d+/,
  /node_modules/,
  /\b(select|insert|update|delete)\b[^"]{0,80}\b(from|into|set|where)\b/i,
  /\b(pg_|relation "|violates|syntax error|duplicate key|constraint "|SQLSTATE|ECONN)/,
  /\b(TypeError|RangeError|SyntaxError|ZodError|Maximum call stack)\b/,
]

/** What is wrong with an answer, whoever asked whatever; nothing when it is as every answer must be. */
export function faultsOf(
  name: EndpointName | undefined,
  caller: Caller,
  answer: LightMyRequestResponse,
  sent: { method: string },
): string[] {
  const found: string[] = []
  const { statusCode: status, body } = answer
  const hidden = marksHiddenFrom(caller)
  for (const mark of hidden)
    if (body.includes(mark)) found.push(`holds ${mark}, which is not the caller's to see`)
  if (status >= 300 && status < 400) return [...found, `answered ${status}`]
  if (status < 300) return [...found, ...faultsOfAnswer(name, answer, sent.method)]
  return [...found, ...faultsOfProblem(answer, sent.method)]
}

function marksHiddenFrom(caller: Caller): string[] {
  const seen = new Set<string>(Object.keys(caller.roles).map((side) => marks[side as SideName]))
  // Somebody without a session may hold a code or a secret of the community that is fuzzed.
  seen.add(marks.own)
  if (caller.kind === 'staff' || caller.kind === 'nobody') seen.add(marks.neighbour)
  return Object.values(marks).filter((mark) => !seen.has(mark))
}

function faultsOfAnswer(
  name: EndpointName | undefined,
  answer: LightMyRequestResponse,
  method: string,
): string[] {
  if (name === undefined) return [`answered ${answer.statusCode} where there is no endpoint`]
  const shape: EndpointShape = endpoints[name]
  if (answer.statusCode !== 200) return [`answered ${answer.statusCode}`]
  if (method === 'HEAD') return answer.body === '' ? [] : ['HEAD with a body']
  if (answer.headers['content-type'] === 'image/jpeg') return []
  if (!String(answer.headers['content-type']).startsWith('application/json')) {
    return [`answered ${answer.headers['content-type']}`]
  }
  if (answer.headers['cache-control'] !== 'no-store') return ['may be cached']
  const read = shape.response.safeParse(JSON.parse(answer.body))
  return read.success ? [] : [`is not what the contract answers: ${read.error.message}`]
}

function faultsOfProblem(answer: LightMyRequestResponse, method: string): string[] {
  const { statusCode: status, body } = answer
  // A service that is not set up says so; anything else from 500 on is a fault.
  if (status >= 500 && !body.includes('"code":"sms_unavailable"')) return [`answered ${status}: ${body}`]
  if (method === 'HEAD') return []
  const found: string[] = []
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) {
    return [`refused as ${answer.headers['content-type']}: ${body.slice(0, 200)}`]
  }
  const problem = JSON.parse(body) as Problem
  if (refusals[problem.code] !== status) found.push(`code ${problem.code} with status ${status}`)
  if (problem.status !== status || problem.type !== `/problems/${problem.code}`)
    found.push('contradicts itself')
  const { texts } = problem
  if (
    texts['zh-Hans'] !== chinese[`refusal.${problem.code}`] ||
    texts.en !== english[`refusal.${problem.code}`]
  ) {
    found.push('lacks a text')
  }
  if (problem.code === 'invalid_fields' && (problem.fields ?? []).length === 0) found.push('names no field')
  for (const field of problem.fields ?? []) {
    if (!fieldProblems.includes(field.problem)) found.push(`field problem ${field.problem}`)
    if (field.texts['zh-Hans'] === '' || field.texts.en === '') found.push('a field without text')
    if (typeof field.path !== 'string') found.push('a field without path')
  }
  // Names of fields that the caller made up come back as paths; nothing else of theirs does.
  const own = JSON.stringify({ ...problem, fields: undefined })
  for (const it of insides) if (it.test(own)) found.push(`tells of its insides: ${it} in ${own}`)
  if (body.length > 20_000) found.push(`a refusal of ${body.length} characters`)
  return found
}
