import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Locale } from '@zhanggui/messages'
import { applyLook } from '@zhanggui/ui'
import { loadCatalogue, type Catalogue } from './catalogues.ts'
import { keepSettings, type Settings } from './settings.ts'

type Chosen = Omit<Settings, 'locale'> & {
  locale: Locale
  /** Whether somebody chose the language on this phone, or it was guessed from the browser. */
  localeChosen: boolean
  catalogue: Catalogue
  /** Answers false when a language could not be fetched; everything else always succeeds. */
  choose: (change: Partial<Settings>) => Promise<boolean>
}

const SettingsContext = createContext<Chosen | undefined>(undefined)

type SettingsProviderProps = {
  initial: Settings
  start: { locale: Locale; catalogue: Catalogue }
  children: ReactNode
}

/** Holds language, text size and theme, and puts them on the page. */
export const SettingsProvider = ({ initial, start, children }: SettingsProviderProps) => {
  const [settings, setSettings] = useState(initial)
  const [spoken, setSpoken] = useState(start)

  useEffect(() => {
    applyLook(settings)
    colourTheBar(settings.theme)
  }, [settings])
  useEffect(() => {
    document.documentElement.lang = spoken.locale
  }, [spoken.locale])

  const choose = useCallback(async (change: Partial<Settings>) => {
    if (change.locale) {
      try {
        setSpoken({ locale: change.locale, catalogue: await loadCatalogue(change.locale) })
      } catch {
        return false
      }
    }
    setSettings((before) => {
      const after = { ...before, ...change }
      keepSettings(after)
      return after
    })
    return true
  }, [])

  const chosen = useMemo(
    () => ({ ...settings, ...spoken, localeChosen: settings.locale !== undefined, choose }),
    [settings, spoken, choose],
  )
  return <SettingsContext value={chosen}>{children}</SettingsContext>
}

export const useSettings = (): Chosen => {
  const settings = use(SettingsContext)
  if (!settings) throw new Error('SettingsProvider is missing above this component')
  return settings
}

/** The bar around the page follows the theme chosen here, not only the phone's. */
function colourTheBar(theme: Settings['theme']): void {
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--zg-ground').trim()
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = (bar.dataset['own'] ??= bar.content)
    bar.content = theme === 'system' ? own : ground
  }
}
