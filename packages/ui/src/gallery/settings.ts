import { chooseLocale, type Locale } from '@zhanggui/messages'
import { sizes, themes, type Size, type Theme } from '../tokens.ts'

export interface Settings {
  page: string
  theme: Theme
  locale: Locale
  size: Size
}

/** What the address asks for: `?page=clocks&theme=dark&locale=en&size=large`. */
export const readSettings = (search: string): Settings => {
  const query = new URLSearchParams(search)
  return {
    page: query.get('page') ?? 'tokens',
    theme: themes.find((theme) => theme === query.get('theme')) ?? 'light',
    locale: chooseLocale([query.get('locale') ?? 'zh-Hans']),
    size: sizes.find((size) => size === query.get('size')) ?? 'desk',
  }
}

export const addressOf = (settings: Settings): string => `?${new URLSearchParams({ ...settings })}`
