import type { ComponentType } from 'react'
import { events } from '@zhanggui/messages/zh-Hans/events'
import { withWords } from './more-words.tsx'

/** The words of what happened to a case, for a screen that tells its history. */
export const withEventWords = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  withWords(Screen, events, { en: async () => (await import('@zhanggui/messages/en/events')).events })
