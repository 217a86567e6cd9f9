import { IntlMessageFormat } from 'intl-messageformat'
import type { Wording } from './catalogue.ts'
import type { Locale } from './locale.ts'

export type MessageValue = string | number | bigint | Date

type ArgumentNames<S> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name},${string}` ? Name : Inside) | ArgumentNames<Rest>
  : never

/** What a message needs: nothing, exactly its named arguments, or (with branches inside) at least something. */
type Needs<S> = string extends S
  ? [values?: Readonly<Record<string, MessageValue>>]
  : S extends `${string}{${string}`
    ? S extends `${string}, plural,${string}` | `${string}, select,${string}`
      ? [values: Readonly<Record<string, MessageValue>>]
      : [values: Readonly<Record<ArgumentNames<S>, MessageValue>>]
    : []

export interface Translate<M> {
  /** The message in the reader's language. An unknown key or a missing value is a fault and throws. */
  <K extends keyof M & string>(key: K, ...values: Needs<M[K]>): string
  /** The same for a key that came from outside, such as a refusal's code: undefined when there is none. */
  maybe(key: string, values?: Readonly<Record<string, MessageValue>>): string | undefined
  readonly locale: Locale
}

const needsParsing = /[{<']/

/**
 * Makes `t(key, values)` over one catalogue. Formats are parsed at first use and kept;
 * messages without arguments are answered as they stand.
 */
export const createTranslator = <M extends object>(
  locale: Locale,
  messages: M | Wording<M>,
): Translate<M> => {
  const formats = new Map<string, IntlMessageFormat>()
  const catalogue: Readonly<Record<string, string | undefined>> = { ...(messages as Wording<M>) }

  const maybe = (key: string, values?: Readonly<Record<string, MessageValue>>) => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined
    if (message === undefined || !needsParsing.test(message)) return message
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, locale)
      formats.set(key, format)
    }
    return String(format.format(values))
  }

  const translate = (key: string, values?: Readonly<Record<string, MessageValue>>) => {
    const text = maybe(key, values)
    if (text === undefined) throw new Error(`There is no message '${key}' in ${locale}`)
    return text
  }

  return Object.assign(translate, { maybe, locale }) as Translate<M>
}
