import { endpoints } from '@zhanggui/contract'
import type { CaseStatus, EndpointName } from '@zhanggui/contract'
import { generateSync } from 'otplib'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { escalateCase } from '../../src/modules/cases/index.ts'
import { addPlacesTx } from '../../src/modules/estate/index.ts'
import { addPersonTx, addResidencyTx } from '../../src/modules/people/index.ts'
import { buildStaff } from '../harness/builders.ts'
import type { BuiltStaff } from '../harness/builders.ts'
import type { Asking, Session, TestServer } from '../harness/server.ts'
import { freshSession, password } from './ground.ts'
import type { Caller, Holder, Side } from './ground.ts'
import { dispatchExamples } from './dispatch-examples.ts'
import { dutyExamples } from './duty-examples.ts'

/** Where the object of a request is to be found, whose it is, and who asks for it. */
export type At = {
  server: TestServer
  side: Side
  holder: Holder
  caller: Caller
  /** The request names something that is not there. */
  absent: boolean
  /** The object is the caller's own (or nobody's in particular), not another household's. */
  mine: boolean
}

export type Example<N extends EndpointName> = (at: At) => Promise<Asking<N>> | Asking<N>

const everyDay = [{ from: '00:00', to: '24:00' }]
const week = { 1: everyDay, 2: everyDay, 3: everyDay, 4: everyDay, 5: everyDay, 6: everyDay, 7: everyDay }
let serial = 0
const unique = (): number => (serial += 1)

/**
 * One request for every endpoint, each time on an object of its own in the state that the endpoint works on, so that
 * nothing but the right to it decides. An endpoint without one does not compile.
 */
const aYear = { from: '2026-01-01', to: '2026-12-31' }

