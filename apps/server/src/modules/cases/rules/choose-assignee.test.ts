import { describe, expect, it } from 'vitest'
import { chooseAssignee, neededFor } from './choose-assignee.ts'
import type { Choice } from './choose-assignee.ts'

const person = (id: string, more: Partial<Choice> = {}): Choice => ({
  id,
  team: 'engineering',
  skills: ['plumbing'],
  inHand: 0,
  load: 0,
  wasHere: false,
  refused: false,
  ...more,
})
const pipe = { team: null, skill: 'plumbing' as const }
const ask = { needed: pipe, capacity: 2, strategy: 'least-load' as const, last: undefined }

describe('whom a report is for', () => {
  const rules = [
    { kinds: ['repair' as const], words: ['电梯', '困人'], team: null, skill: 'lift' as const },
    { kinds: ['repair' as const], words: [], team: 'engineering' as const, skill: null },
  ]
  it('is told by the first rule that fits kind and words', () => {
    expect(neededFor(rules, { kind: 'repair', text: '2 号电梯异响' })).toMatchObject({ skill: 'lift' })
    expect(neededFor(rules, { kind: 'repair', text: '灯不亮' })).toMatchObject({ team: 'engineering' })
    expect(neededFor(rules, { kind: 'enquiry', text: '电梯年检了吗' })).toBeUndefined()
  })
})

describe('who is asked', () => {
  it('has the skill and the least load', () => {
    const people = [person('a', { load: 3 }), person('b', { load: 1 }), person('c', { skills: ['lift'] })]
    expect(chooseAssignee(people, ask)).toMatchObject({ found: { id: 'b' } })
  })

  it('is whoever was at this place lately, while they have room', () => {
    const known = person('a', { load: 9, inHand: 1, wasHere: true })
    expect(chooseAssignee([known, person('b')], ask)).toMatchObject({ found: { id: 'a' } })
    expect(chooseAssignee([{ ...known, inHand: 2 }, person('b')], ask)).toMatchObject({ found: { id: 'b' } })
  })

  it('goes round in order of ids, and begins anew after the last', () => {
    const people = ['c', 'a', 'b'].map((id) => person(id))
    const turn = (last: string | undefined) => chooseAssignee(people, { ...ask, strategy: 'in-turn', last })
    expect(turn(undefined)).toMatchObject({ found: { id: 'a' } })
    expect(turn('a')).toMatchObject({ found: { id: 'b' } })
    expect(turn('c')).toMatchObject({ found: { id: 'a' } })
  })

  it('is nobody when all are full: the case waits; when none fits or all refused a person decides', () => {
    expect(chooseAssignee([person('a', { inHand: 2 })], ask)).toEqual({ wait: 'everybody-full' })
    expect(chooseAssignee([person('a', { skills: [] })], ask)).toEqual({ raise: 'nobody-on-duty' })
    expect(chooseAssignee([person('a', { refused: true })], ask)).toEqual({ raise: 'all-refused' })
  })
})
