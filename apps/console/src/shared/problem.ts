import { ApiProblem } from './api.ts'
import type { Say } from './say.tsx'

export type Trouble = 'offline' | 'not-found' | 'not-allowed' | 'busy' | 'fault'

/** What kind of trouble a failed call is, for the state that a screen shows. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem)) return 'fault'
  if (error.offline) return 'offline'
  if (error.status === 404) return 'not-found'
  if (error.status === 403) return 'not-allowed'
  if (error.status === 429 || error.status === 503) return 'busy'
  return 'fault'
}

/** What to tell the person, in their language: the server's own words for a refusal, ours for a lost connection. */
export function problemText(say: Say, error: unknown): string {
  if (!(error instanceof ApiProblem)) return say('desk.trouble.fault')
  if (error.offline) return say('desk.trouble.offline')
  const { problem } = error
  if (!problem) return say('desk.trouble.fault')
  const [field] = problem.fields ?? []
  const text = problem.texts[say.locale] || problem.title
  return field ? `${text}${say('desk.trouble.because', { why: field.texts[say.locale] })}` : text
}

/** The number to quote when asking for help with a fault. */
export function requestOf(error: unknown): string | undefined {
  return error instanceof ApiProblem ? error.problem?.request : undefined
}
