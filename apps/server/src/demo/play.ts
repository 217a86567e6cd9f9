import {
  acceptCase,
  addCoHandler,
  answerHandOver,
  appealCase,
  appointOnCase,
  arriveOnCase,
  assignCase,
  callBackOnCase,
  cancelCase,
  confirmCase,
  declineCase,
  disputeCase,
  giveQuoteAnswer,
  handOver,
  keepPromise,
  makeQuote,
  mergeCase,
  newestQuote,
  noteOnCase,
  openCase,
  openWorkOrder,
  openPromise,
  pauseCase,
  rateCase,
  recordStep,
  rejectCase,
  replyToCase,
  resolveCase,
  resumeCase,
  returnResult,
  ruleDispute,
  ruleOnAppeal,
  supplementCase,
  urgeCase,
  wakeCase,
} from '#modules/cases'
import type { Actor, Context } from '#platform/context'
import { systemContext } from '#platform/context'
import type { Database, Tx } from '#platform/database'
import { instantText } from '@zhanggui/rules'
import type { Act } from './act.ts'
import { escalateUntil } from './escalate.ts'
import { demoCommunityId, demoOrganizationId } from './ids.ts'
import type { DemoPerson } from './people.ts'
import type { DemoStaff } from './staff.ts'

/** The accounts of residents who use the app, by person. */
export type Accounts = ReadonlyMap<string, string>

/**
 * Lets one transaction serve for all: whoever asks for one is handed the one that is open. So a year of acts is
 * written in a minute's part, and is there whole or not at all.
 */
export function within(tx: Tx): Database {
  return {
    house: tx,
    query: () => Promise.reject(new Error('nothing here is counted or limited')),
    transaction: (_communities, work) => work(tx),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }
}

