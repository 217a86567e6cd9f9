import { ApiProblem } from '@zhanggui/client'
import type { MessagesOf, Translate } from '@zhanggui/messages'

type Words = Translate<MessagesOf<'words' | 'ui' | 'resident'>>

/** Seconds to wait before trying again, where the refusal says so. */
export function secondsToWait(problem: unknown): number | undefined {
  const seconds = problem instanceof ApiProblem ? problem.problem?.detail?.['retryAfterSeconds'] : undefined
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : undefined
}

/** What went wrong, as one says it to a resident: our own words where we have them, else the server's. */
export function problemText(problem: unknown, t: Words): string {
  if (!(problem instanceof ApiProblem)) return t('resident.problem.unknown')
  if (problem.offline) return t('resident.problem.offline')
  const said = problem.problem
  if (!said) return t('resident.problem.unknown')
  const seconds = secondsToWait(problem)
  if (said.code === 'too_many_tries' && seconds !== undefined) {
    return t('resident.problem.wait', { seconds })
  }
  return t.maybe(`resident.problem.${said.code}`) ?? said.texts[t.locale] ?? said.title
}

/** The end of the number under which the server noted a fault: enough to find it, short enough to say. */
export function faultNumber(problem: unknown): string | undefined {
  return problem instanceof ApiProblem && problem.status >= 500
    ? problem.problem?.request.slice(-12)
    : undefined
}
