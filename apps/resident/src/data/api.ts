import { createClient } from '@zhanggui/client'
import { residentRoutes } from '@zhanggui/contract/resident-routes'
import { fetchEarly } from './early.ts'

/** The server, in the language of the page. */
export const api = createClient(residentRoutes, {
  locale: () => document.documentElement.lang,
  fetch: fetchEarly,
})