export const examples = {
  me: () => ({}),
  demoSignIn: () => ({ body: { role: 'agent' } }),
  staffSignIn: async (at) => ({
    by: await freshSession(at.server, at.caller),
    body: { login: at.absent ? 'nobody-here' : at.side.door.login, password },
  }),
  requestCode: (at) => ({ body: { phone: at.holder.resident.phone } }),
  residentSignIn: async (at) => {
    const { phone, personId } = at.holder.resident
    const { code } = await at.server.ok('issueSignInCode', {
      params: { id: personId },
      by: at.side.staff.agent,
    })
    return { by: await freshSession(at.server, at.caller), body: { phone, code } }
  },
  signOut: async (at) => ({ by: await freshSession(at.server, at.caller) }),
  setPreferences: () => ({ body: { locale: 'zh-Hans' } }),
  listSessions: () => ({}),
  revokeSession: async (at) => {
    const whose = at.mine ? at.caller.session : at.holder.resident
    if (at.absent || !whose || !at.caller.live) return { params: { id: v7() } }
    const { items } = await at.server.ok('listSessions', { by: whose })
    if (!at.mine) return { params: { id: items[0]?.id ?? '' } }
    const by = await freshSession(at.server, at.caller)
    const mine = await at.server.ok('listSessions', { by })
    return { by, params: { id: mine.items.find((it) => it.current)?.id ?? '' } }
  },
  changePassword: async (at) => ({
    by: await twin(at),
    body: { current: password, next: 'Yi-Shan-Yi-Shui-Ji' },
  }),
  startTotp: async (at) => ({ by: await twin(at) }),
  confirmTotp: async (at) => {
    const by = await twin(at)
    if (!by || at.caller.kind !== 'staff') return { by, body: { code: '123456' } }
    const { secret } = await at.server.ok('startTotp', { by })
    return { by, body: { code: generateSync({ secret, epoch: Date.parse(at.server.clock.now()) / 1000 }) } }
  },
  removeTotp: async (at) => ({ by: await twin(at), body: { password } }),
  listMyAccess: () => ({}),
  listStaff: (at) => ({ params: communityOf(at) }),
  inviteStaff: (at) => ({ params: communityOf(at), body: invitation() }),
  endAppointment: async (at) => {
    if (at.absent) return { params: { communityId: at.side.communityId, accountId: v7() } }
    const { accountId } = await buildStaff(at.server, { ...at.side, role: 'worker' })
    return { params: { communityId: at.side.communityId, accountId } }
  },
  readInvitation: async (at) => ({ body: { token: await invitationToken(at) } }),
  acceptInvitation: async (at) => ({
    by: await freshSession(at.server, at.caller),
    body: { token: await invitationToken(at), password },
  }),

  listCommunities: () => ({}),
  readChart: (at) => ({ params: communityOf(at) }),
  listPlaces: (at) => ({ params: communityOf(at), query: { limit: 500 } }),
  addPlace: (at) => ({
    params: communityOf(at),
    body: { id: v7(), kind: 'common', parentId: null, name: `凉亭${unique()}` },
  }),
  changePlace: async (at) => ({
    params: { id: await placeIn(at) },
    body: { expectedVersion: 1, name: `亭子${unique()}` },
  }),
  makePlaceCode: async (at) => ({ params: { id: await placeIn(at) } }),
  showPlaceCode: async (at) => {
    const id = await placeIn(at)
    if (!at.absent) await at.server.ok('makePlaceCode', { params: { id }, by: at.side.staff.manager })
    return { params: { id } }
  },
  listCalendars: (at) => ({ params: communityOf(at) }),
  publishCalendar: (at) => ({
    params: communityOf(at),
    body: {
      name: `日历${unique()}`,
      timeZone: 'Asia/Shanghai',
      publicHolidays: 'none',
      weekly: week,
      overrides: [],
    },
  }),

  search: (at) => ({ params: communityOf(at), query: { q: '1' } }),
  readHome: (at) => ({ params: { id: at.absent ? v7() : at.holder.homeId } }),
  listPeople: (at) => ({ params: communityOf(at) }),
  readPerson: (at) => ({ params: { id: personOf(at) } }),
  addPerson: (at) => ({ params: communityOf(at), body: { id: v7(), name: '周新人' } }),
  changePerson: async (at) => ({
    params: { id: await newcomer(at) },
    body: { expectedVersion: 1, note: '改过' },
  }),
  revealContact: (at) => ({ params: { id: personOf(at) }, body: { purpose: 'call-back' } }),
  addResidency: async (at) => ({
    params: { id: await newcomer(at) },
    body: { id: v7(), homeId: at.holder.homeId, role: 'tenant' },
  }),
  endResidency: async (at) => {
    if (at.absent) return { params: { id: v7() }, body: { until: today(at) } }
    const personId = await newcomer(at)
    const id = v7()
    await at.server.database.transaction([at.side.communityId], (tx) =>
      addResidencyTx(
        tx,
        at.side.communityId,
        { id, personId, homeId: at.holder.homeId, role: 'tenant', since: null },
        at.server.clock.now(),
      ),
    )
    return { params: { id }, body: { until: today(at) } }
  },
  recordConsent: (at) => ({ params: { id: personOf(at) }, body: { kind: 'contact', given: true } }),
  issueSignInCode: (at) => ({ params: { id: personOf(at) } }),
  previewRoster: (at) => ({
    params: communityOf(at),
    query: { fileName: '住户.csv' },
    body: roster(at),
    headers: { 'content-type': 'text/csv' },
  }),
  readRoster: async (at) => ({ params: { id: await rosterIn(at) } }),
  applyRoster: async (at) => ({ params: { id: await rosterIn(at) }, body: { mode: 'good-rows' } }),
  listMyHomes: () => ({}),

  uploadFile: async () => ({ body: await picture(), headers: { 'content-type': 'image/png' } }),
  readFile: async (at) => ({ params: { id: at.absent ? v7() : await photoOfCase(at) } }),
  uploadPublicFile: async (at) => ({
    query: { token: await placeToken(at) },
    body: await picture(),
    headers: { 'content-type': 'image/png' },
  }),
  listNotifications: () => ({}),
  markNotificationsRead: () => ({ body: { ids: [v7()] } }),

  readEmergency: (at) => ({ params: communityOf(at) }),
  openCase: (at) => ({
    body: {
      id: v7(),
      kind: 'repair',
      text: '水管漏水',
      placeId: at.absent ? v7() : at.holder.homeId,
    },
  }),
  suggestCase: (at) => ({
    body: { text: '水管漏水', placeId: at.absent ? v7() : at.holder.homeId },
  }),
  followCase: async (at) => ({ params: { id: await caseIn(at, 'new') } }),
  mergeCase: async (at) => ({
    params: { id: await caseIn(at, 'new') },
    body: { intoId: await caseIn(at, 'new') },
  }),
  unmergeCase: async (at) => {
    const id = await caseIn(at, 'new')
    if (at.absent) return { params: { id } }
    const intoId = await caseIn(at, 'new')
    await at.server.ok('mergeCase', { params: { id }, by: at.side.staff.agent, body: { intoId } })
    return { params: { id } }
  },
  relateCase: async (at) => ({
    params: { id: await caseIn(at, 'new') },
    body: { otherId: await caseIn(at, 'new') },
  }),
  urgeCase: async (at) => ({ params: { id: await caseIn(at, 'new') } }),
  readTriage: (at) => ({ params: communityOf(at) }),
  listCases: () => ({ query: { limit: 100 } }),
  countCases: () => ({}),
  readCase: async (at) => ({ params: { id: await caseIn(at, 'new') } }),
  acceptCase: async (at) => ({ params: { id: await caseIn(at, 'new') } }),
  assignCase: async (at) => ({
    params: { id: await caseIn(at, 'new') },
    body: { assigneeId: at.side.staff.worker.accountId },
  }),
  replyToCase: async (at) => ({ params: { id: await caseIn(at, 'open') }, body: { text: '马上来' } }),
  noteOnCase: async (at) => ({ params: { id: await caseIn(at, 'open') }, body: { text: '看过' } }),
  supplementCase: async (at) => ({ params: { id: await caseIn(at, 'new') }, body: { text: '还在漏' } }),
  pauseCase: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: { reason: 'weather', resumeAt: inOneDay(at) },
  }),
  resumeCase: async (at) => ({ params: { id: await caseIn(at, 'paused') } }),
  resolveCase: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: { text: '修好了', noPhotoReason: '住户不便' },
  }),
  declineCase: async (at) => ({
    params: { id: await caseIn(at, 'new') },
    body: { text: '请联系供水公司' },
  }),
  confirmCase: async (at) => ({ params: { id: await caseIn(at, 'resolved') } }),
  rejectCase: async (at) => ({ params: { id: await caseIn(at, 'resolved') }, body: { reason: '又漏了' } }),
  rateCase: async (at) => ({ params: { id: await caseIn(at, 'resolved') }, body: { rating: 4 } }),
  acknowledgeCase: async (at) => ({ params: { id: await escalatedCase(at) } }),
  cancelCase: async (at) => ({ params: { id: await caseIn(at, 'new') } }),
  listPromises: () => ({ query: {} }),
  readPromiseFigures: () => ({ query: {} }),
  askReplyReview: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: { text: '我们同意赔偿' },
  }),
  decideReplyReview: async (at) => ({ params: await reviewIn(at), body: { verdict: 'agree' } }),
  keepPromise: async (at) => ({ params: await promiseIn(at), body: { reference: '上门单 0031' } }),
  withdrawPromise: async (at) => ({ params: await promiseIn(at), body: { reason: '住户已自行处理' } }),
  askPromiseChange: async (at) => ({
    params: await promiseIn(at),
    body: { reason: '配件明天到', by: inDays(at, 2) },
  }),
  decidePromiseChange: async (at) => ({
    params: await promiseIn(at, 'asked'),
    body: { verdict: 'approve' },
  }),
  answerPromiseChange: async (at) => ({
    params: await promiseIn(at, 'offered'),
    body: { answer: 'agree' },
  }),
  arriveOnCase: async (at) => ({ params: { id: await caseIn(at, 'open') } }),
  appointOnCase: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: {
      from: inOneDay(at),
      to: inOneDay(at)
        .replace(/\.\d+Z$/, '.999Z')
        .replace(/:\d\d\./, ':59.'),
    },
  }),
  callBackOnCase: async (at) => ({
    params: { id: await resolvedByWorker(at) },
    body: { outcome: 'unreached' },
  }),
  reclassifyCase: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: { urgency: 'urgent', reason: '水已经漫到客厅' },
  }),
  reopenCase: async (at) => ({
    params: { id: await caseIn(at, 'resolved') },
    body: { reason: '复查还在渗' },
  }),
  appealCase: async (at) => ({ params: { id: await closedCase(at) }, body: { reason: '没有修好就办结了' } }),
  ruleOnAppeal: async (at) => {
    const id = await closedCase(at)
    if (!at.absent) {
      const by = at.holder.resident
      await at.server.ok('appealCase', { params: { id }, by, body: { reason: '没有修好就办结了' } })
    }
    return { params: { id }, body: { ruling: 'rejected', reason: '现场看过，已经修好' } }
  },
  listPolicies: (at) => ({ params: communityOf(at) }),
  publishPolicy: async (at) => {
    const { communityId, calendars, staff } = at.side
    const { items } = await at.server.ok('listPolicies', { params: { communityId }, by: staff.manager })
    const target = { seconds: 3600, calendarId: calendars.night }
    return {
      params: communityOf(at),
      body: {
        name: '服务时限',
        basis: '合同',
        expectedVersion: items[0]?.version ?? 0,
        reopenPercent: 50,
        reopenFloorSeconds: 7200,
        rules: [
          { kinds: [], urgencies: [], targets: { accept: target, first_response: target, resolve: target } },
        ],
      },
    }
  },
  listProcedures: (at) => ({ params: communityOf(at) }),
  readProcedure: async (at) => ({ params: { ...communityOf(at), procedureId: await procedureIn(at) } }),
  publishProcedure: (at) => ({ params: communityOf(at), body: procedure() }),
  readCaseWork: async (at) => ({ params: { id: await caseIn(at, 'open') } }),
  openWorkOrder: async (at) => ({
    params: { id: await caseIn(at, 'open') },
    body: { id: v7(), procedureId: await procedureIn(at) },
  }),
  recordStep: async (at) => ({ params: { id: await orderIn(at) }, body: { step: 'look', kind: 'done' } }),
  finishWorkOrder: async (at) => ({ params: { id: await orderIn(at, 'look') }, body: {} }),
  makeQuote: async (at) => ({ params: { id: await caseIn(at, 'open') }, body: offer() }),
  answerQuote: async (at) => {
    const id = await caseIn(at, 'open')
    if (at.absent) return { params: { id }, body: { quoteId: v7(), answer: 'agreed' } }
    const by = at.side.staff.dispatcher
    await at.server.ok('makeQuote', { params: { id }, by, body: offer() })
    const { quotes } = await at.server.ok('readCaseWork', { params: { id }, by })
    return { params: { id }, body: { quoteId: quotes[0]?.id ?? '', answer: 'agreed' } }
  },
  dropWorkOrder: async (at) => ({ params: { id: await orderIn(at) }, body: { reason: '改由厂家处理' } }),
  readPlaceCode: async (at) => ({ body: { token: await placeToken(at) } }),
  openPublicCase: async (at) => ({
    body: { id: v7(), token: await placeToken(at), kind: 'repair', text: '路灯不亮' },
  }),
  readPublicCase: async (at) => ({ body: { secret: await secretOf(at, 'new') } }),
  supplementPublicCase: async (at) => ({
    body: { id: v7(), secret: await secretOf(at, 'new'), text: '还是不亮' },
  }),
  answerPublicCase: async (at) => ({
    body: { id: v7(), secret: await secretOf(at, 'resolved'), answer: 'confirm' },
  }),
  ...dutyExamples,
  readToday: (at) => ({ params: communityOf(at) }),
  readFigures: (at) => ({ params: communityOf(at), query: { ...aYear, by: 'kind' } }),
  listFigureCases: (at) => ({
    params: communityOf(at),
    query: { ...aYear, metric: 'response', part: 'counted' },
  }),
  compareCommunities: () => ({ query: aYear }),
  ...dispatchExamples,
} satisfies { [N in EndpointName]: Example<N> }