/** Does what an act says, by the same action that serves the page, at the act's instant. */
export async function play(database: Database, accounts: Accounts, act: Act): Promise<void> {
  const { deed, of } = act
  const now = instantText(act.at)
  if (act.by === 'timer') {
    await wakeCase(database, { communityId: demoCommunityId, caseId: of.id }, now)
    return
  }
  // A danger that nobody answers in time is told to those above before anything else happens to it.
  if (of.urgency === 'danger' && deed.do !== 'open') await escalateUntil(database, of.id, now)
  const context = contextOf(database, accounts, act, now)
  switch (deed.do) {
    case 'open': {
      const { reporter, newcomer, placeId } = of
      const byStaff = act.by === 'visitor' || 'staff' in act.by
      const known = reporter ? { personId: reporter.id } : (newcomer ?? undefined)
      await openCase(context, {
        id: of.id,
        kind: of.kind,
        text: of.text,
        urgency: of.urgency,
        ...(placeId === null ? { communityId: demoCommunityId } : { placeId }),
        ...(byStaff && known ? { onBehalfOf: known } : {}),
        photos: deed.photos.map((it) => it.id),
      })
      return
    }
    case 'accept':
      return void (await acceptCase(context, of.id, {}))
    case 'resume':
      return void (await resumeCase(context, of.id, {}))
    case 'confirm':
      return void (await confirmCase(context, of.id, {}))
    case 'assign':
      return void (await assignCase(context, of.id, { assigneeId: deed.to.id, note: deed.note }))
    case 'reply': {
      const { promise, noPromise } = deed
      return void (await replyToCase(context, of.id, {
        ...wordsOf(deed),
        ...(noPromise ? { noPromise } : {}),
        ...(promise
          ? {
              promise: {
                what: promise.what,
                evidence: promise.evidence,
                by: instantText(promise.due),
                ...(promise.who ? { staffId: promise.who.id } : {}),
              },
            }
          : {}),
      }))
    }
    case 'promise': {
      const promiseId = await openPromise(context, of.id)
      if (promiseId === undefined) return
      return void (await keepPromise(context, { id: of.id, promiseId }, { reference: deed.reference }))
    }
    case 'note':
      return void (await noteOnCase(context, of.id, wordsOf(deed)))
    case 'supplement':
      return void (await supplementCase(context, of.id, wordsOf(deed)))
    case 'pause':
      return void (await pauseCase(context, of.id, {
        reason: deed.reason,
        resumeAt: instantText(deed.until),
        text: deed.text,
      }))
    case 'resolve':
      return void (await resolveCase(context, of.id, {
        ...wordsOf(deed),
        ...(deed.noPhotoReason === undefined ? {} : { noPhotoReason: deed.noPhotoReason }),
      }))
    case 'reject':
      return void (await rejectCase(context, of.id, {
        reason: deed.text,
        photos: deed.photos.map((it) => it.id),
      }))
    case 'rate':
      return void (await rateCase(context, of.id, { rating: deed.rating, comment: deed.comment }))
    case 'decline':
      return void (await declineCase(context, of.id, { text: deed.text }))
    case 'cancel':
      return void (await cancelCase(context, of.id, { reason: deed.text }))
    case 'errand':
      return void (await openWorkOrder(context, of.id, { id: deed.id, procedureId: deed.procedureId }))
    case 'tick':
      return void (await recordStep(context, deed.order, {
        step: deed.step,
        kind: deed.passed === undefined ? 'done' : 'passed',
        ...(deed.passed === undefined ? {} : { note: deed.passed }),
        ...(deed.reading === undefined ? {} : { reading: deed.reading }),
        ...(deed.material === undefined
          ? {}
          : { materials: [{ name: deed.material, quantity: 1000, unit: '件' }] }),
        photos: deed.photos.map((it) => it.id),
      }))
    case 'arrive':
      return void (await arriveOnCase(context, of.id, { text: deed.text }))
    case 'appoint':
      return void (await appointOnCase(context, of.id, {
        from: instantText(deed.from),
        to: instantText(deed.to),
        byResident: deed.byResident,
        text: deed.text,
      }))
    case 'call-back':
      return void (await callBackOnCase(context, of.id, { outcome: deed.outcome, text: deed.text }))
    case 'appeal':
      return void (await appealCase(context, of.id, { reason: deed.text }))
    case 'rule':
      return void (await ruleOnAppeal(context, of.id, { ruling: deed.ruling, reason: deed.reason }))
    case 'urge':
      return void (await urgeCase(context, of.id, { text: deed.text }))
    case 'merge':
      return void (await mergeCase(context, of.id, { intoId: deed.into }))
    case 'hand-over':
      return void (await handOver(context, of.id, { toId: deed.to.id, note: deed.note }))
    case 'answer-hand-over':
      return void (await answerHandOver(context, of.id, { answer: deed.answer, reason: deed.reason }))
    case 'ask-help':
      return void (await addCoHandler(context, of.id, { team: deed.team, asked: deed.text, hours: 4 }))
    case 'report-help':
      return void (await returnResult(context, of.id, { team: deed.team, result: deed.text }))
    case 'dispute':
      return void (await disputeCase(context, of.id, { proposedTeam: deed.team, reason: deed.text }))
    case 'settle-dispute':
      return void (await ruleDispute(context, of.id, { ruling: 'dismissed', words: deed.text }))
    case 'quote':
      return void (await makeQuote(context, of.id, {
        lines: [...deed.lines],
        expectedVersion: deed.version,
      }))
    case 'answer-quote': {
      const quoteId = await newestQuote(context, of.id)
      if (quoteId === undefined) return
      return void (await giveQuoteAnswer(context, of.id, {
        quoteId,
        answer: deed.answer,
        reason: deed.reason,
      }))
    }
    case 'wake':
      throw new Error('only the timer wakes a case')
  }
}

const wordsOf = (it: { text: string; photos: { id: string }[] }) => ({
  text: it.text,
  photos: it.photos.map((one) => one.id),
})

function contextOf(database: Database, accounts: Accounts, act: Act, now: string): Context {
  const base = systemContext(database, now, [demoCommunityId])
  if (act.by === 'timer') return base
  if (act.by === 'visitor') return { ...base, actor: visitor }
  if ('staff' in act.by) return { ...base, actor: staffActor(act.by.staff) }
  const account = accounts.get(act.by.resident.id)
  if (account === undefined) throw new Error('a resident without an account can not act')
  return { ...base, actor: residentActor(act.by.resident, account) }
}

// Whoever stands before a QR code: no account, and within the community all that a report and its link allow.
const visitor: Actor = {
  kind: 'anonymous',
  accountId: null,
  sessionId: null,
  name: '',
  organizationId: null,
  reach: [{ communityId: demoCommunityId, roles: ['family'], team: null, personIds: [] }],
}

export function staffActor(it: DemoStaff): Actor {
  return {
    kind: 'staff',
    accountId: it.id,
    sessionId: it.id,
    name: it.name,
    organizationId: demoOrganizationId,
    reach: [{ communityId: demoCommunityId, roles: [it.role], team: it.team, personIds: [] }],
  }
}

function residentActor(it: DemoPerson, accountId: string): Actor {
  return {
    kind: 'resident',
    accountId,
    sessionId: accountId,
    name: it.name,
    organizationId: null,
    reach: [{ communityId: demoCommunityId, roles: ['owner'], team: null, personIds: [it.id] }],
  }
}
