import type { Locale } from '@zhanggui/messages'

export type TextSize = 'phone' | 'large'
export type ThemeChoice = 'system' | 'light' | 'dark'

/** What a person chose on this phone. `locale` is absent until somebody chooses one. */
export type Settings = { locale?: Locale; size: TextSize; theme: ThemeChoice }

const slot = 'zhanggui.settings'
const usual: Settings = { size: 'phone', theme: 'system' }

/** The settings of this phone; what can not be read is taken as never chosen. */
export function readSettings(): Settings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return usual
    const { locale, size, theme } = kept as Record<string, unknown>
    return {
      ...(locale === 'zh-Hans' || locale === 'en' ? { locale } : {}),
      size: size === 'large' ? 'large' : 'phone',
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    }
  } catch {
    return usual
  }
}

/** Keeps the settings on this phone; where the browser keeps nothing they last until the page is closed. */
export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(slot, JSON.stringify(settings))
  } catch {
    // Private windows refuse to store; the choice still holds for this visit.
  }
}
