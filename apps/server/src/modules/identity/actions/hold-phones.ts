import type { ResidentRole } from '@zhanggui/contract'
import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Replaces what is held for many persons of a community at once, as `holdPhone` does for one. */
export async function holdPhones(
  tx: Tx,
  communityId: string,
  holdings: readonly { personId: string; phone: string | null; roles: readonly ResidentRole[] }[],
): Promise<void> {
  await sql`
    delete from identity.phone_holding
    where community_id = ${communityId} and person_id = any(${holdings.map((it) => it.personId)}::uuid[])`.execute(
    tx,
  )
  const rows = holdings
    .filter((it) => it.phone !== null)
    .map((it) => ({ ...it, roles: [...new Set(it.roles)] }))
  await sql`
    insert into identity.phone_holding (phone, community_id, person_id, roles)
    select phone, ${communityId}::uuid, "personId", roles
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (phone text, "personId" uuid, roles text[])`.execute(
    tx,
  )
}

/** Calls many resident accounts by the archive's names, as `nameAccount` does one. */
export async function nameAccounts(tx: Tx, names: readonly { phone: string; name: string }[]): Promise<void> {
  await sql`
    update identity.account set name = row.name
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row (phone text, name text)
    where account.phone = row.phone and account.kind = 'resident' and account.name <> row.name`.execute(tx)
}
