import { IntlMessageFormat as Original } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { chinese } from './catalogues.ts'
import { english } from './english.ts'
import { IntlMessageFormat as Small } from './small-message-format.ts'

const namesIn = (message: string) =>
  [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((found) => found[1] ?? '')

const samples = [0, 1, 2, 11, 1234, 'repair', '王秀英 <b>{x}</b>']

describe('the small message format', () => {
  for (const [locale, catalogue] of Object.entries({ 'zh-Hans': chinese, en: english })) {
    it(`says every message of this page in ${locale} as the full one does`, () => {
      const spoken = Object.entries<string>(catalogue)
      expect(spoken.length).toBeGreaterThan(300)
      for (const [key, message] of spoken) {
        for (const sample of samples) {
          const numeric = /plural/.test(message)
          if (numeric && typeof sample === 'string') continue
          const values = Object.fromEntries(namesIn(message).map((name) => [name, sample]))
          expect(new Small(message, locale).format(values), key).toBe(
            String(new Original(message, locale).format(values)),
          )
        }
      }
    })
  }

  it('chooses by exact number, plural and word', () => {
    const message =
      '{n, plural, =0 {none} one {# case} other {# cases}} for {who, select, me {you} other {them}}'
    const small = new Small(message, 'en')
    expect(small.format({ n: 0, who: 'me' })).toBe('none for you')
    expect(small.format({ n: 1, who: 'her' })).toBe('1 case for them')
    expect(small.format({ n: 1200, who: 'me' })).toBe('1,200 cases for you')
  })

  it.each(['{n, number}', "it's", 'a {b', 'a } b', '<b>x</b>', '{n, plural, one {x}}'])(
    'refuses what it does not know: %s',
    (message) => {
      expect(() => new Small(message, 'en')).toThrow(SyntaxError)
    },
  )

  it('refuses a message whose value is missing', () => {
    expect(() => new Small('{name} is here', 'en').format({})).toThrow('name')
  })
})
