import { createHash } from 'node:crypto'
import { placeById } from '#modules/estate'
import { recordInteraction } from '#modules/messaging'
import { addPersonTx, homesOfPersons, personById } from '#modules/people'
import type { CaseReceipt, openCase as shape } from '@zhanggui/contract'
import { dateIn, epochSeconds } from '@zhanggui/rules'
import { emergencyIn } from '@zhanggui/rules/danger'
import type { Emergency } from '@zhanggui/rules/danger'
import { readReport } from '@zhanggui/rules/triage'
import { v7 } from 'uuid'
import type * as z from 'zod'
import { communitiesAllowing } from '#platform/context'
import type { Act, Context } from '#platform/context'
import { nobody } from '#platform/context'
import { brokenConstraint } from '#platform/database'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { clockRows, clocksOf, dueOf } from '../clocks.ts'
import { escalateAtOf, escalationOf } from '../escalation.ts'
import { attachPhotos, insertCase } from '../store.ts'
import { termsNow } from '../terms.ts'
import { raiseAlarm } from './raise-alarm.ts'

type Input = z.output<typeof shape>
export type Reporter = { id: string; name: string } | null
export type Where = {
  communityId: string
  id: string
  kind: 'building' | 'entrance' | 'home' | 'common'
  label: string
}

/**
 * Opens a case. A resident reports on a home of theirs or on a common place; the desk reports for somebody, who
 * may be new to the archive. The case's id is the act's key unless the caller sent one: the same report sent
 * twice is one case. Refused: a place or person out of reach, photos that are not the caller's own.
 */
export async function openCase(context: Context, input: Input): Promise<CaseReceipt> {
  const communities = communitiesAllowing(context, 'case.open')
  return openOnce(context, communities, async (tx) => {
    const who =
      context.actor.kind === 'resident'
        ? await residentReports(context, tx, input)
        : await deskReports(context, tx, input, communities)
    return saveCase(context, tx, input, who)
  })
}

/** This very report arrived before: whatever its repeat wrote is to be taken back, the receipt given again. */
class OpenedBefore extends Error {
  readonly receipt: CaseReceipt
  constructor(receipt: CaseReceipt) {
    super('opened before')
    this.receipt = receipt
  }
}

/** Opens a case in a transaction of its own, of which nothing is kept when the report had arrived before. */
export async function openOnce(
  context: Context,
  communities: readonly string[],
  work: (tx: Tx) => Promise<CaseReceipt>,
): Promise<CaseReceipt> {
  try {
    return await context.database.transaction(communities, work)
  } catch (error) {
    if (error instanceof OpenedBefore) return error.receipt
    throw error
  }
}

/** The report's own id is its key when the caller sent none; its words tell a repeat from another report. */
const actOf = (context: Context, input: { id: string }): Act =>
  context.act ?? {
    key: input.id,
    endpoint: 'openCase',
    fingerprint: createHash('sha256').update(JSON.stringify(input)).digest(),
  }

type Reporting = { communityId: string; place: Where | null; reporter: Reporter }

async function residentReports(context: Context, tx: Tx, input: Input): Promise<Reporting> {
  if (input.onBehalfOf) throw refuseField('onBehalfOf', 'unknown_field')
  const reaches = context.actor.reach
  const homes = await Promise.all(
    reaches.map(async (reach) => ({
      reach,
      homes: await homesOfPersons(tx, reach.communityId, reach.personIds),
    })),
  )
  const place =
    input.placeId === undefined
      ? undefined
      : await placeById(
          tx,
          reaches.map((it) => it.communityId),
          input.placeId,
        )
  if (input.placeId !== undefined && !place) throw refuseField('placeId', 'invalid', 'place_unknown')
  const home = homes
    .filter(
      ({ reach }) =>
        (place ?? input).communityId === undefined || reach.communityId === (place ?? input).communityId,
    )
    .flatMap((it) => it.homes.map((home) => ({ ...home, reach: it.reach })))
    .find((it) => place?.kind !== 'home' || it.homeId === place.id)
  // A home that is not theirs looks like one that does not exist.
  if (!home) throw refuseField('placeId', 'invalid', 'place_unknown')
  const { reach } = home
  const where: Where = place ?? {
    communityId: reach.communityId,
    id: home.homeId,
    kind: 'home',
    label: home.label,
  }
  return {
    communityId: reach.communityId,
    place: where,
    reporter: { id: home.personId, name: home.name },
  }
}

async function deskReports(
  context: Context,
  tx: Tx,
  input: Input,
  communities: string[],
): Promise<Reporting> {
  const place = input.placeId === undefined ? undefined : await placeById(tx, communities, input.placeId)
  if (input.placeId !== undefined && !place) throw refuseField('placeId', 'invalid', 'place_unknown')
  const communityId = place?.communityId ?? input.communityId ?? communities[0]
  if (communityId === undefined || !communities.includes(communityId))
    throw refuseField('communityId', 'invalid')
  const { onBehalfOf } = input
  let reporter: Reporter = null
  if (onBehalfOf?.personId !== undefined) {
    const person = await personById(tx, [communityId], onBehalfOf.personId)
    if (!person) throw refuseField('onBehalfOf.personId', 'invalid', 'person_unknown')
    reporter = { id: person.id, name: person.name }
  } else if (onBehalfOf?.name !== undefined || onBehalfOf?.phone !== undefined) {
    reporter = await newcomer(context, tx, communityId, onBehalfOf)
  }
  return { communityId, place: place ?? null, reporter }
}

