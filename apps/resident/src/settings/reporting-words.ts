import type { ComponentType } from 'react'
import { reporting } from '@zhanggui/messages/zh-Hans/reporting'
import { withWords } from './more-words.tsx'

/** The words of the screens for reporting, for such a screen. */
export const withReportingWords = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  withWords(Screen, reporting, {
    en: async () => (await import('@zhanggui/messages/en/reporting')).reporting,
  })
