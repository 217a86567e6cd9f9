import { use, useMemo, type ComponentType } from 'react'
import type { Locale, Wording } from '@zhanggui/messages'
import { MessagesProvider, useLanguage } from '@zhanggui/ui'

type More = Readonly<Record<string, string>>

/**
 * Gives a screen that few people see first the words that only it says, so that nobody else waits for them.
 * Chinese comes with the screen; another language is fetched, and where that fails Chinese stands in for it.
 */
export function withWords<P extends object, M extends More>(
  Screen: ComponentType<P>,
  chinese: M,
  fetchOther: Readonly<Record<Exclude<Locale, 'zh-Hans'>, () => Promise<Wording<M>>>>,
): ComponentType<P> {
  const fetched = new Map<Locale, Promise<Wording<M>>>()
  const wordsIn = (locale: Exclude<Locale, 'zh-Hans'>): Promise<Wording<M>> => {
    let words = fetched.get(locale)
    if (!words) {
      words = fetchOther[locale]().catch(() => {
        fetched.delete(locale)
        return chinese
      })
      fetched.set(locale, words)
    }
    return words
  }
  return (props: P) => {
    const { locale, timeZone, messages: known } = useLanguage()
    const more = locale === 'zh-Hans' ? chinese : use(wordsIn(locale))
    const messages = useMemo(() => ({ ...known, ...more }), [known, more])
    return (
      <MessagesProvider locale={locale} messages={messages} timeZone={timeZone}>
        <Screen {...props} />
      </MessagesProvider>
    )
  }
}
