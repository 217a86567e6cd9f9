import { describe, expect, it } from 'vitest'
import { createTranslator } from './index.ts'

const chinese = {
  'greeting.plain': '您好',
  'greeting.named': '{name}，您好',
  'home.count': '{count} 户',
} as const
const english = {
  'greeting.plain': 'Good day',
  'greeting.named': 'Good day, {name}',
  'home.count': '{count, plural, one {# home} other {# homes}}',
} as const satisfies Record<keyof typeof chinese, string>

describe('a translator', () => {
  it('answers in its language and fills the arguments in', () => {
    const t = createTranslator('zh-Hans', chinese)
    expect(t('greeting.plain')).toBe('您好')
    expect(t('greeting.named', { name: '王女士' })).toBe('王女士，您好')
    expect(t('home.count', { count: 400 })).toBe('400 户')
  })

  it('takes another language for the same keys and knows its plural', () => {
    const t = createTranslator<typeof chinese>('en', english)
    expect(t('home.count', { count: 1 })).toBe('1 home')
    expect(t('home.count', { count: 1400 })).toBe('1,400 homes')
  })

  it('refuses to compile without the values a message needs, or with an unknown key', () => {
    const t = createTranslator('zh-Hans', chinese)
    // @ts-expect-error the name is missing
    expect(() => t('greeting.named')).toThrow(/name/)
    // @ts-expect-error it is called name
    expect(() => t('greeting.named', { nam: '王' })).toThrow(/name/)
    // @ts-expect-error there is no such key
    expect(() => t('greeting.absent')).toThrow(/greeting\.absent/)
  })

  it('answers undefined for a key from outside that it does not know', () => {
    const t = createTranslator('zh-Hans', chinese)
    expect(t.maybe('constructor')).toBeUndefined()
    expect(t.maybe('greeting.plain')).toBe('您好')
  })
})
