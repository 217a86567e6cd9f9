import { describe, expect, test } from 'vitest'
import { isWeakPassword } from './passwords.ts'

const of = { login: 'zhao.min', name: '赵敏' }

describe('a password is refused', () => {
  test.each([
    ['too short', 'q8#Lm2!xz'],
    ['one character', 'aaaaaaaaaaaaaaaa'],
    ['two characters in turn', 'abababababab'],
    ['digits in a row', '12345678901'],
    ['digits backwards', '09876543210'],
    ['a keyboard row', 'QWERTYUIOP'],
    ['two keyboard rows', 'qwertyasdfgh'],
    ['a common word and digits', 'Password123'],
    ['a common word spelled oddly', 'Passw0rd!!!'],
    ['the login', 'zhao.min2026'],
    ['the login twice', 'zhaominzhaomin'],
    ['a phrase everybody uses', '5201314woaini'],
  ])('when it is %s', (_, password) => {
    expect(isWeakPassword(password, of)).toBe(true)
  })

  test('when it is the name', () => {
    expect(isWeakPassword('赵敏赵敏赵敏赵敏赵敏', of)).toBe(true)
  })
})

test.each([
  'three brown owls',
  '一二三四五六七八九十',
  'kT7#vQ2mZp9w',
  '晴天骑车去看海边日落',
  'zhao.min likes tall trees',
])('a password is taken when it is not: %s', (password) => {
  expect(isWeakPassword(password, of)).toBe(false)
})