/** Somebody the archive does not know: kept as a person without a home, never matched by phone alone. */
export async function newcomer(
  context: Context,
  tx: Tx,
  communityId: string,
  it: { name?: string | undefined; phone?: string | undefined },
): Promise<{ id: string; name: string }> {
  const id = v7()
  const name = it.name ?? '未留姓名'
  await addPersonTx(tx, communityId, { id, name, phone: it.phone ?? null, note: '' }, context.now)
  return { id, name }
}

/** Writes the case of an anonymous, resident or desk report. The transaction must reach the community. */
export async function saveCase(
  context: Context,
  tx: Tx,
  input: Pick<Input, 'id' | 'kind' | 'text' | 'urgency' | 'photos'>,
  it: Reporting,
): Promise<CaseReceipt> {
  const { actor, now } = context
  const act = actOf(context, input)
  const danger = dangerOf(input)
  // Words may raise it, never lower it.
  const urgency = danger === undefined ? (input.urgency ?? 'normal') : 'danger'
  const alarm = urgency === 'danger' ? ('raised' as const) : null
  const photos = input.photos ?? []
  const staff = actor.kind === 'staff'
  const channel = staff ? 'counter' : actor.kind === 'resident' ? 'app' : 'qr'
  const terms = await termsNow(tx, it.communityId, input.kind, urgency)
  const said = readReport(input.text)
  // What the words pointed to is noted beside what was decided: from that the desk's suggestions learn.
  const suggested = { kind: said.kind, urgency: said.urgency, concept: said.main }
  const detail = {
    terms,
    liveContact: staff,
    kind: input.kind,
    urgency,
    suggested,
    ...(danger ? { danger } : {}),
  }
  const actorKind = staff ? ('staff' as const) : ('resident' as const)
  const history = [{ seq: 1, kind: 'opened' as const, occurredAt: now, actorKind, detail }]
  const derived = await clocksOf(tx, it.communityId, history, now)
  const { clocks } = derived
  const stands = { status: 'new', urgency, cycle: 1, resume_at: null, alarm } as const
  const eventId = v7()
  const opened = await insertCase(
    tx,
    {
      communityId: it.communityId,
      id: input.id,
      kind: input.kind,
      urgency,
      channel,
      text: input.text,
      concept: said.main ?? null,
      place: it.place,
      personId: it.reporter?.id ?? null,
      reporterName: it.reporter?.name ?? null,
      tracker: staff ? { id: actor.accountId, name: actor.name } : null,
      policyVersionId: terms.policyVersionId,
      receivedAt: now,
      due: dueOf(clocks),
      clocks: clockRows(clocks),
      escalateAt: escalateAtOf(stands, escalationOf(stands, history, derived, now), now),
      alarm,
      period: periodOf(now),
      event: {
        id: eventId,
        kind: 'opened',
        occurredAt: now,
        actorKind,
        actorId: actor.accountId,
        actorName: staff ? actor.name : (it.reporter?.name ?? null),
        channel,
        interactionId: eventId,
        text: input.text,
        photos,
        internal: false,
        detail,
      },
    },
    act,
    actor.accountId,
  ).catch((error: unknown) => {
    // The id belongs to another case already: somebody else's, or another report of the caller's.
    if (brokenConstraint(error) === 'case_pkey') throw new Refusal('key_reused')
    throw error
  })
  if (!opened) throw new OpenedBefore(await receiptBefore(context, tx, it.communityId, act, input.id))
  await recordInteraction(tx, {
    communityId: it.communityId,
    id: eventId,
    channel,
    direction: 'in',
    externalId: input.id,
    subjectId: input.id,
    personId: it.reporter?.id ?? null,
    accountId: actor.accountId,
    text: input.text,
    photos,
    occurredAt: now,
  })
  const attached = await attachPhotos(tx, {
    communityId: it.communityId,
    caseId: input.id,
    photos,
    uploadedBy: actor.accountId,
    internal: false,
  })
  if (!attached) throw new Refusal('photo_unknown', { fields: [{ path: 'photos', problem: 'invalid' }] })
  if (alarm) {
    const { communityId } = it
    await raiseAlarm(tx, { communityId, caseId: input.id, number: opened.number, text: input.text, at: now })
  }
  return { id: input.id, number: opened.number, status: 'new', version: 1, at: now }
}

/** What danger the words speak of, where somebody reports something wrong; praise and suggestions call nobody out. */
function dangerOf(input: Pick<Input, 'kind' | 'text'>): Emergency | undefined {
  return input.kind === 'praise' || input.kind === 'suggestion' ? undefined : emergencyIn(input.text)
}

/** The receipt of a report that had arrived before, just as it was given then. */
async function receiptBefore(
  context: Context,
  tx: Tx,
  communityId: string,
  act: Act,
  id: string,
): Promise<CaseReceipt> {
  const before = await tx
    .selectFrom('platform.act')
    .select('fingerprint')
    .where('account_id', '=', context.actor.accountId ?? nobody)
    .where('key', '=', act.key)
    .executeTakeFirst()
  if (!before?.fingerprint.equals(act.fingerprint)) throw new Refusal('key_reused')
  const row = await tx
    .selectFrom('cases.case')
    .select(['number', 'received_at'])
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('key_reused')
  return { id, number: row.number, status: 'new', version: 1, at: row.received_at }
}

/** Months are China's: numbers start anew at midnight there, whatever zone the server keeps. */
function periodOf(now: string): string {
  const date = dateIn('Asia/Shanghai', epochSeconds(now))
  return date.slice(2, 4) + date.slice(5, 7)
}
