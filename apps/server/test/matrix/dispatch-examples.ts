import type { EndpointName } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { buildStaff } from '../harness/builders.ts'
import { caseIn } from './examples.ts'
import type { At, Example } from './examples.ts'

/** Requests about who has a case, each on a case of its own on which nothing but the right to it decides. */
export const dispatchExamples = {
  // Only those who have a case can refuse it: it is the caller's, where they could have one.
  refuseCase: async (at: At) => ({ params: { id: await heldBy(at) }, body: { reason: '今天排满了' } }),
  readDispatch: async (at: At) => ({ params: { id: await caseIn(at, 'new') } }),
  listCandidates: async (at: At) => ({ params: { id: await caseIn(at, 'new') } }),
  handOver: async (at: At) => {
    const { accountId } = await buildStaff(at.server, { ...at.side, role: 'agent' })
    return { params: { id: await heldBy(at) }, body: { toId: accountId, note: '业主约了下午' } }
  },
  answerHandOver: async (at: At) => {
    const id = await caseIn(at, 'open')
    const { staff } = at.side
    // Offered to the caller where they work here, else to the worker.
    if (!at.absent) {
      const toId = workerHere(at) ?? staff.worker.accountId
      const other = await buildStaff(at.server, { ...at.side, role: 'worker' })
      await at.server.ok('assignCase', {
        params: { id },
        by: staff.dispatcher,
        body: { assigneeId: other.accountId },
      })
      const by = toId === staff.dispatcher.accountId ? staff.manager : staff.dispatcher
      await at.server.ok('handOver', { params: { id }, by, body: { toId, note: '请接手' } })
    }
    return { params: { id }, body: { answer: 'take' as const } }
  },
  addCoHandler: async (at: At) => ({
    params: { id: await heldBy(at) },
    body: { team: 'security' as const, asked: '请开地库门', hours: 4 },
  }),
  returnResult: async (at: At) => {
    const id = await caseIn(at, 'new')
    const team = teamOf(at)
    if (!at.absent) {
      await at.server.ok('assignCase', {
        params: { id },
        by: at.side.staff.dispatcher,
        body: { assigneeId: otherTeam(at, team) },
      })
      const asked = { team, asked: '请协助' }
      await at.server.ok('addCoHandler', { params: { id }, by: at.side.staff.dispatcher, body: asked })
    }
    return { params: { id }, body: { team, result: '已配合' } }
  },
  disputeCase: async (at: At) => ({
    params: { id: await heldBy(at) },
    body: { reason: '属于保洁范围', proposedTeam: 'cleaning' as const },
  }),
  ruleDispute: async (at: At) => {
    const id = await caseIn(at, 'open')
    if (!at.absent) {
      const { staff } = at.side
      const worker = staff.worker.accountId
      const params = { id }
      await at.server.ok('assignCase', { params, by: staff.dispatcher, body: { assigneeId: worker } })
      await at.server.ok('disputeCase', {
        params,
        by: staff.worker,
        body: { reason: '属于保洁范围', proposedTeam: 'cleaning' },
      })
    }
    return { params: { id }, body: { ruling: 'dismissed' as const, words: '仍由工程办理' } }
  },
  readWaiting: () => ({}),
  readAssignment: (at: At) => ({ params: community(at) }),
  publishAssignment: async (at: At) => {
    const { communityId, staff } = at.side
    const { version } = await at.server.ok('readAssignment', { params: { communityId }, by: staff.manager })
    return {
      params: community(at),
      body: {
        expectedVersion: version,
        strategy: 'off' as const,
        acceptSeconds: 900,
        capacity: 5,
        rules: [],
      },
    }
  },
} satisfies {
  [
    N in Extract<
      EndpointName,
      | 'refuseCase'
      | 'readDispatch'
      | 'listCandidates'
      | 'handOver'
      | 'answerHandOver'
      | 'addCoHandler'
      | 'returnResult'
      | 'disputeCase'
      | 'ruleDispute'
      | 'readWaiting'
      | 'readAssignment'
      | 'publishAssignment'
    >
  ]: Example<N>
}

const community = (at: At) => ({ communityId: at.absent ? v7() : at.side.communityId })
const working = ['agent', 'dispatcher', 'worker', 'manager'] as const

/** The caller's account, when they are of this side and could have a case. */
function workerHere(at: At): string | undefined {
  const roles = at.caller.roles[at.side.name] ?? []
  return roles.some((role) => (working as readonly string[]).includes(role)) ? at.caller.accountId : undefined
}

/** A case that the caller has where they could have one, else the agent. */
async function heldBy(at: At): Promise<string> {
  const id = await caseIn(at, 'open')
  const assigneeId = workerHere(at)
  if (!at.absent && assigneeId !== undefined)
    await at.server.ok('assignCase', { params: { id }, by: at.side.staff.dispatcher, body: { assigneeId } })
  return id
}

function teamOf(at: At): 'service' | 'engineering' | 'office' {
  const roles = at.caller.roles[at.side.name] ?? []
  if (roles.includes('worker')) return 'engineering'
  return roles.includes('manager') ? 'office' : 'service'
}

const otherTeam = (at: At, team: string): string =>
  team === 'engineering' ? at.side.staff.agent.accountId : at.side.staff.worker.accountId
