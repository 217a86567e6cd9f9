import { everybody } from '#modules/workforce'
import type { Candidate, DispatchAct, DispatchView, Waiting } from '@zhanggui/contract'
import { mayDo } from '@zhanggui/rules'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { permissionsIn, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { Refusal } from '#platform/refusal'
import { caseToRead, mayWorkOn } from '../access.ts'
import type { CaseInReach } from '../access.ts'
import { assignmentOf, canWork, inHandOf, pastOf } from '../assignment.ts'
import { dispatchOf } from '../dispatch-store.ts'
import type { DispatchRow } from '../dispatch-store.ts'
import { communityOf } from '../queries.ts'
import { neededFor } from '../rules/choose-assignee.ts'
import { disputeOf } from './dispute.ts'
import { openHandover } from './hand-over.ts'

const ref = (id: string | null | undefined, name: string | null | undefined) =>
  id && name ? { id, name } : null

/** Who is asked to take a case, who hands it over, who helps, whether it is disputed; for those who work here. */
export function readDispatch(context: Context, id: string): Promise<DispatchView> {
  return read(context, async (tx) => {
    const it = await caseToRead(context, tx, id)
    if (!it.permissions.has('case.accept')) throw new Refusal('not_found')
    const { row } = it
    const beside = await dispatchOf(tx, row)
    const handover = await openHandover(tx, row)
    const dispute = await disputeOf(tx, row)
    // co_handler_of_case
    const helpers = await tx
      .selectFrom('cases.co_handler')
      .selectAll()
      .where('community_id', '=', row.community_id)
      .where('case_id', '=', row.id)
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
    const helping = helpers.filter((one) => one.returned_at === null).map((one) => one.team)
    const offeredTo = ref(beside?.offered_to_id, beside?.offered_to_name)
    return {
      offer: offeredTo && beside?.offer_until ? { to: offeredTo, until: beside.offer_until } : null,
      offers: beside?.offers ?? 0,
      raised:
        beside?.raised_at && beside.raised_why ? { at: beside.raised_at, why: beside.raised_why } : null,
      leadTeam: beside?.lead_team ?? null,
      follower: ref(beside?.follower_id, beside?.follower_name),
      handover: handover
        ? {
            from: { id: handover.from_id, name: handover.from_name },
            to: { id: handover.to_id, name: handover.to_name },
            note: handover.note,
            offeredAt: handover.offered_at,
          }
        : null,
      coHandlers: helpers.map((one) => ({
        team: one.team,
        asked: one.asked,
        askedAt: one.asked_at,
        dueAt: one.due_at,
        returnedAt: one.returned_at,
        returnedBy: one.returned_by_name,
        result: one.result,
      })),
      dispute: dispute
        ? {
            reason: dispute.reason,
            fromTeam: dispute.from_team,
            proposedTeam: dispute.proposed_team,
            raisedAt: dispute.raised_at,
            raisedBy: dispute.raised_by_name,
            dueAt: dispute.due_at,
            ruling: dispute.ruling,
            ruledAt: dispute.ruled_at,
            ruledBy: dispute.ruled_by_name,
            words: dispute.words,
          }
        : null,
      acts: actsOf(context, it, beside, { handover, dispute, helping }),
    }
  })
}

/** What the caller may do now about who has the case; anything else would be refused. */
function actsOf(
  context: Context,
  it: CaseInReach,
  beside: DispatchRow | undefined,
  now: {
    handover: { to_id: string } | undefined
    dispute: { ruling: string | null } | undefined
    helping: readonly string[]
  },
): DispatchAct[] {
  const { row, reach, permissions } = it
  const me = context.actor.accountId
  if (!permissions.has('case.accept')) return []
  const mine = mayWorkOn(context, it)
  const asked = beside?.offered_to_id === me && row.assignee_id === null
  const leads =
    beside?.lead_team !== undefined &&
    beside.lead_team !== null &&
    (row.assignee_id === me || reach.team === beside.lead_team)
  const boss = reach.roles.some((role) => role === 'dispatcher' || role === 'manager')
  const may: Record<DispatchAct, boolean> = {
    'take-offer': asked && mayDo(row.status, 'accept'),
    refuse: (asked || row.assignee_id === me) && mayDo(row.status, 'refuse'),
    'hand-over': (mine || row.tracker_id === me) && !now.handover && mayDo(row.status, 'hand'),
    'answer-hand-over': now.handover?.to_id === me,
    'add-co-handler': mine && mayDo(row.status, 'join'),
    'return-result': now.helping.some((team) => boss || team === reach.team) && mayDo(row.status, 'return'),
    dispute: leads && !now.dispute && mayDo(row.status, 'dispute'),
    rule: permissions.has('case.rule') && now.dispute?.ruling === null && mayDo(row.status, 'rule'),
  }
  return (Object.keys(may) as DispatchAct[]).filter((act) => may[act])
}

/** Who could be sent, likeliest first: fitting, on duty, known at the place, not refused, least in hand. */
export function listCandidates(context: Context, id: string): Promise<{ items: Candidate[] }> {
  return read(context, async (tx) => {
    const { row, permissions } = await caseToRead(context, tx, id)
    if (!permissions.has('case.assign')) throw new Refusal('not_found')
    const policy = await assignmentOf(tx, row.community_id)
    const needed = neededFor(policy.rules, row)
    const past = await pastOf(tx, row, context.now)
    const held = await inHandOf(tx, row.community_id)
    const staff = await everybody(tx, row.community_id, context.now)
    const items = staff
      .filter((it) => canWork(it.roles))
      .map((it): Candidate => {
        const inHand = held.get(it.id)?.inHand ?? 0
        const skilled =
          needed?.skill === undefined || needed.skill === null || it.skills.includes(needed.skill)
        return {
          id: it.id,
          name: it.name,
          team: it.team,
          roles: it.roles,
          onDuty: it.duty !== undefined,
          until: it.duty?.until ?? null,
          inHand,
          full: policy.strategy !== 'off' && inHand >= policy.capacity,
          fits: needed !== undefined && (needed.team ?? it.team) === it.team && skilled === true,
          wasHere: past.wasHere.has(it.id),
          refused: past.refused.has(it.id),
        }
      })
    const worth = (it: Candidate) =>
      Number(it.fits) * 8 +
      Number(it.onDuty) * 4 +
      Number(it.wasHere) * 2 -
      Number(it.refused) * 16 -
      Number(it.full) * 3
    return { items: items.toSorted((a, b) => worth(b) - worth(a) || a.inHand - b.inHand) }
  })
}

type Line = {
  caseId: string
  number: string
  text: string
  urgency: 'normal' | 'urgent' | 'danger'
  at: string
  until: string | null
  more: string | null
}

/** Lines of cases in which that can still be answered; one put together with another or withdrawn asks nothing more. */
async function lines(tx: Tx, also: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<Line[]> {
  const found = await sql<Line>`
    select c.id as "caseId", c.number, left(c.text, 120) as text, c.urgency, ${also}
    from ${from} and c.status in ('new', 'open', 'paused', 'resolved', 'closed')
    order by at, c.id limit 50`.execute(tx)
  return found.rows
}

/** What waits for me: offers, hand-overs, help my team is asked for, and for those who decide, disputes and strays. */
export function readWaiting(context: Context, asked: string | undefined): Promise<Waiting> {
  const reach = communityOf(context, asked)
  if (!permissionsIn(reach).includes('case.accept')) throw new Refusal('not_found')
  const me = context.actor.accountId
  const decides = reach.roles.some((role) => role === 'dispatcher' || role === 'manager')
  const { communityId } = reach
  return read(
    context,
    async (tx) => {
      const offers = await lines(
        tx,
        sql`null::text as more, d.offer_until as until, c.received_at as at`,
        // dispatch_offered
        sql`cases.dispatch d join cases.case c on c.community_id = d.community_id and c.id = d.id
          where d.community_id = ${communityId} and d.offered_to_id = ${me} and c.assignee_id is null`,
      )
      const handovers = await lines(
        tx,
        sql`h.from_name as more, null::timestamptz as until, h.offered_at as at`,
        // handover_to
        sql`cases.handover h join cases.case c on c.community_id = h.community_id and c.id = h.case_id
          where h.community_id = ${communityId} and h.to_id = ${me} and h.state = 'offered'`,
      )
      const helping = await lines(
        tx,
        sql`k.asked as more, k.due_at as until, k.asked_at as at`,
        // co_handler_of_team
        sql`cases.co_handler k join cases.case c on c.community_id = k.community_id and c.id = k.case_id
          where k.community_id = ${communityId} and k.team = ${reach.team} and k.returned_at is null`,
      )
      const disputes = decides
        ? await lines(
            tx,
            sql`q.reason as more, q.due_at as until, q.raised_at as at`,
            // dispute_open
            sql`cases.dispute q join cases.case c on c.community_id = q.community_id and c.id = q.id
              where q.community_id = ${communityId} and q.ruling is null`,
          )
        : []
      const raised = decides
        ? await lines(
            tx,
            sql`d.raised_why as more, null::timestamptz as until, d.raised_at as at`,
            // dispatch_raised
            sql`cases.dispatch d join cases.case c on c.community_id = d.community_id and c.id = d.id
              where d.community_id = ${communityId} and d.raised_at is not null and c.assignee_id is null
                and c.status in ('new', 'open')`,
          )
        : []
      return {
        offers: offers.map(({ more: _more, ...it }) => it),
        handovers: handovers.map(({ more, ...it }) => ({ ...it, from: more ?? '' })),
        coHandling: helping.map(({ more, ...it }) => ({ ...it, asked: more ?? '' })),
        disputes: disputes.map(({ more, ...it }) => ({ ...it, reason: more ?? '' })),
        raised: raised.map(({ more, ...it }) => ({ ...it, why: more as Waiting['raised'][number]['why'] })),
      }
    },
    [communityId],
  )
}
