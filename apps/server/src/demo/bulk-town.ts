import { addPlacesTx, foundCommunity, publishCalendarTx } from '#modules/estate'
import { publishPolicyTx } from '#modules/cases'
import { appoint, foundOrganization, makeResident, makeStaff } from '#modules/identity'
import { addPersonsTx, addResidenciesTx } from '#modules/people'
import { openPool } from '#platform/database'
import type { Tx } from '#platform/database'
import { withClient } from '#platform/postgres/connect'
import { instantText } from '@zhanggui/rules'
import { chance } from './chance.ts'
import type { Chance } from './chance.ts'
import { drawEstate } from './estate.ts'
import { bulkOrganizationId, demoOrganizationId } from './ids.ts'
import { drawPeople } from './people.ts'
import { DemoProblem } from './problem.ts'
import { roundTheClock } from './service-times.ts'
import { hour, minute } from './time.ts'

export type Named = { id: string; name: string }

/** A community to measure with, and those who sign in there. */
export type Town = {
  communityId: string
  name: string
  agents: Named[]
  workers: Named[]
  manager: Named
  /** A resident with an account. */
  resident: { accountId: string; personId: string; homeId: string }
  policyId: string
  calendarId: string
  calendarVersionId: string
}

/** Budgets in seconds, by urgency; all around the clock, so that a deadline is a sum. */
export const budgets = {
  normal: { accept: 30 * minute, first_response: hour, resolve: 48 * hour },
  urgent: { accept: 15 * minute, first_response: 30 * minute, resolve: 12 * hour },
  danger: { accept: 5 * minute, first_response: 15 * minute, resolve: 4 * hour },
} as const

/** Refuses a database in which anybody but fictional companies works. */
export async function refuseOthers(ownerUrl: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ id: string }>(
      'select id from identity.organization where id <> all ($1::uuid[]) limit 1',
      [[demoOrganizationId, bulkOrganizationId]],
    ),
  )
  if (rows.length > 0) {
    throw new DemoProblem({
      zh: '这个数据库里有真实的物业公司，不能放入压测数据。请用 ZHANGGUI_DATA / DATABASE_URL 另指一个空库。',
      en: 'This database belongs to a real company; invented cases may not be put there. Name an empty database by ZHANGGUI_DATA or DATABASE_URL.',
    })
  }
}

/** Founds so many communities of the fictional measuring company, through the same actions as real ones. */
export async function foundTowns(options: {
  appUrl: string
  communities: number
  since: number
}): Promise<Town[]> {
  const pool = openPool({ url: options.appUrl, size: 2, onError: () => undefined })
  const now = instantText(options.since)
  try {
    const known = await pool.house
      .selectFrom('identity.organization')
      .select('id')
      .where('id', '=', bulkOrganizationId)
      .executeTakeFirst()
    if (!known) {
      const company = { id: bulkOrganizationId, name: '压测示例物业', now }
      await pool.transaction([], (tx) => foundOrganization(tx, company))
    }
    const towns: Town[] = []
    for (let index = 0; index < options.communities; index += 1) {
      // Every call founds new ones, so their ids are not the same twice.
      const luck = chance(`bulk/${index}/${process.hrtime.bigint()}`)
      const communityId = luck.id(options.since)
      towns.push(
        await pool.transaction([communityId], (tx) =>
          foundTown(tx, luck, { communityId, number: index + 1, since: options.since }),
        ),
      )
    }
    return towns
  } finally {
    await pool.close()
  }
}

async function foundTown(
  tx: Tx,
  luck: Chance,
  it: { communityId: string; number: number; since: number },
): Promise<Town> {
  const { communityId, since } = it
  const now = instantText(since)
  const name = `压测小区 ${it.number}`
  const organizationId = bulkOrganizationId
  await foundCommunity(tx, { id: communityId, organizationId, name, now })
  const hire = async (
    role: 'agent' | 'worker' | 'manager',
    team: 'service' | 'engineering' | 'office',
    nth: number,
  ) => {
    const one = {
      id: luck.id(since),
      name: `${{ agent: '客服', worker: '工程', manager: '经理' }[role]}${nth}`,
    }
    const login = `bulk-${one.id}`
    await makeStaff(tx, { ...one, organizationId, login, passwordHash: null, now })
    await appoint(tx, { accountId: one.id, communityId, role, team, now })
    return one
  }
  const agents = [
    await hire('agent', 'service', 1),
    await hire('agent', 'service', 2),
    await hire('agent', 'service', 3),
  ]
  const workers: Named[] = []
  for (let nth = 1; nth <= 12; nth += 1) workers.push(await hire('worker', 'engineering', nth))
  const manager = await hire('manager', 'office', 1)
  const estate = drawEstate(luck, since)
  const people = drawPeople(luck, estate.homes, since)
  await addPlacesTx(tx, communityId, estate.places, now)
  await addPersonsTx(tx, communityId, withoutPhones(people.persons), now)
  await addResidenciesTx(tx, communityId, people.residencies, now)
  const resident = await residentOf(tx, luck, { communityId, homeId: people.wangHome.id, since })
  const calendar = await publishCalendarTx(tx, { communityId, body: roundTheClock, by: manager.id, now })
  const target = (seconds: number) => ({ seconds, calendarId: calendar.id })
  const policy = await publishPolicyTx(
    tx,
    communityId,
    {
      name: '压测时限',
      basis: '只为测量，不是任何承诺',
      expectedVersion: 0,
      rules: (['danger', 'urgent', 'normal'] as const).map((urgency) => ({
        kinds: [],
        urgencies: [urgency],
        targets: {
          accept: target(budgets[urgency].accept),
          first_response: target(budgets[urgency].first_response),
          resolve: target(budgets[urgency].resolve),
        },
      })),
      reopenPercent: 50,
      reopenFloorSeconds: 2 * hour,
    },
    { id: manager.id, name: manager.name },
    now,
  )
  return {
    communityId,
    name,
    agents,
    workers,
    manager,
    resident,
    policyId: policy.id,
    calendarId: calendar.id,
    calendarVersionId: calendar.versionId,
  }
}

// A phone belongs to one account in the whole house; nobody here but the one resident signs in.
const withoutPhones = (persons: readonly { id: string; name: string }[]) =>
  persons.map(({ id, name }) => ({ id, name, phone: null }))

async function residentOf(
  tx: Tx,
  luck: Chance,
  it: { communityId: string; homeId: string; since: number },
): Promise<Town['resident']> {
  const now = instantText(it.since)
  const phone = `1380001${String(luck.below(10_000)).padStart(4, '0')}`
  const personId = luck.id(it.since)
  const account = await makeResident(tx, { phone, now })
  if (!account) throw new Error('this phone may not sign in')
  await addPersonsTx(tx, it.communityId, [{ id: personId, name: '住户甲', phone }], now)
  await addResidenciesTx(
    tx,
    it.communityId,
    [{ id: luck.id(it.since), personId, homeId: it.homeId, role: 'owner', since: null }],
    now,
  )
  return { accountId: account.id, personId, homeId: it.homeId }
}
