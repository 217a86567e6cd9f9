import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { locales, sourceLocale } from './index.ts'

const folder = (locale: string) => join(import.meta.dirname, locale)

const areasOf = (locale: string) =>
  readdirSync(folder(locale))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .toSorted()

const messagesOf = async (locale: string, area: string): Promise<Record<string, string>> => {
  const loaded: Record<string, Record<string, string>> = await import(join(folder(locale), `${area}.ts`))
  const messages = loaded[area]
  if (!messages) throw new Error(`${locale}/${area}.ts does not export '${area}'`)
  return messages
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of the arguments, wherever they stand in the message, and of what a choice decides on. */
const argumentsOf = (elements: readonly Element[]): string[] => {
  const found = new Set<string>()
  for (const element of elements) {
    if (!('value' in element) || element.type === 0) continue
    found.add(element.value)
    if ('options' in element) {
      for (const option of Object.values(element.options)) {
        for (const inner of argumentsOf(option.value)) found.add(inner)
      }
    }
    if ('children' in element) for (const inner of argumentsOf(element.children)) found.add(inner)
  }
  return [...found].toSorted()
}

const argumentsIn = (messages: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, argumentsOf(new IntlMessageFormat(text).getAst())]),
  )

const others = locales.filter((locale) => locale !== sourceLocale)

describe('every language', () => {
  it.each(others)('%s has the same areas as the source', (locale) => {
    expect(areasOf(locale)).toEqual(areasOf(sourceLocale))
  })

  for (const area of areasOf(sourceLocale)) {
    it.each(others)(`%s says every message of ${area}, with the same arguments`, async (locale) => {
      const source = await messagesOf(sourceLocale, area)
      const other = await messagesOf(locale, area)
      expect(Object.keys(other).toSorted()).toEqual(Object.keys(source).toSorted())
      expect(argumentsIn(other)).toEqual(argumentsIn(source))
    })

    it.each(locales)(`%s leaves no message of ${area} empty, and no Chinese in English`, async (locale) => {
      for (const [key, text] of Object.entries(await messagesOf(locale, area))) {
        expect(text.trim(), key).not.toBe('')
        if (locale === 'en') expect(text, key).not.toMatch(/\p{Script=Han}/u)
      }
    })
  }

  it('keeps a key in one area only, so that areas can be joined', async () => {
    const owners = new Map<string, string>()
    for (const area of areasOf(sourceLocale)) {
      for (const key of Object.keys(await messagesOf(sourceLocale, area))) {
        expect(owners.get(key), `${key} in ${area}`).toBeUndefined()
        owners.set(key, area)
      }
    }
  })
})