export const exampleOf = (name: EndpointName): Example<EndpointName> =>
  examples[name] as Example<EndpointName>

const today = (at: At): string => at.server.clock.now().slice(0, 10)
const inDays = (at: At, days: number): string =>
  new Date(Date.parse(at.server.clock.now()) + days * 86_400_000).toISOString()
const inOneDay = (at: At): string => inDays(at, 1)
const communityOf = (at: At) => ({ communityId: at.absent ? v7() : at.side.communityId })
const personOf = (at: At): string => (at.absent ? v7() : at.holder.resident.personId)
const noToken = 'A'.repeat(32)

const invitation = () => ({
  name: '吴新员',
  login: `new-${unique()}`,
  roles: ['agent' as const],
  team: 'service' as const,
})

export const picture = () =>
  sharp({ create: { width: 32, height: 24, channels: 3, background: '#4b9a87' } })
    .png()
    .toBuffer()

const roster = (at: At): Buffer =>
  Buffer.from(
    `房号,姓名,手机,身份\n${at.side.mark}1栋1单元101,冯名册,1390000${String(1000 + unique())},家属\n`,
  )

/** A staff member like the caller, with a password, for requests that change the account they come by. */
async function twin(at: At): Promise<Session | undefined> {
  const { kind, roles, live, session } = at.caller
  const role = roles.own?.[0] ?? roles.sibling?.[0]
  if (kind !== 'staff' || !live || role === undefined || !(role in at.side.staff)) return session
  const like: BuiltStaff = await buildStaff(at.server, {
    ...at.side,
    role: role as keyof Side['staff'],
    password,
  })
  return like
}

