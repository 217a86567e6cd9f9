import { describe, expect, test } from 'vitest'
import type { CaseFactKind, CaseSituation, CaseStatus, CaseVerb } from './index.ts'
import {
  beginsCycle,
  caseFactKinds,
  caseStatuses,
  caseVerbs,
  countsAsSolved,
  dayPartOf,
  deriveLife,
  factOf,
  firstResponderAfter,
  isFinal,
  mayDo,
  pausesResolve,
  refusalOf,
  statusAfter,
  verbsNow,
} from './index.ts'

const at = (status: CaseStatus, more: Partial<CaseSituation> = {}): CaseSituation => ({
  status,
  now: 10_000_000,
  hasAssignee: true,
  ...more,
})

const resolved = (ago: number) => at('resolved', { resolvedAt: 10_000_000 - ago })
const life = (...kinds: CaseFactKind[]) => deriveLife(kinds.map((kind) => ({ kind })))

/** One row a verb: the statuses it is possible from, written out once more by hand. */
const possible: Record<CaseVerb, string> = {
  accept: 'new',
  assign: 'new open paused',
  reply: 'new open paused resolved',
  note: 'new open paused resolved closed declined cancelled',
  pause: 'open',
  resume: 'paused',
  resolve: 'open',
  confirm: 'resolved',
  reject: 'resolved closed',
  reopen: 'resolved closed',
  close: 'resolved',
  rate: 'resolved closed',
  decline: 'new open',
  cancel: 'new open paused',
  reclassify: 'new open paused',
  supplement: 'new open paused resolved',
  escalate: 'new open paused resolved',
  merge: 'new open paused',
  absorb: 'new open paused',
  unmerge: 'merged',
  release: 'new open paused resolved closed merged declined cancelled',
  urge: 'new open paused',
  acknowledge: 'new open paused resolved',
  'begin-work': 'new open paused',
  'finish-work': 'new open paused',
  'drop-work': 'new open paused',
  promise: 'new open paused resolved closed declined cancelled',
  arrive: 'open',
  appoint: 'new open paused',
  'call-back': 'resolved',
  repair: 'new open paused resolved',
  appeal: 'closed',
  'uphold-appeal': 'closed',
  'reject-appeal': 'closed',
  quote: 'new open paused',
  'agree-quote': 'new open paused',
  'decline-quote': 'new open paused',
  offer: 'new open',
  refuse: 'new open',
  lapse: 'new open',
  raise: 'new open',
  hand: 'new open paused',
  receive: 'new open paused',
  keep: 'new open paused resolved closed',
  join: 'open paused',
  return: 'open paused resolved closed',
  dispute: 'open paused',
  rule: 'open paused resolved closed',
  follow: 'new open paused resolved',
}

describe('the life of a case', () => {
  test('every verb is possible exactly from the statuses that the rule names', () => {
    for (const verb of caseVerbs) {
      const from = caseStatuses.filter((status) => mayDo(status, verb)).join(' ')
      expect(from, verb).toBe(possible[verb])
    }
  })

  test('nothing ever leads back to new', () => {
    for (const verb of caseVerbs) {
      for (const status of caseStatuses) {
        if (status !== 'new') expect(statusAfter(status, verb), `${status} ${verb}`).not.toBe('new')
      }
    }
  })

  test('a final status is never left, but a merge can be taken back', () => {
    for (const status of caseStatuses.filter(isFinal)) {
      for (const verb of caseVerbs.filter((it) => it !== 'unmerge'))
        expect(statusAfter(status, verb) ?? status).toBe(status)
    }
  })

  test('a case without an assignee cannot be resolved', () => {
    expect(refusalOf('resolve', at('open', { hasAssignee: false }))).toBe('no-assignee')
    expect(refusalOf('resolve', at('open'))).toBeUndefined()
  })

  test('a closed case comes back up to and including the seventh day, and not a second later', () => {
    const closed = (ago: number) => at('closed', { lastClosedAt: 10_000_000 - ago })
    for (const verb of ['reject', 'reopen'] as const) {
      expect(refusalOf(verb, closed(604_800))).toBeUndefined()
      expect(refusalOf(verb, closed(604_801))).toBe('reopen-window-over')
    }
    expect(refusalOf('reject', at('resolved'))).toBeUndefined()
  })

  test('silence closes a case after seven full days only, and only in the name of silence', () => {
    expect(refusalOf('close', resolved(604_799), 'timeout')).toBe('silence-too-short')
    expect(refusalOf('close', resolved(604_800), 'timeout')).toBeUndefined()
    expect(refusalOf('close', resolved(10), 'staff-waived')).toBeUndefined()
    expect(refusalOf('close', resolved(604_800), 'resident-confirmed')).toBe('basis-not-for-this-verb')
    expect(refusalOf('confirm', resolved(10), 'timeout')).toBe('basis-not-for-this-verb')
  })

  test('a cycle is rated once', () => {
    expect(refusalOf('rate', at('closed', { rated: true }))).toBe('already-rated')
    expect(refusalOf('rate', at('closed', { rated: false }))).toBeUndefined()
  })

  test('the verbs of a screen are those that would not be refused', () => {
    expect(verbsNow(at('open', { hasAssignee: false }))).not.toContain('resolve')
    expect(verbsNow(at('paused'))).toEqual([
      'assign',
      'reply',
      'note',
      'resume',
      'cancel',
      'reclassify',
      'supplement',
      'merge',
      'absorb',
      'release',
      'urge',
      'escalate',
      'acknowledge',
      'begin-work',
      'finish-work',
      'drop-work',
      'promise',
      'appoint',
      'repair',
      'quote',
      'agree-quote',
      'decline-quote',
      'hand',
      'receive',
      'keep',
      'join',
      'return',
      'dispute',
      'rule',
      'follow',
    ])
    expect(verbsNow(at('merged'))).toEqual(['unmerge', 'release'])
  })

  test('a dispute over whose matter it is never stops the resolve clock', () => {
    const stopping = Object.entries(pausesResolve).filter(([, stops]) => !stops)
    expect(stopping).toEqual([['ownership-dispute', false]])
  })

  test('each verb leaves its own fact, and only opening has no verb', () => {
    const facts = caseVerbs.map((verb) => factOf[verb])
    expect(new Set<CaseFactKind>(['opened', ...facts])).toEqual(new Set(caseFactKinds))
    expect(caseVerbs.filter(beginsCycle)).toEqual(['reject', 'reopen', 'uphold-appeal'])
  })
})

