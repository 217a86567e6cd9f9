import type { Locale } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import { signedIn } from '../access.ts'

/** Remembers the language somebody chose, for messages and for their other browsers. */
export async function setPreferences(
  context: Context,
  it: { locale: Locale },
): Promise<Record<string, never>> {
  await context.database.house
    .updateTable('identity.account')
    .set({ locale: it.locale })
    .where('id', '=', signedIn(context).accountId)
    .execute()
  return {}
}
