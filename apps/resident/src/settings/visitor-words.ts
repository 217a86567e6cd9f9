import type { ComponentType } from 'react'
import { visitor } from '@zhanggui/messages/zh-Hans/visitor'
import { withWords } from './more-words.tsx'

/** The words of the screens without an account, for such a screen. */
export const withVisitorWords = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  withWords(Screen, visitor, { en: async () => (await import('@zhanggui/messages/en/visitor')).visitor })
