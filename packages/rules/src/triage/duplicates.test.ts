import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicateScore, rankDuplicates } from './duplicates.ts'
import type { OpenMatter } from './duplicates.ts'
import { conceptOf, lexicon, sameMatter } from './lexicon.ts'

const now = 1_700_000_000
const day = 86_400
const matter = (more: Partial<OpenMatter> = {}): OpenMatter => ({
  id: 'a',
  concept: 'leak.pipe',
  receivedAt: now - day,
  distance: 0,
  requester: 'same',
  ...more,
})

test('another matter is never a duplicate, whoever reports it wherever', () => {
  const ids = fc.constantFrom(...lexicon().concepts.map((it) => it.id))
  const open = fc.record({
    id: fc.string(),
    concept: ids,
    receivedAt: fc.integer({ min: now - 90 * day, max: now }),
    distance: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    requester: fc.constantFrom<OpenMatter['requester']>('same', 'household', 'other'),
  })
  fc.assert(
    fc.property(ids, open, (concept, it) => {
      const score = duplicateScore(concept, now, it)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      if (!sameMatter(concept, it.concept)) expect(score).toBe(0)
    }),
  )
})

test('nearer, newer and closer to who reports is likelier', () => {
  const score = (more: Partial<OpenMatter>) => duplicateScore('leak.pipe', now, matter(more))
  expect(score({})).toBeGreaterThan(score({ distance: 1 }))
  expect(score({ distance: 1 })).toBeGreaterThan(score({ distance: 2 }))
  expect(score({})).toBeGreaterThan(score({ receivedAt: now - 5 * day }))
  expect(score({})).toBeGreaterThan(score({ requester: 'other' }))
  expect(score({})).toBeGreaterThan(score({ concept: 'leak' }))
})

test('the window is the matter’s own, to the second', () => {
  const days = conceptOf('leak.pipe')?.days ?? 0
  expect(days).toBe(14)
  expect(duplicateScore('leak.pipe', now, matter({ receivedAt: now - days * day }))).toBeGreaterThan(0)
  expect(duplicateScore('leak.pipe', now, matter({ receivedAt: now - days * day - 1 }))).toBe(0)
})

test('at most five are shown, and always in the same order', () => {
  const open = Array.from({ length: 9 }, (_, at) => matter({ id: String(at) }))
  const ranked = rankDuplicates('leak.pipe', now, open)
  expect(ranked.map((it) => it.id)).toEqual(['0', '1', '2', '3', '4'])
  expect(rankDuplicates('leak.pipe', now, open.toReversed())).toEqual(ranked)
})
