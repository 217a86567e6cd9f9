import { createClient } from '@zhanggui/client'
import { fetchEarly } from './early.ts'

/** The server, in the language of the page. */
export const api = createClient({ locale: () => document.documentElement.lang, fetch: fetchEarly })
