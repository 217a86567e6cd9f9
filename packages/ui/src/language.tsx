import { createContext, use, useMemo, type ReactNode } from 'react'
import {
  createTranslator,
  formatArea,
  formatDate,
  formatDay,
  formatDeadline,
  formatDuration,
  formatMoney,
  formatTime,
  formatWhen,
  type Area,
  type Locale,
  type MessagesOf,
  type Translate,
  type Wording,
} from '@zhanggui/messages'

/** The least that a program must load: the vocabulary and the shared components' own strings. */
type Shared = 'words' | 'ui'

interface Language {
  locale: Locale
  timeZone: string
  /** What is known so far; a part of a program that brings words of its own adds them to these. */
  messages: Wording<MessagesOf<Shared>>
  t: Translate<MessagesOf<Shared>>
  /** A clock that stands still, for pictures and tests. */
  fixedNow: string | undefined
}

const LanguageContext = createContext<Language | undefined>(undefined)

interface MessagesProviderProps {
  locale: Locale
  /** The areas the program uses, joined: `{ ...words, ...ui, ...resident }`; keep the object between renders. */
  messages: Wording<MessagesOf<Shared>>
  /** The zone of the community; every time on the screen is told in it. */
  timeZone?: string
  now?: string | undefined
  children: ReactNode
}

/** Gives everything below it a language, a time zone and a clock. */
export const MessagesProvider = ({
  locale,
  messages,
  timeZone = 'Asia/Shanghai',
  now,
  children,
}: MessagesProviderProps) => {
  const language = useMemo(
    () => ({
      locale,
      timeZone,
      messages,
      t: createTranslator<MessagesOf<Shared>>(locale, messages),
      fixedNow: now,
    }),
    [locale, messages, timeZone, now],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export const useLanguage = (): Language => {
  const language = use(LanguageContext)
  if (!language) throw new Error('MessagesProvider is missing above this component')
  return language
}

/**
 * The translator of the program. Name the areas it loaded beyond the shared ones: `useT<'resident'>()`;
 * that they are in the provider's `messages` is the program's promise.
 */
export const useT = <A extends Area = Shared>(): Translate<MessagesOf<A | Shared>> =>
  // The provider holds one translator over everything the program loaded; only its type is narrower.
  useLanguage().t as unknown as Translate<MessagesOf<A | Shared>>

export const useLocale = (): Locale => useLanguage().locale

/** The formats of `@zhanggui/messages` with the reader's language and the community's zone filled in. */
export const useFormat = () => {
  const { locale, timeZone } = useLanguage()
  return useMemo(
    () => ({
      money: formatMoney,
      area: formatArea,
      duration: (seconds: number) => formatDuration(seconds, locale),
      date: (date: string) => formatDate(date, locale),
      time: (iso: string) => formatTime(iso, locale, timeZone),
      when: (iso: string, now: string) => formatWhen(iso, now, locale, timeZone),
      deadline: (iso: string, now: string) => formatDeadline(iso, now, locale, timeZone),
      day: (iso: string, now: string) => formatDay(iso, now, locale, timeZone),
    }),
    [locale, timeZone],
  )
}
