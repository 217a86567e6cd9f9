import { withClient } from '../../src/platform/postgres/connect.ts'
import type { TestServer } from '../harness/server.ts'
import { communityIds } from '../harness/snapshot.ts'

/** What belongs together and must be there together or not at all; each statement finds what lacks its other half. */
const halves: Record<string, string> = {
  'numbers of a month that do not run from 1 to their counter': `
    select c.period, c.value, count(k.id), max(right(k.number, -5)::bigint)
    from platform.counter c left join cases.case k on k.community_id = c.community_id and left(k.number, 4) = c.period
    where c.kind = 'case' group by c.community_id, c.period, c.value
    having count(k.id) <> c.value or max(right(k.number, -5)::bigint) <> c.value`,
  'acts that began and have no outcome': `
    select key, endpoint from platform.act where outcome is null and endpoint not in ('openCase', 'openPublicCase')`,
  'reports without the contact they came by': `
    select c.number from cases.case c where not exists (
      select from messaging.interaction i where i.community_id = c.community_id and i.subject_id = c.id and i.direction = 'in')`,
  'answers that were never written down as contacts': `
    select e.id from cases.case_event e where e.kind in ('replied', 'declined') and not exists (
      select from messaging.interaction i where i.community_id = e.community_id and i.id = e.interaction_id)`,
  'answers that nobody was told': `
    select e.id from cases.case_event e join cases.case c on c.community_id = e.community_id and c.id = e.case_id
    where e.kind in ('replied', 'declined') and c.person_id is not null and not exists (
      select from messaging.delivery d where d.community_id = e.community_id and d.interaction_id = e.interaction_id)`,
  'photos in the history that hang on no case': `
    select e.id from cases.case_event e, unnest(e.photos) photo where not exists (
      select from cases.case_photo p where p.community_id = e.community_id and p.id = photo and p.case_id = e.case_id)`,
  'photos that hang on a case without standing in its history': `
    select p.id from cases.case_photo p where not exists (
      select from cases.case_event e where e.community_id = p.community_id and e.case_id = p.case_id and p.id = any (e.photos))`,
  'ratings without a survey': `
    select e.id from cases.case_event e where e.kind = 'rated' and not exists (
      select from cases.survey s where s.community_id = e.community_id and s.case_id = e.case_id and s.cycle = (e.detail ->> 'cycle')::int)`,
  'homes without a place and places that are homes without facts': `
    select p.id from estate.place p full join estate.home h on h.community_id = p.community_id and h.id = p.id
    where (p.kind = 'home') is distinct from (h.id is not null)`,
  'persons whose way to sign in does not follow from their homes': `
    select p.id from people.person p
    left join identity.phone_holding h on h.community_id = p.community_id and h.person_id = p.id
    where p.phone is distinct from h.phone
      or h.roles is not null and array(select unnest(h.roles) order by 1) is distinct from array(
        select distinct r.role from people.residency r
        where r.community_id = p.community_id and r.person_id = p.id and r.until is null order by 1)`,
  'places with two codes in use': `
    select place_id from estate.place_code where ended_at is null group by community_id, place_id having count(*) > 1`,
  'versions of a calendar that do not run from 1': `
    select calendar_id from estate.calendar_version group by community_id, calendar_id having max(version) <> count(*)`,
  'versions of the service times that do not run from 1': `
    select community_id from cases.policy_version group by community_id having max(version) <> count(*)`,
  'labels that do not follow from the tree': `
    select p.id from estate.place p join estate.place above on above.community_id = p.community_id and above.id = p.parent_id
    where not starts_with(p.label, above.label)`,
}

/** Whatever was done by halves, one line each; none when all is as it should be. */
export async function unfinished(server: Pick<TestServer, 'urls'>): Promise<string[]> {
  return withClient(server.urls.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${(await communityIds(client)).join(',')}'`)
    const found: string[] = []
    for (const [what, statement] of Object.entries(halves)) {
      const { rows } = await client.query<Record<string, unknown>>(`${statement} limit 5`)
      for (const row of rows) found.push(`${what}: ${JSON.stringify(row)}`)
    }
    return found
  })
}
