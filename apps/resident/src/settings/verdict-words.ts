import type { ComponentType } from 'react'
import { verdict } from '@zhanggui/messages/zh-Hans/verdict'
import { withWords } from './more-words.tsx'

/** The words with which a resident judges how it was handled, for such a part of a screen. */
export const withVerdictWords = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  withWords(Screen, verdict, { en: async () => (await import('@zhanggui/messages/en/verdict')).verdict })
