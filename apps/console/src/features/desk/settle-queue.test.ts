import { describe, expect, it } from 'vitest'
import { settleQueue } from './settle-queue.ts'

describe('a queue that is being read', () => {
  it('shows everything the first time', () => {
    expect(settleQueue(undefined, ['a', 'b'], undefined)).toEqual({
      shown: ['a', 'b'],
      fresh: [],
      gone: new Set(),
    })
  })

  it('keeps its order when deadlines change it, and holds new cases back', () => {
    const { shown, fresh } = settleQueue(['a', 'b', 'c'], ['n', 'c', 'a', 'b'], 'a')
    expect(shown).toEqual(['a', 'b', 'c'])
    expect(fresh).toEqual(['n'])
  })

  it('drops what has left, but not the case that lies open', () => {
    expect(settleQueue(['a', 'b', 'c'], ['c'], 'a')).toEqual({
      shown: ['a', 'c'],
      fresh: [],
      gone: new Set(['a']),
    })
  })

  it('takes a further page that the reader scrolled to', () => {
    expect(settleQueue(['a'], ['n', 'a', 'z'], undefined, new Set(['z']))).toMatchObject({
      shown: ['a', 'z'],
      fresh: ['n'],
    })
  })
})