describe('an appeal', () => {
  const closed = (ago: number, appeal?: 'none' | 'waiting' | 'ruled') =>
    at('closed', { lastClosedAt: 10_000_000 - ago, appeal })

  test('is heard once, up to and including the thirtieth day after the closing', () => {
    expect(refusalOf('appeal', closed(2_592_000))).toBeUndefined()
    expect(refusalOf('appeal', closed(2_592_001))).toBe('appeal-window-over')
    expect(refusalOf('appeal', closed(10, 'waiting'))).toBe('already-appealed')
    expect(refusalOf('appeal', closed(10, 'ruled'))).toBe('already-appealed')
  })

  test('is ruled upon once, and brings the case back however long ago it was closed', () => {
    expect(refusalOf('uphold-appeal', closed(20_000_000, 'waiting'))).toBeUndefined()
    expect(refusalOf('reject-appeal', closed(10, 'ruled'))).toBe('no-appeal')
    expect(life('opened', 'accepted', 'resolved', 'closed', 'appealed', 'appeal-upheld')).toEqual({
      status: 'open',
      cycle: 2,
    })
  })
})

test('only what the resident confirmed as solved counts as solved', () => {
  expect(countsAsSolved('solved', 'resident-confirmed')).toBe(true)
  expect(countsAsSolved('solved', 'callback-confirmed')).toBe(true)
  expect(countsAsSolved('solved', 'timeout')).toBe(false)
  expect(countsAsSolved('cannot', 'resident-confirmed')).toBe(false)
})

test('the day has three parts, divided at noon and at six', () => {
  expect([0, 11, 12, 17, 18, 23].map(dayPartOf)).toEqual([
    'morning',
    'morning',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
  ])
})

describe('the life read from its history', () => {
  test('a rejected repair is open again in its second cycle', () => {
    expect(life('opened', 'accepted', 'resolved', 'rejected')).toEqual({ status: 'open', cycle: 2 })
  })

  test('a history that could not have happened is not explained away', () => {
    expect(life('accepted')).toBeUndefined()
    expect(life('opened', 'paused')).toBeUndefined()
    expect(life('opened', 'opened')).toBeUndefined()
    expect(life('opened', 'cancelled', 'accepted')).toBeUndefined()
  })
})

describe('the first responder', () => {
  test('is the guard who opened the case for the resident, whoever takes it on later', () => {
    expect(
      firstResponderAfter([
        { seq: 2, kind: 'accepted', byStaff: 'wang' },
        { seq: 1, kind: 'opened', byStaff: 'guard' },
      ]),
    ).toBe('guard')
  })

  test('is nobody while only the resident and machines have spoken', () => {
    expect(
      firstResponderAfter([
        { seq: 1, kind: 'opened' },
        { seq: 2, kind: 'replied' },
        { seq: 3, kind: 'noted', byStaff: 'li' },
      ]),
    ).toBeUndefined()
  })

  test('never changes with what comes after', () => {
    const facts = [
      { seq: 1, kind: 'opened' as const },
      { seq: 2, kind: 'replied' as const, byStaff: 'li' },
      { seq: 3, kind: 'accepted' as const, byStaff: 'wang' },
      { seq: 4, kind: 'reopened' as const, byStaff: 'zhao' },
    ]
    expect(firstResponderAfter(facts.slice(0, 2))).toBe('li')
    expect(firstResponderAfter(facts)).toBe('li')
  })
})
