import { refusals } from '@zhanggui/contract'
import type { ClockKind, EndpointName, RefusalCode } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asking, Session, TestServer } from '../harness/server.ts'
import { snapshot } from '../harness/snapshot.ts'
import { startHouse } from '../harness/world.ts'
import { endpointNames, exampleOf, picture } from './examples.ts'
import type { At } from './examples.ts'
import { layGround } from './ground.ts'
import type { Ground, Side } from './ground.ts'
import { idFields } from './id-fields.ts'

/** Things of other communities and households, by what they are. */
type Foreign = {
  communityId: string
  placeId: string
  buildingId: string
  personId: string
  accountId: string
  calendarId: string
  photoId: string
  notificationId: string
  caseId: string
  shiftId: string
  procedureId: string
  entryId: string
  quoteId: string
}

/** A request of one's own, with an id in it that is not: what is asked, as whom, and what must come back. */
type Crossing = {
  by: 'manager' | 'worker' | 'owner' | 'anonymous'
  ask(base: Asking<EndpointName>, it: Foreign): Asking<EndpointName>
  expected: RefusalCode | 'nothing'
  /** Another household’s of the same community are none of the caller’s business either. */
  household?: true
}

const body =
  (more: (it: Foreign) => Record<string, unknown>): Crossing['ask'] =>
  (base, it) => ({ ...base, body: { ...(base.body as object), ...more(it) } })
const query =
  (more: (it: Foreign) => Record<string, string>): Crossing['ask'] =>
  (base, it) => ({ ...base, query: more(it) })
const change =
  (more: (it: Foreign) => Record<string, unknown>): Crossing['ask'] =>
  (base, it) => {
    const [first] = (base.body as { changes: object[] }).changes
    return { ...base, body: { changes: [{ ...first, ...more(it) }] } }
  }
const photos = (by: Crossing['by']): Crossing => ({
  by,
  ask: body((it) => ({ photos: [it.photoId] })),
  expected: 'photo_unknown',
  household: true,
})
const target = (of: ClockKind): Crossing => ({
  by: 'manager',
  ask: (base, it) => {
    const [rule] = (base.body as { rules: { targets: Record<string, object> }[] }).rules
    const targets = { ...rule?.targets, [of]: { seconds: 3600, calendarId: it.calendarId } }
    return { ...base, body: { ...(base.body as object), rules: [{ ...rule, targets }] } }
  },
  expected: 'policy_invalid',
})
const filter = (more: (it: Foreign) => Record<string, string>): Crossing => ({
  by: 'manager',
  ask: query(more),
  expected: 'nothing',
})

