import { v7 } from 'uuid'
import { addShiftTx, recordLeaveTx } from '../../src/modules/workforce/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { At, Example } from './examples.ts'

let serial = 0
const unique = (): number => (serial += 1)
const week = [1, 2, 3, 4, 5, 6, 7]
const communityOf = (at: At) => ({ communityId: at.absent ? v7() : at.side.communityId })
const inDays = (at: At, days: number): string =>
  new Date(Date.parse(at.server.clock.now()) + days * 86_400_000).toISOString().slice(0, 10)

/** Requests for the endpoints of the workforce, each on an object of its own. */
export const dutyExamples = {
  readWorkforce: (at: At) => ({ params: communityOf(at) }),
  readOnDuty: (at: At) => ({ params: communityOf(at) }),
  setLeader: (at: At) => ({
    params: { ...communityOf(at), team: 'engineering' },
    body: { accountId: at.side.staff.worker.accountId },
  }),
  setSkills: (at: At) => ({
    params: { ...communityOf(at), accountId: at.absent ? v7() : at.side.staff.worker.accountId },
    body: { skills: ['plumbing' as const] },
  }),
  addShift: (at: At) => ({
    params: communityOf(at),
    body: { id: v7(), name: `班${unique()}`, from: '08:00', until: '20:00', weekdays: week },
  }),
  endShift: async (at: At) => ({ params: { ...communityOf(at), id: await shiftIn(at) } }),
  readDutyRoster: (at: At) => ({ params: communityOf(at), query: { from: inDays(at, 0), days: 7 } }),
  setDutyRoster: async (at: At) => {
    const { accountId } = at.side.staff.worker
    const change = { on: inDays(at, 200 + unique()), shiftId: await shiftIn(at), accountId, works: true }
    return { params: communityOf(at), body: { changes: [change] } }
  },
  recordLeave: async (at: At) => {
    const { accountId } = await buildStaff(at.server, { ...at.side, role: 'worker' })
    const day = inDays(at, 3)
    return {
      params: communityOf(at),
      body: { id: v7(), accountId, kind: 'annual' as const, from: day, until: day },
    }
  },
  cancelLeave: async (at: At) => ({ params: { ...communityOf(at), id: await leaveIn(at) } }),
  readDutyPhones: (at: At) => ({ params: communityOf(at) }),
  publishDutyPhones: async (at: At) => {
    const { communityId, staff } = at.side
    const { version } = await at.server.ok('readDutyPhones', { params: { communityId }, by: staff.manager })
    return {
      params: communityOf(at),
      body: {
        expectedVersion: version,
        phones: [{ topic: 'fire' as const, name: '消防', phone: '119', note: '' }],
      },
    }
  },
} satisfies {
  [
    N in
      | 'readWorkforce'
      | 'readOnDuty'
      | 'setLeader'
      | 'setSkills'
      | 'addShift'
      | 'endShift'
      | 'readDutyRoster'
      | 'setDutyRoster'
      | 'recordLeave'
      | 'cancelLeave'
      | 'readDutyPhones'
      | 'publishDutyPhones'
  ]: Example<N>
}

async function shiftIn(at: At): Promise<string> {
  const id = v7()
  if (at.absent) return id
  const { communityId } = at.side
  const shift = { id, name: `${at.side.mark}班${unique()}`, from: '08:00', until: '20:00', weekdays: week }
  await at.server.database.transaction([communityId], (tx) =>
    addShiftTx(tx, { communityId, ...shift, now: at.server.clock.now() }),
  )
  return id
}

async function leaveIn(at: At): Promise<string> {
  const id = v7()
  if (at.absent) return id
  const { communityId } = at.side
  const { accountId } = await buildStaff(at.server, { ...at.side, role: 'worker' })
  const leave = { id, accountId, kind: 'sick' as const, from: inDays(at, 1), until: inDays(at, 2) }
  await at.server.database.transaction([communityId], (tx) =>
    recordLeaveTx(tx, { communityId, ...leave, by: '', now: at.server.clock.now() }),
  )
  return id
}
