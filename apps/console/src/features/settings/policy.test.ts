import { describe, expect, it } from 'vitest'
import { neverReached, policyChanges, type Rule, ruleFor, uncovered } from './policy.ts'

const target = (seconds: number) => ({ seconds, calendarId: 'c' })
const rule = (kinds: Rule['kinds'], urgencies: Rule['urgencies'], resolve: number): Rule => ({
  kinds,
  urgencies,
  targets: { accept: target(600), first_response: target(1800), resolve: target(resolve) },
})

describe('service times', () => {
  const danger = rule([], ['danger'], 7200)
  const repair = rule(['repair'], [], 86_400)
  const rest = rule([], [], 172_800)

  it('take the first rule that matches', () => {
    expect(ruleFor([danger, repair, rest], 'repair', 'danger')).toBe(danger)
    expect(ruleFor([danger, repair, rest], 'repair', 'normal')).toBe(repair)
    expect(ruleFor([danger, repair, rest], 'praise', 'urgent')).toBe(rest)
  })

  it('name what no rule covers, and which rule never comes to bear', () => {
    expect(uncovered([danger, repair])).toHaveLength(8)
    expect(uncovered([danger, repair, rest])).toEqual([])
    expect(neverReached([rest, danger])).toEqual([1])
  })

  it('tell exactly what a new version changes', () => {
    const faster = rule(['repair'], [], 43_200)
    expect(policyChanges([danger, repair, rest], [danger, faster, rest])).toEqual([
      { kind: 'repair', urgency: 'normal', clock: 'resolve', before: target(86_400), after: target(43_200) },
      { kind: 'repair', urgency: 'urgent', clock: 'resolve', before: target(86_400), after: target(43_200) },
    ])
    expect(policyChanges([danger, repair, rest], [danger, repair, rest])).toEqual([])
  })
})
