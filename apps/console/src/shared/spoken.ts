import type { Spoken } from '@zhanggui/contract'
import { useCallback } from 'react'
import { usePreferences } from './preferences.ts'

/** What the community wrote, in the reader's language where it is there, else in Chinese. */
export function useSpoken(): (it: Spoken) => string {
  const { locale } = usePreferences()
  return useCallback((it) => (locale === 'en' && it.en !== '' ? it.en : it['zh-Hans']), [locale])
}
