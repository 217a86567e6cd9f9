import { type Api, ApiProblem, createClient } from '@zhanggui/client'
import { routes } from '@zhanggui/contract/routes'
import type { Locale } from '@zhanggui/messages'

let locale: Locale = 'zh-Hans'

/** Tells the server which language its refusals should be titled in. */
export function speakToServer(chosen: Locale): void {
  locale = chosen
}

export const api: Api = createClient(routes, { locale: () => (locale === 'en' ? 'en' : 'zh-CN') })

export { ApiProblem, newId } from '@zhanggui/client'

/** The refusal's code, or undefined when it was no refusal of our server. */
export function refusalCode(error: unknown): string | undefined {
  return error instanceof ApiProblem ? error.problem?.code : undefined
}

/** Where a photo is shown from; the browser sends the session along. */
export function photoUrl(id: string, size: 'thumb' | 'full'): string {
  return `/api/v1/files/${encodeURIComponent(id)}?size=${size}`
}
