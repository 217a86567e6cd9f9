import { sql } from 'kysely'
import { publishPolicyTx, publishStartersTx } from '#modules/cases'
import { addPlacesTx, foundCommunity, publishCalendarTx } from '#modules/estate'
import { appoint, foundOrganization, makeResident, makeStaff } from '#modules/identity'
import { addPersonsTx, addResidenciesTx } from '#modules/people'
import type { Tx } from '#platform/database'
import type { DemoEstate } from './estate.ts'
import {
  demoCommunityId,
  demoCommunityName,
  demoOrganizationId,
  demoOrganizationName,
  procedureIdOf,
} from './ids.ts'
import type { Accounts } from './play.ts'
import { firstPolicy, officeHours, roundTheClock } from './service-times.ts'
import type { DemoStaff } from './staff.ts'
import type { Chance } from './chance.ts'
import type { Ground } from './year.ts'

/** Founds the company and its community: staff, places, people with their accounts, calendars, service times. */
export async function moveIn(
  tx: Tx,
  luck: Chance,
  { estate, people, crew }: Ground,
  now: string,
): Promise<{ accounts: Accounts; calendars: { office: string; always: string } }> {
  const communityId = demoCommunityId
  await foundOrganization(tx, { id: demoOrganizationId, name: demoOrganizationName, now })
  await foundCommunity(tx, {
    id: communityId,
    organizationId: demoOrganizationId,
    name: demoCommunityName,
    address: '示范市云栖区桂花路 8 号（虚构）',
    now,
  })
  for (const it of crew.all) await hire(tx, it, now)
  await addPlacesTx(tx, communityId, estate.places, now)
  await hangCodes(tx, luck, estate, now)
  // Accounts come before homes, so that the archive's names reach them.
  const accounts = new Map<string, string>()
  for (const { id, phone, app } of people.persons) {
    if (!app || phone === null) continue
    const account = await makeResident(tx, { phone, now })
    if (account) accounts.set(id, account.id)
  }
  await addPersonsTx(tx, communityId, people.persons, now)
  await addResidenciesTx(tx, communityId, people.residencies, now)
  const manager = crew.manager.id
  const publish = async (body: typeof officeHours) =>
    (await publishCalendarTx(tx, { communityId, body, by: manager, now })).id
  const calendars = { office: await publish(officeHours), always: await publish(roundTheClock) }
  const by = { id: manager, name: crew.manager.name }
  await publishPolicyTx(tx, communityId, firstPolicy(calendars), by, now)
  await publishStartersTx(tx, communityId, by, now, procedureIdOf)
  return { accounts, calendars }
}

async function hire(tx: Tx, it: DemoStaff, now: string): Promise<void> {
  const { id, login, name, role, team } = it
  // No password: the fictional staff come in by the one-click sign-in, which only the demonstration has.
  await makeStaff(tx, { id, organizationId: demoOrganizationId, login, name, passwordHash: null, now })
  await appoint(tx, { accountId: id, communityId: demoCommunityId, role, team, now })
}

/** QR codes on the walls, the same on every machine. */
async function hangCodes(tx: Tx, luck: Chance, estate: DemoEstate, now: string): Promise<void> {
  const rows = estate.coded.map((id) => {
    const bytes = Buffer.from(Array.from({ length: 18 }, () => luck.below(256)))
    return { id, token: bytes.toString('base64url') }
  })
  await sql`
    insert into estate.place_code (token, community_id, place_id, made_at)
    select token, ${demoCommunityId}::uuid, id, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, token text)`.execute(tx)
}
