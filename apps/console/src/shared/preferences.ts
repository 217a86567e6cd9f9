import { chooseLocale, type Locale, locales } from '@zhanggui/messages'
import { useSyncExternalStore } from 'react'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type Preferences = { theme: ThemeChoice; locale: Locale }

const key = 'zhanggui.desk.preferences'
const listeners = new Set<() => void>()

function read(): Preferences {
  let stored: Partial<Record<keyof Preferences, unknown>> = {}
  try {
    stored = JSON.parse(localStorage.getItem(key) ?? '{}') as typeof stored
  } catch {
    // A broken or forbidden store only costs the choice, not the page.
  }
  return {
    theme: themeChoices.find((each) => each === stored.theme) ?? 'system',
    locale: locales.find((each) => each === stored.locale) ?? chooseLocale(navigator.languages),
  }
}

let present = read()

/** Keeps a choice on this machine and tells every reader of it. */
export function choose(change: Partial<Preferences>): void {
  present = { ...present, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(present))
  } catch {
    // Private windows may forbid storing: the choice then lasts as long as the page.
  }
  for (const each of listeners) each()
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}

const darkScheme = matchMedia('(prefers-color-scheme: dark)')

/** Light or dark as it is now, following the system where the person chose to. */
export function useTheme(): 'light' | 'dark' {
  const { theme } = usePreferences()
  const system = useSyncExternalStore(
    (listener) => {
      darkScheme.addEventListener('change', listener)
      return () => darkScheme.removeEventListener('change', listener)
    },
    () => (darkScheme.matches ? 'dark' : 'light'),
  )
  return theme === 'system' ? system : theme
}
