import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { plainRecoveryCode, writeRecoveryCode } from './recovery-codes.ts'

const tenBytes = uint8Array({ minLength: 10, maxLength: 10 })

test('a recovery code is four groups of four letters that nobody misreads', () => {
  assert(
    property(tenBytes, (bytes) => {
      expect(writeRecoveryCode(bytes)).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/)
    }),
  )
})

test('different bytes make different codes', () => {
  assert(
    property(tenBytes, tenBytes, (a, b) => {
      expect(writeRecoveryCode(a) === writeRecoveryCode(b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
    }),
  )
})

test('a code is the same typed in capitals, with spaces, or with O for 0 and I or L for 1', () => {
  expect(plainRecoveryCode(' 0K1X-abcd 2222-3333')).toBe('0k1xabcd22223333')
  expect(plainRecoveryCode('OKlX ABCD-2222 3333')).toBe('0k1xabcd22223333')
  expect(plainRecoveryCode('okIx-abcd-2222-3333')).toBe('0k1xabcd22223333')
})