const crossings: Record<string, Crossing> = {
  'addPlace body.parentId': {
    by: 'manager',
    ask: body((it) => ({ parentId: it.buildingId })),
    expected: 'place_unknown',
  },
  'publishCalendar body.calendarId': {
    by: 'manager',
    ask: body((it) => ({ calendarId: it.calendarId, expectedVersion: 1 })),
    expected: 'not_found',
  },
  'publishPolicy body.rules[].targets.accept.calendarId': target('accept'),
  'publishPolicy body.rules[].targets.first_response.calendarId': target('first_response'),
  'publishPolicy body.rules[].targets.resolve.calendarId': target('resolve'),
  'publishPolicy body.rules[].targets.next_response.calendarId': target('next_response'),
  'publishPolicy body.rules[].targets.on_site.calendarId': target('on_site'),
  'publishPolicy body.rules[].targets.update.calendarId': target('update'),
  'publishPolicy body.rules[].targets.callback.calendarId': target('callback'),
  'arriveOnCase body.photos[]': photos('manager'),
  'reclassifyCase body.placeId': {
    by: 'manager',
    ask: body((it) => ({ placeId: it.placeId })),
    expected: 'place_unknown',
  },
  'listPlaces query.parentId': filter((it) => ({ parentId: it.buildingId })),
  'addResidency body.homeId': {
    by: 'manager',
    ask: body((it) => ({ homeId: it.placeId })),
    expected: 'place_unknown',
  },
  'uploadFile query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'markNotificationsRead body.ids[]': {
    by: 'owner',
    ask: body((it) => ({ ids: [it.notificationId] })),
    expected: 'nothing',
    household: true,
  },
  'openCase body.placeId': {
    by: 'manager',
    ask: body((it) => ({ placeId: it.placeId })),
    expected: 'place_unknown',
  },
  'openCase body.photos[]': photos('owner'),
  'openCase body.onBehalfOf.personId': {
    by: 'manager',
    ask: body((it) => ({ onBehalfOf: { personId: it.personId } })),
    expected: 'person_unknown',
  },
  'openCase body.communityId': {
    by: 'manager',
    ask: body((it) => ({ placeId: undefined, communityId: it.communityId })),
    expected: 'invalid_fields',
  },
  'mergeCase body.intoId': {
    by: 'manager',
    ask: body((it) => ({ intoId: it.caseId })),
    expected: 'not_found',
  },
  'relateCase body.otherId': {
    by: 'manager',
    ask: body((it) => ({ otherId: it.caseId })),
    expected: 'not_found',
  },
  'suggestCase body.placeId': {
    by: 'owner',
    ask: body((it) => ({ placeId: it.placeId })),
    expected: 'place_unknown',
    household: true,
  },
  'suggestCase body.personId': {
    by: 'manager',
    ask: body((it) => ({ personId: it.personId })),
    expected: 'person_unknown',
  },
  'suggestCase body.communityId': {
    by: 'manager',
    ask: body((it) => ({ placeId: undefined, communityId: it.communityId })),
    expected: 'invalid_fields',
  },
  'listCases query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'listCases query.placeId': filter((it) => ({ placeId: it.placeId })),
  'listCases query.personId': filter((it) => ({ personId: it.personId })),
  'listCases query.assignee': filter((it) => ({ assignee: it.accountId })),
  'listCases query.tracker': filter((it) => ({ tracker: it.accountId })),
  'countCases query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'assignCase body.assigneeId': {
    by: 'manager',
    ask: body((it) => ({ assigneeId: it.accountId })),
    expected: 'assignee_unavailable',
  },
  'replyToCase body.photos[]': photos('manager'),
  'replyToCase body.promise.staffId': {
    by: 'manager',
    ask: (base, it) => ({
      ...base,
      body: {
        text: '今天去看',
        promise: { staffId: it.accountId, what: '上门', by: '2026-11-24T02:00:00.000Z', evidence: 'visit' },
      },
    }),
    expected: 'assignee_unavailable',
  },
  'listPromises query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'listPromises query.staffId': filter((it) => ({ staffId: it.accountId })),
  'readPromiseFigures query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'noteOnCase body.photos[]': photos('manager'),
  'supplementCase body.photos[]': photos('owner'),
  'resolveCase body.photos[]': photos('worker'),
  'rejectCase body.photos[]': photos('owner'),
  'openPublicCase body.photos[]': photos('anonymous'),
  'openWorkOrder body.procedureId': {
    by: 'manager',
    ask: body((it) => ({ procedureId: it.procedureId })),
    expected: 'procedure_unknown',
  },
  'openWorkOrder body.assigneeId': {
    by: 'manager',
    ask: body((it) => ({ assigneeId: it.accountId })),
    expected: 'assignee_unavailable',
  },
  'recordStep body.corrects': {
    by: 'manager',
    ask: body((it) => ({ corrects: it.entryId })),
    expected: 'step_changed',
  },
  'recordStep body.photos[]': photos('manager'),
  'answerQuote body.quoteId': {
    by: 'owner',
    ask: body((it) => ({ quoteId: it.quoteId })),
    expected: 'quote_over',
    household: true,
  },
  'handOver body.toId': {
    by: 'manager',
    ask: body((it) => ({ toId: it.accountId })),
    expected: 'assignee_unavailable',
  },
  'ruleDispute body.assigneeId': {
    by: 'manager',
    ask: body((it) => ({ ruling: 'upheld', assigneeId: it.accountId })),
    expected: 'assignee_unavailable',
  },
  'readWaiting query.communityId': {
    by: 'manager',
    ask: query((it) => ({ communityId: it.communityId })),
    expected: 'not_found',
  },
  'setLeader body.accountId': {
    by: 'manager',
    ask: body((it) => ({ accountId: it.accountId })),
    expected: 'assignee_unavailable',
  },
  'setDutyRoster body.changes[].accountId': {
    by: 'manager',
    ask: change((it) => ({ accountId: it.accountId })),
    expected: 'roster_invalid',
  },
  'setDutyRoster body.changes[].shiftId': {
    by: 'manager',
    ask: change((it) => ({ shiftId: it.shiftId })),
    expected: 'roster_invalid',
  },
  'recordLeave body.accountId': {
    by: 'manager',
    ask: body((it) => ({ accountId: it.accountId })),
    expected: 'assignee_unavailable',
  },
}

