import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldProblems, refusals } from '@zhanggui/contract'
import type { RefusalCode } from '@zhanggui/contract'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'))
    .map((it) => readFileSync(join(folder, it), 'utf8'))
const server = filesIn(join(root, 'src')).join('\n')
const contract = filesIn(join(root, '../../packages/contract/src/shapes')).join('\n')

describe('every refusal of the contract', () => {
  it.each(Object.entries(refusals))('%s is answered with %i somewhere in the server', (code, status) => {
    expect(server).toMatch(new RegExp(`['"]${code}['"]|\\b${code}:`))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  })

  it.each(Object.keys(refusals) as RefusalCode[])('%s has a sentence in both languages', (code) => {
    const key = `refusal.${code}` as const
    // A Chinese sentence, an English one, and neither with the machine's word in it.
    expect(chinese[key]).toMatch(/[\u4e00-\u9fff].*[。？]$/)
    expect(english[key]).toMatch(/^[A-Z].*\.$/)
    for (const text of [chinese[key], english[key]]) expect(text).not.toMatch(/_|undefined|null|error code/i)
  })

  it.each(fieldProblems)('the field problem %s is used and has words in both languages', (problem) => {
    expect(`${server}\n${contract}`).toMatch(new RegExp(`['"]${problem}['"]`))
    expect(chinese[`field.${problem}`]).toMatch(/[\u4e00-\u9fff]/)
    expect(english[`field.${problem}`]).toMatch(/^[a-z]/)
  })

  it('has no text that is not of the contract', () => {
    const codes = [
      ...Object.keys(refusals).map((it) => `refusal.${it}`),
      ...fieldProblems.map((it) => `field.${it}`),
    ]
    expect(Object.keys(chinese).toSorted()).toEqual(codes.toSorted())
    expect(Object.keys(english).toSorted()).toEqual(codes.toSorted())
  })
})
