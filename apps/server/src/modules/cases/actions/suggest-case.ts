import { findPlaces, placeById, placesNear } from '#modules/estate'
import { homesOfPersons, householdsOf, personById } from '#modules/people'
import { activeStatuses } from '@zhanggui/contract'
import type { CaseDuplicate, CaseSuggestion, suggestCase as shape } from '@zhanggui/contract'
import { epochSeconds, instantText } from '@zhanggui/rules'
import { conceptOf, kin, rankDuplicates, readReport, spokenLabel, suggest } from '@zhanggui/rules/triage'
import type { OpenMatter, Reading } from '@zhanggui/rules/triage'
import { sql } from 'kysely'
import type * as z from 'zod'
import { communitiesAllowing, read } from '#platform/context'
import type { Context, Reach } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal, refuseField } from '#platform/refusal'
import { modelsInUse } from '../learning.ts'

type Input = z.output<typeof shape>
type Spot = { id: string; kind: 'building' | 'entrance' | 'home' | 'common'; label: string }

/** Whose eyes the list of duplicates is for. Residents see their household's and common ground, never a neighbour's. */
type Eyes = {
  staff: boolean
  communityId: string
  spot: Spot | null
  personIds: string[]
  /** Persons who share a home with them, themselves too. */
  household: string[]
  homeIds: string[]
}

/**
 * What the words of a report point to, and which open cases it may be one more of. Changes nothing. Of cases that a
 * resident may not read they learn matter, place and time only, and only of common ground and their own household.
 * Refused: a place out of reach, as when opening a case.
 */
export async function suggestCase(context: Context, input: Input): Promise<CaseSuggestion> {
  const reading = readReport(input.text)
  const communities = communitiesAllowing(context, 'case.open')
  return read(
    context,
    async (tx) => {
      const eyes = await eyesOf(context, tx, input, communities, reading)
      const models = await modelsInUse(tx, eyes.communityId)
      const said = suggest(input.text, reading, models)
      return {
        kind: said.kind ?? null,
        top: [...said.top],
        urgency: said.urgency,
        raised: said.raised,
        concepts: reading.concepts.filter((it) => !it.denied).map((it) => conceptView(it.concept.id)),
        scope: reading.scope ?? null,
        mass: reading.mass,
        dangers: reading.dangers.map(conceptView),
        reasons: reading.reasons.map((it) => ({
          words: [...it.words],
          concept: it.concept ?? null,
          points: it.points,
        })),
        place: eyes.staff && input.placeId === undefined ? eyes.spot : null,
        duplicates: await duplicatesFor(tx, eyes, reading, context.now),
      }
    },
    communities,
  )
}

const conceptView = (id: string) => {
  const names = conceptOf(id)?.names ?? { 'zh-Hans': id, en: id }
  return { id, names: { ...names } }
}

async function eyesOf(
  context: Context,
  tx: Tx,
  input: Input,
  communities: string[],
  reading: Reading,
): Promise<Eyes> {
  const place = input.placeId === undefined ? undefined : await placeById(tx, communities, input.placeId)
  if (input.placeId !== undefined && !place) throw refuseField('placeId', 'invalid', 'place_unknown')
  const communityId = place?.communityId ?? input.communityId ?? communities[0]
  const reach = context.actor.reach.find((it) => it.communityId === communityId)
  if (communityId === undefined || !reach || !communities.includes(communityId))
    throw input.communityId === undefined ? new Refusal('not_found') : refuseField('communityId', 'invalid')
  if (context.actor.kind === 'resident') return residentEyes(tx, input, reach, place)
  if (input.personId !== undefined && !(await personById(tx, [communityId], input.personId)))
    throw refuseField('personId', 'invalid', 'person_unknown')
  const label = place ? '' : spokenLabel(reading.place)
  const named = label === '' ? [] : await findPlaces(tx, communityId, { q: label, limit: 2 })
  const [only] = named.length === 1 ? named : []
  const spot = place ?? (only ? { id: only.id, kind: only.kind, label: only.label } : null)
  return {
    staff: true,
    communityId,
    spot: spot && { id: spot.id, kind: spot.kind, label: spot.label },
    personIds: input.personId === undefined ? [] : [input.personId],
    household: [],
    homeIds: [],
  }
}