/** Ids that the caller makes for what is to be: they name nothing yet. */
const madeByTheCaller = [
  'addPlace body.id',
  'addPerson body.id',
  'addResidency body.id',
  'openCase body.id',
  'openPublicCase body.id',
  'supplementPublicCase body.id',
  'answerPublicCase body.id',
  'addShift body.id',
  'openWorkOrder body.id',
  'publishProcedure body.procedureId',
  'recordLeave body.id',
]

let server: TestServer
let ground: Ground
const foreign = {} as Record<'household' | 'sibling' | 'stranger' | 'absent', Foreign>
beforeAll(async () => {
  server = await startHouse()
  ground = await layGround(server)
  foreign.household = await thingsOf(ground.sides.own, ground.sides.own.neighbour)
  foreign.sibling = await thingsOf(ground.sides.sibling)
  foreign.stranger = await thingsOf(ground.sides.stranger)
  foreign.absent = Object.fromEntries(Object.keys(foreign.sibling).map((key) => [key, v7()])) as Foreign
})
afterAll(() => server.close())

describe('an id of somewhere else inside a request of one’s own', () => {
  it('is tried in every field of the contract that holds an id', () => {
    const fields = endpointNames.flatMap(idFields)
    expect(Object.keys(crossings).toSorted()).toEqual(
      fields.filter((it) => !madeByTheCaller.includes(it)).toSorted(),
    )
    for (const it of madeByTheCaller) expect(fields).toContain(it)
  })

  it.each(Object.entries(crossings))('%s: is as good as none', async (field, crossing) => {
    const name = field.split(' ')[0] as EndpointName
    const { caller, session } = callerOf(crossing)
    const { own } = ground.sides
    const at: At = { server, side: own, holder: own.first, caller, absent: false, mine: true }
    const base = await exampleOf(name)(at)
    const before = await snapshot(server)
    const answers: Record<string, unknown> = {}
    for (const [whose, things] of Object.entries(foreign)) {
      if (whose === 'household' && !crossing.household) continue
      const answer = await server.call(name, { ...crossing.ask(base, things), by: session })
      const { request: _request, ...said } = answer.json<Record<string, unknown>>()
      answers[whose] = said
      if (crossing.expected === 'nothing') {
        expect([whose, answer.statusCode, said['items'] ?? []]).toEqual([whose, 200, []])
      } else {
        const code = crossing.expected
        expect([whose, answer.statusCode, said['code']]).toEqual([whose, refusals[code], code])
      }
    }
    for (const said of Object.values(answers)) expect(said).toEqual(answers['absent'])
    expect(await snapshot(server)).toEqual(before)
  })

  it('does not let a manager of one community end the appointment of somebody who works in another', async () => {
    const { own, stranger, sibling } = ground.sides
    const before = await snapshot(server)
    for (const { staff } of [stranger, sibling]) {
      const asking = {
        params: { communityId: own.communityId, accountId: staff.worker.accountId },
        by: own.staff.manager,
      }
      expect(await server.refused('endAppointment', asking)).toMatchObject({ code: 'not_found' })
    }
    expect(await snapshot(server)).toEqual(before)
  })

  it('does not turn a report into somebody else’s when it comes under the id of theirs', async () => {
    const { own, stranger } = ground.sides
    const id = v7()
    const theirs = { id, kind: 'repair', text: `${stranger.mark}漏水` }
    await server.ok('openCase', { by: stranger.owner, body: theirs })
    await server.ok('openCase', { by: own.owner, body: { id, kind: 'enquiry', text: '问物业费' } })
    const seen = await server.ok('readCase', { params: { id }, by: own.staff.agent })
    expect(seen.text).toBe('问物业费')
    const untouched = await server.ok('readCase', { params: { id }, by: stranger.staff.agent })
    expect(untouched).toMatchObject({ text: theirs.text, version: 1 })
    // In one's own community the id is taken; that is all one learns.
    const neighbour = { by: own.neighbour.resident, body: { id, kind: 'repair', text: '灯坏了' } }
    expect(await server.refused('openCase', neighbour)).toMatchObject({ code: 'key_reused' })
  })
})

