type Values = Readonly<Record<string, unknown>>
type Part = string | ((values: Values, count: string) => string)

/**
 * Stands in for `intl-messageformat` on the residents' page, where its parser would be a tenth of the whole script.
 * It knows what our messages use — `{name}`, plural with `#`, and select — and throws on anything else; a test holds
 * every message of this page against the original.
 */
export class IntlMessageFormat {
  readonly #parts: readonly Part[]

  constructor(message: string, locale: string) {
    const reader = { text: message, at: 0, locale }
    this.#parts = readMessage(reader, false)
    if (reader.at < message.length) throw new SyntaxError(`Not a message: ${message}`)
  }

  format(values: Values = {}): string {
    return join(this.#parts, values, '')
  }
}

type Reader = { readonly text: string; at: number; readonly locale: string }

const join = (parts: readonly Part[], values: Values, count: string) =>
  parts.map((part) => (typeof part === 'string' ? part : part(values, count))).join('')

function readMessage(reader: Reader, inPlural: boolean): Part[] {
  const parts: Part[] = []
  let plain = ''
  const { text } = reader
  for (; reader.at < text.length && text[reader.at] !== '}'; reader.at += 1) {
    const sign = text[reader.at]
    if (sign === "'" || sign === '<') throw new SyntaxError(`Quotes and tags are not known here: ${text}`)
    if (sign === '{') {
      parts.push(plain, readArgument(reader))
      plain = ''
    } else if (sign === '#' && inPlural) {
      parts.push(plain, (_, count) => count)
      plain = ''
    } else plain += sign
  }
  parts.push(plain)
  return parts
}

/** From an opening brace to its closing one, where the reader is left. */
function readArgument(reader: Reader): Part {
  const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select)\s*,\s*)?/.exec(reader.text.slice(reader.at))
  const name = head?.[1]
  if (!head || name === undefined) throw new SyntaxError(`Not an argument: ${reader.text}`)
  reader.at += head[0].length
  if (head[2] === undefined) {
    if (reader.text[reader.at] !== '}') throw new SyntaxError(`Not an argument: ${reader.text}`)
    return (values) => String(valueOf(values, name))
  }
  const plural = head[2] === 'plural'
  const branches = new Map<string, Part[]>()
  for (;;) {
    const branch = /^\s*(=?[\w-]+)\s*\{/.exec(reader.text.slice(reader.at))
    if (!branch?.[1]) break
    reader.at += branch[0].length
    branches.set(branch[1], readMessage(reader, plural))
    reader.at += 1
  }
  reader.at += /^\s*/.exec(reader.text.slice(reader.at))?.[0].length ?? 0
  const other = branches.get('other')
  if (!other || reader.text[reader.at] !== '}') throw new SyntaxError(`Not a choice: ${reader.text}`)
  if (!plural) return (values) => join(branches.get(String(valueOf(values, name))) ?? other, values, '')
  const rules = new Intl.PluralRules(reader.locale)
  const digits = new Intl.NumberFormat(reader.locale)
  return (values) => {
    const count = Number(valueOf(values, name))
    const branch = branches.get(`=${count}`) ?? branches.get(rules.select(count)) ?? other
    return join(branch, values, digits.format(count))
  }
}

function valueOf(values: Values, name: string): unknown {
  if (!(name in values)) throw new Error(`The message needs a value for '${name}'`)
  return values[name]
}
