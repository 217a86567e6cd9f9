/** The languages the product speaks; the first is the one messages are written in. */
export const locales = ['zh-Hans', 'en'] as const

export type Locale = (typeof locales)[number]

/** The language every other one is compared with. */
export const sourceLocale: Locale = 'zh-Hans'

/** What each language calls itself, for the switch. */
export const localeNames: Readonly<Record<Locale, string>> = { 'zh-Hans': '简体中文', en: 'English' }

/**
 * Chooses a language from what a browser or an account prefers, best first (`['zh-CN', 'en-GB']`).
 * Any Chinese gives zh-Hans and any English gives en; nothing known gives the source language.
 */
export const chooseLocale = (preferred: readonly string[]): Locale => {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'zh') return 'zh-Hans'
    if (language === 'en') return 'en'
  }
  return sourceLocale
}