async function invitationToken(at: At): Promise<string> {
  if (at.absent) return noToken
  const { communityId, staff } = at.side
  const invited = { params: { communityId }, by: staff.manager, body: invitation() }
  return (await at.server.ok('inviteStaff', invited)).token
}

async function placeIn(at: At): Promise<string> {
  if (at.absent) return v7()
  const id = v7()
  const { communityId } = at.side
  await at.server.database.transaction([communityId], (tx) =>
    addPlacesTx(
      tx,
      communityId,
      [{ id, kind: 'common', parentId: null, name: `${at.side.mark}长椅${unique()}` }],
      at.server.clock.now(),
    ),
  )
  return id
}

async function newcomer(at: At): Promise<string> {
  const id = v7()
  if (at.absent) return id
  const { communityId } = at.side
  await at.server.database.transaction([communityId], (tx) =>
    addPersonTx(tx, communityId, { id, name: `${at.holder.mark}郑某`, phone: null }, at.server.clock.now()),
  )
  return id
}

async function placeToken(at: At): Promise<string> {
  if (at.absent) return noToken
  const { ids, staff } = at.side
  return (await at.server.ok('makePlaceCode', { params: { id: ids.garden }, by: staff.manager })).token
}

async function secretOf(at: At, status: 'new' | 'resolved'): Promise<string> {
  if (at.absent) return noToken
  const { staff } = at.side
  const id = v7()
  const { secret } = await at.server.ok('openPublicCase', {
    body: { id, token: await placeToken(at), kind: 'repair', text: `${at.side.mark}路灯` },
  })
  if (status === 'resolved') await work(at, id, 'resolved', staff.agent.accountId)
  return secret
}