function callerOf({ by }: Crossing): { caller: At['caller']; session: Session | undefined } {
  const caller = ground.caller(by)
  return { caller, session: caller.session }
}

/** One of each kind of thing, in a community that the callers have nothing to do with. */
async function thingsOf(side: Side, holder = side.first): Promise<Foreign> {
  const { communityId, ids, staff, calendars } = side
  const by = holder.resident
  const photo = await server.ok('uploadFile', {
    by,
    body: await picture(),
    headers: { 'content-type': 'image/png' },
  })
  const id = v7()
  await server.ok('openCase', { by, body: { id, kind: 'repair', text: '漏水', placeId: holder.homeId } })
  await server.ok('assignCase', {
    params: { id },
    by: staff.agent,
    body: { assigneeId: staff.worker.accountId },
  })
  await server.ok('replyToCase', { params: { id }, by: staff.agent, body: { text: '马上来' } })
  const told = await server.ok('listNotifications', { by })
  const shiftId = v7()
  await server.ok('addShift', {
    params: { communityId },
    by: staff.manager,
    body: { id: shiftId, name: `班${shiftId.slice(-12)}`, from: '08:00', until: '20:00', weekdays: [1] },
  })
  const procedureId = v7()
  const step = { key: 'look', title: words('看'), hint: words(''), role: 'engineering', evidence: 'tick' }
  await server.ok('publishProcedure', {
    params: { communityId },
    by: staff.manager,
    body: {
      procedureId,
      expectedVersion: 0,
      name: words('查看'),
      purpose: words(''),
      kinds: [],
      placeKinds: [],
      words: [],
      steps: [step],
    },
  })
  const orderId = v7()
  await server.ok('openWorkOrder', { params: { id }, by: staff.agent, body: { id: orderId, procedureId } })
  const entry = await server.ok('recordStep', {
    params: { id: orderId },
    by: staff.agent,
    body: { step: 'look', kind: 'done' },
  })
  await server.ok('makeQuote', {
    params: { id },
    by: staff.agent,
    body: { lines: [{ item: '角阀', quantity: 1000, unit: '只', unitPrice: 3500 }], expectedVersion: 0 },
  })
  const { quotes } = await server.ok('readCaseWork', { params: { id }, by: staff.agent })
  return {
    communityId,
    placeId: holder.homeId,
    buildingId: ids.building,
    personId: by.personId,
    accountId: staff.worker.accountId,
    calendarId: calendars.night,
    photoId: photo.id,
    caseId: id,
    notificationId: told.items[0]?.id ?? '',
    shiftId,
    procedureId,
    entryId: entry.id,
    quoteId: quotes[0]?.id ?? '',
  }
}

const words = (zh: string) => ({ 'zh-Hans': zh, en: '' })