async function residentEyes(tx: Tx, input: Input, reach: Reach, place: Spot | undefined): Promise<Eyes> {
  if (input.personId !== undefined) throw refuseField('personId', 'unknown_field')
  const homes = await homesOfPersons(tx, reach.communityId, reach.personIds)
  // A home that is not theirs looks like one that does not exist.
  if (homes.length === 0 || (place?.kind === 'home' && !homes.some((it) => it.homeId === place.id)))
    throw refuseField('placeId', 'invalid', 'place_unknown')
  const homeIds = [...new Set(homes.map((it) => it.homeId))]
  const [first] = homes
  const spot = place ?? (first && { id: first.homeId, kind: 'home' as const, label: first.label })
  const household = await householdsOf(tx, reach.communityId, homeIds)
  return {
    staff: false,
    communityId: reach.communityId,
    spot: spot ? { id: spot.id, kind: spot.kind, label: spot.label } : null,
    personIds: reach.personIds,
    household: [...new Set(household.map((it) => it.personId))],
    homeIds,
  }
}

type Found = OpenMatter & {
  row: {
    number: string
    kind: CaseDuplicate['kind']
    status: CaseDuplicate['status']
    text: string
    place_kind: string | null
    place_label: string | null
    followers: number
    following: boolean
  }
  whose: CaseDuplicate['whose']
}

async function duplicatesFor(tx: Tx, eyes: Eyes, reading: Reading, now: string): Promise<CaseDuplicate[]> {
  const concept = reading.main
  if (concept === undefined) return []
  const related = kin(concept)
  const days = Math.max(...related.map((it) => conceptOf(it)?.days ?? 0))
  const near = eyes.spot ? await placesNear(tx, eyes.communityId, eyes.spot.id) : new Map<string, 0 | 1 | 2>()
  // What is said of common ground may be open somewhere else than where the speaker stands.
  const anywhere = reading.scope === 'common' || eyes.spot?.kind !== 'home'
  // case_concept_newest, case_follower_once
  const rows = await tx
    .selectFrom('cases.case as c')
    .select([
      'c.id',
      'c.number',
      'c.kind',
      'c.status',
      'c.text',
      'c.concept',
      'c.place_id',
      'c.place_kind',
      'c.place_label',
      'c.person_id',
      'c.received_at',
      sql<number>`(select count(*)::int from cases.case_follower f
        where f.community_id = c.community_id and f.case_id = c.id)`.as('followers'),
      sql<boolean>`exists (select 1 from cases.case_follower f where f.community_id = c.community_id
        and f.case_id = c.id and f.person_id = any(${eyes.personIds}::uuid[]))`.as('following'),
    ])
    .where('c.community_id', '=', eyes.communityId)
    .where(sql<boolean>`c.concept = any(${related}::text[])`)
    .where('c.received_at', '>', instantText(epochSeconds(now) - days * 86_400))
    .where(sql<boolean>`c.status in (${sql.join(activeStatuses.map((it) => sql.lit(it)))})`)
    .where(
      sql<boolean>`(c.place_id = any(${[...near.keys()]}::uuid[]) or c.person_id = any(${eyes.personIds}::uuid[])
        or (${anywhere}::boolean and c.place_kind <> 'home'))`,
    )
    .orderBy('c.received_at', 'desc')
    .limit(sql.lit(50))
    .execute()
  const found = rows.flatMap((row): Found[] => {
    const mine = row.person_id !== null && eyes.personIds.includes(row.person_id)
    const household =
      row.person_id !== null &&
      eyes.household.includes(row.person_id) &&
      row.place_id !== null &&
      eyes.homeIds.includes(row.place_id)
    const common = row.place_kind !== null && row.place_kind !== 'home'
    const whose = mine ? 'mine' : household ? 'household' : common ? 'common' : 'other'
    // Even that a neighbour's case exists is nobody else's business.
    if (whose === 'other' && !eyes.staff) return []
    return [
      {
        id: row.id,
        concept: row.concept ?? concept,
        receivedAt: epochSeconds(row.received_at),
        distance: (row.place_id === null ? undefined : near.get(row.place_id)) ?? 2,
        requester: mine ? 'same' : household ? 'household' : 'other',
        row,
        whose,
      },
    ]
  })
  return rankDuplicates(concept, epochSeconds(now), found).map((it) => {
    const readable = eyes.staff || it.whose === 'mine'
    return {
      id: it.id,
      number: readable ? it.row.number : null,
      kind: it.row.kind,
      status: it.row.status,
      concept: conceptView(it.concept),
      place: it.row.place_label ?? '',
      text: readable ? it.row.text.slice(0, 120) : null,
      receivedAt: instantText(it.receivedAt),
      whose: it.whose,
      distance: it.distance,
      score: Math.round(it.score * 100) / 100,
      followers: it.row.followers,
      following: it.row.following,
    }
  })
}