/** A case reported by the household, brought to a status; a worker who asks for their own is its assignee. */
export async function caseIn(
  at: At,
  status: Extract<CaseStatus, 'new' | 'open' | 'paused' | 'resolved'>,
  photos: string[] = [],
): Promise<string> {
  const id = v7()
  if (at.absent) return id
  await at.server.ok('openCase', {
    by: at.holder.resident,
    body: { id, kind: 'repair', text: `${at.holder.mark}厨房漏水`, placeId: at.holder.homeId, photos },
  })
  const mine = at.mine && at.caller.roles.own?.includes('worker') ? at.caller.accountId : undefined
  if (status !== 'new') await work(at, id, status, mine ?? at.side.staff.agent.accountId)
  return id
}

/** Done by the one worker, so that everybody else may ask how it went. */
async function resolvedByWorker(at: At): Promise<string> {
  const id = await caseIn(at, 'new')
  if (at.absent) return id
  const { dispatcher, worker } = at.side.staff
  const params = { id }
  await at.server.ok('assignCase', { params, by: dispatcher, body: { assigneeId: worker.accountId } })
  await at.server.ok('resolveCase', { params, by: worker, body: { text: '好了', noPhotoReason: '不便' } })
  return id
}

async function closedCase(at: At): Promise<string> {
  const id = await caseIn(at, 'resolved')
  if (!at.absent) await at.server.ok('confirmCase', { params: { id }, by: at.holder.resident })
  return id
}

/** A case that was told to be late. */
async function escalatedCase(at: At): Promise<string> {
  const id = await caseIn(at, 'new')
  if (at.absent) return id
  const later = new Date(Date.parse(at.server.clock.now()) + 7 * 86_400_000).toISOString()
  await escalateCase(at.server.database, { communityId: at.side.communityId, caseId: id }, later)
  return id
}

