import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { warrantyOf } from '../warranty/index.ts'
import type { Matter, ResponsibilityRule } from './index.ts'
import {
  allMatters,
  causes,
  components,
  parties,
  ruleFor,
  sides,
  standardRules,
  validateRuleSet,
  warrantyStates,
} from './index.ts'

const everything = { components: [], sides: [], causes: [], warranty: [] }
const rule = (
  match: Partial<ResponsibilityRule['match']>,
  party: ResponsibilityRule['party'] = 'property',
) => ({
  match: { ...everything, ...match },
  party,
})
const answer = (matter: Matter) => standardRules[ruleFor(standardRules, matter) ?? -1]?.party

describe('a list of responsibilities', () => {
  test('one rule for everything answers everything', () => {
    expect(validateRuleSet([rule({})])).toEqual([])
  })

  test('a component and place that no rule covers is named, with how many questions stay open', () => {
    const list = [
      rule({ components: components.filter((it) => it !== 'lift') }),
      rule({ sides: ['own', 'municipal'] }),
    ]
    expect(validateRuleSet(list)).toEqual([
      {
        code: 'uncovered',
        matter: { component: 'lift', side: 'common', cause: 'unknown', warranty: 'in' },
        count: causes.length * warrantyStates.length,
      },
    ])
  })

  test('two rules for the very same are named, however their lists are written', () => {
    const list = [rule({ sides: ['own', 'common'] }), rule({ sides: ['common', 'own'] }, 'owner'), rule({})]
    expect(validateRuleSet(list)).toEqual([{ code: 'equal', rule: 1, by: 0 }])
    expect(validateRuleSet([rule({}), rule({ sides: [...sides] }, 'owner')])).toEqual([
      { code: 'equal', rule: 1, by: 0 },
    ])
  })

  test('a rule that stands behind others is never reached', () => {
    const list = [
      rule({ components: ['gas'] }),
      rule({ components: ['gas'], sides: ['own'] }, 'owner'),
      rule({}),
    ]
    expect(validateRuleSet(list)).toEqual([{ code: 'never-reached', rule: 1, by: 0 }])
  })

  test('an empty list leaves every question open', () => {
    expect(validateRuleSet([])).toMatchObject([{ code: 'uncovered', count: allMatters().length }])
  })

  test('whatever list passes answers every question with exactly one of its rules', () => {
    const some = <T>(all: readonly T[]) => fc.subarray([...all])
    const anyRule = fc.record({
      match: fc.record({
        components: some(components),
        sides: some(sides),
        causes: some(causes),
        warranty: some(warrantyStates),
      }),
      party: fc.constantFrom(...parties),
    })
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), fc.boolean(), (rules, closed) => {
        const list = closed ? [...rules, rule({})] : rules
        const problems = validateRuleSet(list)
        const answers = allMatters().map((it) => ruleFor(list, it))
        expect(answers.every((it) => it !== undefined)).toBe(!problems.some((it) => it.code === 'uncovered'))
        if (problems.length === 0) {
          expect(new Set(answers)).toEqual(new Set(list.keys()))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the list that a community starts with', () => {
  test('has no gap, no double and no rule in vain', () => {
    expect(validateRuleSet(standardRules)).toEqual([])
  })

  test('a roof that leaks within five years of acceptance is the developer’s, not the fund’s', () => {
    const on = (day: string) => {
      const { state } = warrantyOf('roof', { acceptedOn: '2021-08-31' }, day)
      return answer({ component: 'roof', side: 'common', cause: 'unknown', warranty: state })
    }
    expect(on('2026-08-30')).toBe('developer')
    expect(on('2026-09-01')).toBe('property')
  })

  test('nobody is told to pay before the cause is known: the property company looks first', () => {
    for (const component of components) {
      if (component === 'conduct' || component === 'gas' || component === 'telecom') continue
      expect(answer({ component, side: 'own', cause: 'unknown', warranty: 'out' }), component).toBe(
        'property',
      )
    }
  })

  test.each([
    ['water-pipe', 'municipal', 'wear', 'out', 'water'],
    ['electrical', 'municipal', 'wear', 'out', 'power'],
    ['gas', 'common', 'wear', 'out', 'gas'],
    ['gas', 'own', 'wear', 'out', 'owner'],
    ['heating', 'common', 'wear', 'out', 'heat'],
    ['heating', 'common', 'wear', 'in', 'developer'],
    ['telecom', 'own', 'wear', 'out', 'telecom'],
    ['wet-room', 'own', 'third-party', 'in', 'neighbour'],
    ['access-control', 'common', 'third-party', 'out', 'causer'],
    ['wet-room', 'own', 'misuse', 'in', 'owner'],
    ['lift', 'common', 'wear', 'out', 'property'],
    ['finish', 'own', 'construction', 'unknown', 'developer'],
    ['finish', 'own', 'construction', 'out', 'owner'],
    ['conduct', 'common', 'unknown', 'out', 'neighbour'],
    ['road-green', 'municipal', 'wear', 'out', 'street-office'],
  ] as const)('%s, %s, %s, warranty %s: %s', (component, side, cause, warranty, party) => {
    expect(answer({ component, side, cause, warranty })).toBe(party)
  })
})
