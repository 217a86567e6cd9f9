import { describe, expect, test } from 'vitest'
import type { Candidate, Recipients } from './recipients.ts'
import { recipientsOf } from './recipients.ts'

const person = (id: string, ...roles: Candidate['roles']): Candidate => ({ id, name: id, roles })
const everybody = [
  person('agent', 'agent'),
  person('dispatcher', 'dispatcher'),
  person('worker', 'worker'),
  person('manager', 'manager'),
  person('region', 'head-office'),
]
const told = (to: Parameters<typeof recipientsOf>[0], it: Partial<Recipients> = {}) =>
  recipientsOf(to, {
    assigneeId: 'worker',
    trackerId: 'agent',
    staff: everybody,
    onDuty: new Set(),
    leaderIds: [],
    ...it,
  }).map((one) => one.id)

describe('who a level tells', () => {
  test('is whom it names, each once', () => {
    expect(told(['assignee'])).toEqual(['worker'])
    expect(told(['tracker', 'shift-leader', 'manager', 'head-office'])).toEqual([
      'agent',
      'dispatcher',
      'manager',
      'region',
    ])
    expect(told(['assignee', 'manager'], { assigneeId: 'manager' })).toEqual(['manager'])
  })

  test('is whoever sends people out, while nobody has the case', () => {
    expect(told(['assignee'], { assigneeId: null })).toEqual(['dispatcher'])
  })

  test('is the next above, when somebody has left or there is no such person', () => {
    expect(told(['assignee'], { assigneeId: 'gone' })).toEqual(['agent'])
    expect(told(['tracker'], { trackerId: null })).toEqual(['dispatcher'])
    const few = everybody.filter((it) => it.id === 'manager' || it.id === 'agent')
    expect(told(['shift-leader'], { staff: few })).toEqual(['manager'])
    expect(told(['head-office'], { staff: few })).toEqual(['manager'])
    expect(told(['head-office'], { staff: few.filter((it) => it.id === 'agent') })).toEqual(['agent'])
  })

  test('is somebody on duty: whoever is off is passed over, up to the manager, who answers at any hour', () => {
    const onDuty = new Set(['agent', 'worker'])
    expect(told(['assignee'], { onDuty })).toEqual(['worker'])
    expect(told(['assignee'], { onDuty: new Set(['agent']) })).toEqual(['agent'])
    expect(told(['shift-leader'], { onDuty })).toEqual(['manager'])
    expect(told(['shift-leader'], { onDuty, leaderIds: ['worker'] })).toEqual(['worker'])
    expect(told(['head-office'], { onDuty })).toEqual(['region'])
  })
})