async function work(
  at: At,
  id: string,
  status: 'open' | 'paused' | 'resolved',
  assigneeId: string,
): Promise<void> {
  const params = { id }
  const by = at.side.staff.dispatcher
  await at.server.ok('assignCase', { params, by, body: { assigneeId } })
  if (status === 'paused') {
    await at.server.ok('pauseCase', { params, by, body: { reason: 'weather', resumeAt: inOneDay(at) } })
  }
  if (status === 'resolved') {
    await at.server.ok('resolveCase', { params, by, body: { text: '好了', noPhotoReason: '不便' } })
  }
}

const offer = () => ({
  expectedVersion: 0,
  lines: [{ item: '角阀', quantity: 1000, unit: '只', unitPrice: 3500 }],
})

const procedure = () => ({
  procedureId: v7(),
  expectedVersion: 0,
  name: { 'zh-Hans': `查看${unique()}`, en: '' },
  purpose: { 'zh-Hans': '', en: '' },
  kinds: [],
  placeKinds: [],
  words: [],
  steps: [
    {
      key: 'look',
      title: { 'zh-Hans': '到场查看', en: 'Look' },
      hint: { 'zh-Hans': '', en: '' },
      role: 'engineering' as const,
      evidence: 'tick' as const,
    },
  ],
})

async function procedureIn(at: At): Promise<string> {
  if (at.absent) return v7()
  const { communityId, staff } = at.side
  const asked = { params: { communityId }, by: staff.manager, body: procedure() }
  return (await at.server.ok('publishProcedure', asked)).id
}

/** A work order on a case of the household, with one of its steps done when it is named. */
async function orderIn(at: At, done?: string): Promise<string> {
  const id = v7()
  if (at.absent) return id
  const by = at.side.staff.dispatcher
  const params = { id: await caseIn(at, 'open') }
  await at.server.ok('openWorkOrder', { params, by, body: { id, procedureId: await procedureIn(at) } })
  if (done !== undefined)
    await at.server.ok('recordStep', { params: { id }, by, body: { step: done, kind: 'done' } })
  return id
}

/** A reply that the door wants to have read first. */
async function reviewIn(at: At): Promise<{ id: string; reviewId: string }> {
  const id = await caseIn(at, 'open')
  if (at.absent) return { id, reviewId: v7() }
  const by = at.side.door
  await at.server.ok('askReplyReview', { params: { id }, by, body: { text: '我们同意赔偿' } })
  const { timeline } = await at.server.ok('readCase', { params: { id }, by })
  return { id, reviewId: timeline.find((it) => it.review?.act === 'asked')?.id ?? '' }
}

/** A promise on a case of the household, made by the door; with a wish for another time, asked for or offered. */
async function promiseIn(at: At, change?: 'asked' | 'offered'): Promise<{ id: string; promiseId: string }> {
  const id = await caseIn(at, 'open')
  if (at.absent) return { id, promiseId: v7() }
  const { door, staff } = at.side
  await at.server.ok('replyToCase', {
    params: { id },
    by: door,
    body: { text: '明天上门', promise: { what: '上门查看', by: inOneDay(at), evidence: 'visit' } },
  })
  const { promises } = await at.server.ok('readCase', { params: { id }, by: door })
  const params = { id, promiseId: promises[0]?.id ?? '' }
  if (change) {
    const body = { reason: '配件明天到', by: inDays(at, 2) }
    await at.server.ok('askPromiseChange', { params, by: door, body })
  }
  if (change === 'offered') {
    const body = { verdict: 'approve' }
    await at.server.ok('decidePromiseChange', { params, by: staff.dispatcher, body })
  }
  return params
}

async function photoOfCase(at: At): Promise<string> {
  const { id } = await at.server.ok('uploadFile', {
    by: at.holder.resident,
    body: await picture(),
    headers: { 'content-type': 'image/png' },
  })
  await caseIn(at, 'new', [id])
  return id
}

async function rosterIn(at: At): Promise<string> {
  if (at.absent) return v7()
  const { communityId, staff } = at.side
  const made = await at.server.ok('previewRoster', {
    params: { communityId },
    query: { fileName: '住户.csv' },
    body: roster(at),
    headers: { 'content-type': 'text/csv' },
    by: staff.manager,
  })
  return made.id
}

/** The endpoints, in the order of the contract. */
export const endpointNames = Object.keys(endpoints) as EndpointName[]
