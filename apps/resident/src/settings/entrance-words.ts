import type { ComponentType } from 'react'
import { entrance } from '@zhanggui/messages/zh-Hans/entrance'
import { withWords } from './more-words.tsx'

/** The words of the way in, for such a screen. */
export const withEntranceWords = <P extends object>(Screen: ComponentType<P>): ComponentType<P> =>
  withWords(Screen, entrance, { en: async () => (await import('@zhanggui/messages/en/entrance')).entrance })
