import type { Locale } from '@zhanggui/messages'
import { createContext, use } from 'react'
import type { Messages } from '../shared/say.tsx'

export type LoadedMessages = { locale: Locale; messages: Messages }

const LanguageContext = createContext<LoadedMessages | undefined>(undefined)
export const LanguageProvider = LanguageContext

/** The messages as loaded, for giving them on with the community's time zone. */
export function useMessages(): LoadedMessages {
  const loaded = use(LanguageContext)
  if (!loaded) throw new Error('useMessages outside LanguageProvider')
  return loaded
}
