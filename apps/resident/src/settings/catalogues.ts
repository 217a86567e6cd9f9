import type { Locale, MessagesOf, Wording } from '@zhanggui/messages'
import { resident } from '@zhanggui/messages/zh-Hans/resident'
import { ui } from '@zhanggui/messages/zh-Hans/ui'
import { words } from '@zhanggui/messages/zh-Hans/words'

export type Catalogue = Wording<MessagesOf<'words' | 'ui' | 'resident'>>

export const chinese: Catalogue = { ...words, ...ui, ...resident }

/** The messages of a language. Chinese comes with the page, any other is fetched when chosen; fails without a network. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return locale === 'en' ? (await import('./english.ts')).english : chinese
}
