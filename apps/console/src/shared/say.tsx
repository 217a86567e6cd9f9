import type { Locale, MessagesOf, Translate } from '@zhanggui/messages'
import { useT } from '@zhanggui/ui'

export type Messages = MessagesOf<
  'words' | 'ui' | 'console' | 'boards' | 'promises' | 'refusals' | 'staff' | 'verdict' | 'events'
>
export type Say = Translate<Messages>

/** Loads one language; the other stays on the server until somebody asks for it. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const [words, ui, console, boards, promises, refusals, staff, verdict, events] =
    locale === 'en'
      ? await Promise.all([
          import('@zhanggui/messages/en/words'),
          import('@zhanggui/messages/en/ui'),
          import('@zhanggui/messages/en/console'),
          import('@zhanggui/messages/en/boards'),
          import('@zhanggui/messages/en/promises'),
          import('@zhanggui/messages/en/refusals'),
          import('@zhanggui/messages/en/staff'),
          import('@zhanggui/messages/en/verdict'),
          import('@zhanggui/messages/en/events'),
        ])
      : await Promise.all([
          import('@zhanggui/messages/zh-Hans/words'),
          import('@zhanggui/messages/zh-Hans/ui'),
          import('@zhanggui/messages/zh-Hans/console'),
          import('@zhanggui/messages/zh-Hans/boards'),
          import('@zhanggui/messages/zh-Hans/promises'),
          import('@zhanggui/messages/zh-Hans/refusals'),
          import('@zhanggui/messages/zh-Hans/staff'),
          import('@zhanggui/messages/zh-Hans/verdict'),
          import('@zhanggui/messages/zh-Hans/events'),
        ])
  // Both languages have the same keys (a test holds it); the types name the Chinese texts.
  return {
    ...words.words,
    ...ui.ui,
    ...console.console,
    ...boards.boards,
    ...promises.promises,
    ...refusals.refusals,
    ...staff.staff,
    ...verdict.verdict,
    ...events.events,
  } as unknown as Messages
}

/** `say(key, values)` in the reader's language, over all that the console loaded. */
export const useSay = (): Say =>
  useT<'console' | 'boards' | 'promises' | 'refusals' | 'staff' | 'verdict' | 'events'>()
