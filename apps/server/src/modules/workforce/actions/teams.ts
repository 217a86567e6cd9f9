import { staffMember } from '#modules/identity'
import type { Skill, Team } from '@zhanggui/contract'
import { v7 } from 'uuid'
import { allow, change } from '#platform/context'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database'
import { tellLive } from '#platform/outbox'
import { Refusal, refuseField } from '#platform/refusal'
import { takeTurn } from '../queries.ts'

/** Names who leads a team, one of its own people, or nobody. Refused: somebody who does not work in that team. */
export function setLeader(
  context: Context,
  it: { communityId: string; team: Team; accountId: string | null },
): Promise<Record<string, never>> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    if (it.accountId !== null) {
      const member = await staffMember(tx, it.communityId, it.accountId)
      if (member?.team !== it.team) throw refuseField('accountId', 'invalid', 'assignee_unavailable')
    }
    await setLeaderTx(tx, { ...it, now: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return {}
  })
}

export async function setLeaderTx(
  tx: Tx,
  it: { communityId: string; team: Team; accountId: string | null; now: string },
): Promise<void> {
  await takeTurn(tx, it.communityId)
  await tx
    .deleteFrom('workforce.team_leader')
    .where('community_id', '=', it.communityId)
    .where('team', '=', it.team)
    .execute()
  if (it.accountId === null) return
  await tx
    .insertInto('workforce.team_leader')
    .values({
      community_id: it.communityId,
      id: v7(),
      team: it.team,
      account_id: it.accountId,
      since: it.now,
    })
    .execute()
}

/** Says what a colleague can be sent for; what is not named is not theirs any more. Not found: who does not work here. */
export function setSkills(
  context: Context,
  it: { communityId: string; accountId: string; skills: readonly Skill[] },
): Promise<Record<string, never>> {
  allow(context, 'duty.manage', it.communityId)
  return change(context, async (tx) => {
    if (!(await staffMember(tx, it.communityId, it.accountId))) throw new Refusal('not_found')
    await setSkillsTx(tx, { ...it, now: context.now })
    await tellLive(tx, { kind: 'estate', communityId: it.communityId, id: null, version: null })
    return {}
  })
}

export async function setSkillsTx(
  tx: Tx,
  it: { communityId: string; accountId: string; skills: readonly Skill[]; now: string },
): Promise<void> {
  await takeTurn(tx, it.communityId)
  const skills = [...new Set(it.skills)]
  await tx
    .deleteFrom('workforce.skill')
    .where('community_id', '=', it.communityId)
    .where('account_id', '=', it.accountId)
    .$if(skills.length > 0, (query) => query.where('skill', 'not in', skills))
    .execute()
  if (skills.length === 0) return
  await tx
    .insertInto('workforce.skill')
    .values(
      skills.map((skill) => ({
        community_id: it.communityId,
        id: v7(),
        account_id: it.accountId,
        skill,
        since: it.now,
      })),
    )
    .onConflict((on) => on.columns(['community_id', 'account_id', 'skill']).doNothing())
    .execute()
}
