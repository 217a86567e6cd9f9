import { createHash, randomBytes } from 'node:crypto'
import { communityNames, placeOfCode, placeById } from '#modules/estate'
import type { openPublicCase as shape } from '@zhanggui/contract'
import type * as z from 'zod'
import { systemContext } from '#platform/context'
import type { Context } from '#platform/context'
import { change } from '#platform/context'
import { limitTries } from '#platform/limits'
import { Refusal } from '#platform/refusal'
import { caseForHouse } from '../access.ts'
import { lockFinal } from '../merged.ts'
import { timelineOf } from '../present.ts'
import { forResident, presentPromise, promisesOfCase } from '../promises.ts'
import { confirm, reject, supplement } from './answer.ts'
import { newcomer, openOnce, saveCase } from './open-case.ts'
import { emergencyPhones } from './read-emergency.ts'
import { reopenUntil } from './step.ts'

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A visitor's context: nobody's account, but able to write in the one community their code or link is of. */
function visitor(context: Context, communityId: string): Context {
  const { actor } = systemContext(context.database, context.now, [communityId])
  return { ...context, actor: { ...actor, kind: 'anonymous', name: '' } as Context['actor'] }
}

async function placeOf(context: Context, token: string) {
  const code = await placeOfCode(context.database.house, token)
  if (!code) throw new Refusal('link_invalid')
  const place = await context.database.transaction([code.communityId], (tx) =>
    placeById(tx, [code.communityId], code.placeId),
  )
  if (!place) throw new Refusal('link_invalid')
  return place
}

async function communityName(context: Context, communityId: string): Promise<string> {
  return (await communityNames(visitor(context, communityId), [communityId])).get(communityId)?.name ?? ''
}

/** Which place a QR code stands for, so that the visitor sees where they are reporting. */
export async function readPlaceCode(context: Context, token: string) {
  await limitTries(context, 'public-read', [{ key: context.address, points: 120, seconds: 600 }])
  const place = await placeOf(context, token)
  const phones = await context.database.transaction([place.communityId], (tx) =>
    emergencyPhones(tx, place.communityId),
  )
  return { community: await communityName(context, place.communityId), place: place.label, phones }
}

/**
 * A report by QR code, without an account. Answers the number and a secret link, of which only a digest is kept.
 * Limited per address and per code; the same report sent again is the same case, with a fresh link to it.
 */
export async function openPublicCase(context: Context, input: z.output<typeof shape>) {
  await limitTries(context, 'public-report', [
    { key: context.address, points: 10, seconds: 3600 },
    { key: input.token, points: 60, seconds: 3600 },
  ])
  const place = await placeOf(context, input.token)
  const by = visitor(context, place.communityId)
  const receipt = await openOnce(by, [place.communityId], async (tx) => {
    const known = input.name !== undefined || input.phone !== undefined
    const reporter = known ? await newcomer(by, tx, place.communityId, input) : null
    return saveCase(by, tx, input, { communityId: place.communityId, place, reporter })
  })
  const secret = randomBytes(24).toString('base64url')
  await context.database.house
    .insertInto('cases.follow_link')
    .values({
      secret_hash: hashOf(secret),
      community_id: place.communityId,
      case_id: receipt.id,
      made_at: context.now,
    })
    .execute()
  return { number: receipt.number, secret }
}

async function linked(context: Context, secret: string) {
  await limitTries(context, 'public-follow', [{ key: context.address, points: 240, seconds: 600 }])
  const link = await context.database.house
    .selectFrom('cases.follow_link')
    .select(['community_id', 'case_id'])
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!link) throw new Refusal('link_invalid')
  return { communityId: link.community_id, caseId: link.case_id, by: visitor(context, link.community_id) }
}

/** What the holder of a secret link sees: their own report and what was done, no names of others' data. */
export async function readPublicCase(context: Context, secret: string) {
  const { communityId, caseId, by } = await linked(context, secret)
  const community = await communityName(context, communityId)
  return context.database.transaction([communityId], async (tx) => {
    const asked = await caseForHouse(tx, communityId, caseId)
    const row = asked && (await lockFinal(tx, asked))
    if (!row) throw new Refusal('link_invalid')
    const until = reopenUntil(row)
    const back = row.status === 'resolved' || (row.status === 'closed' && until !== null && until >= by.now)
    const underWay = row.status === 'new' || row.status === 'open' || row.status === 'paused'
    return {
      number: row.number,
      kind: row.kind,
      status: row.status,
      community,
      place: row.place_label ?? '',
      text: row.text,
      receivedAt: row.received_at,
      timeline: await timelineOf(tx, row, { internal: false }),
      promises: (await promisesOfCase(tx, communityId, caseId)).map((it) =>
        forResident(presentPromise(it, by.now)),
      ),
      actions: [
        ...(underWay || row.status === 'resolved' ? (['supplement'] as const) : []),
        ...(row.status === 'resolved' ? (['confirm'] as const) : []),
        ...(back ? (['reject'] as const) : []),
      ],
    }
  })
}

/** Adds words by the secret link. */
export async function supplementPublicCase(
  context: Context,
  input: { id: string; secret: string; text: string },
) {
  await limitTries(context, 'public-write', [{ key: context.address, points: 20, seconds: 3600 }])
  return onLinked(context, input, (by, tx, row) => supplement(by, tx, row, { text: input.text }))
}

/** Confirms or sends back by the secret link; sending back says why. */
export async function answerPublicCase(
  context: Context,
  input: { id: string; secret: string; answer: 'confirm' | 'reject'; reason?: string | undefined },
) {
  if (input.answer === 'reject' && !input.reason) {
    throw new Refusal('invalid_fields', { fields: [{ path: 'reason', problem: 'required' }] })
  }
  return onLinked(context, input, (by, tx, row) =>
    input.answer === 'confirm'
      ? confirm(by, tx, row, {})
      : reject(by, tx, row, { reason: input.reason ?? '' }),
  )
}

type Row = NonNullable<Awaited<ReturnType<typeof caseForHouse>>>

async function onLinked(
  context: Context,
  input: { id: string; secret: string },
  work: (by: Context, tx: Parameters<typeof caseForHouse>[0], row: Row) => Promise<unknown>,
) {
  const { communityId, caseId, by } = await linked(context, input.secret)
  // The act's own id stands in for a key the page did not send.
  const act = by.act ?? { key: input.id, endpoint: 'public', fingerprint: hashOf(JSON.stringify(input)) }
  await change(
    { ...by, act },
    async (tx) => {
      const row = await caseForHouse(tx, communityId, caseId)
      if (!row) throw new Refusal('link_invalid')
      await work({ ...by, act }, tx, row)
      return {}
    },
    [communityId],
  )
  return {}
}
