import { createClient } from '@zhanggui/client'

/** The server, in the language of the page. */
export const api = createClient({ locale: () => document.documentElement.lang })
