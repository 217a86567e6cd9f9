import type { Context } from '#platform/context'
import type { Database } from '#platform/database'

/** What identity needs from outside itself; the composition fills it in. */
export type IdentityParts = {
  database: Database
  /** One-click sign-in of the fictional community, and sign-in codes in the answer. */
  demo: boolean
  /**
   * Hands a code to whoever sends text messages. It is not waited for, so that the time of the answer tells
   * nothing about the phone; it logs its own failures. Absent: codes come from the counter only.
   */
  sendCode?: (phone: string, code: string) => Promise<void>
  communityNames(context: Context, ids: string[]): Promise<Map<string, { name: string; timeZone: string }>>
  /** Open cases by the account they are assigned to. */
  openCasesByAssignee(context: Context, communityId: string): Promise<Map<string, number>>
  /** How the archive calls the resident who asks; without it a resident is called by the masked phone. */
  residentName?: (context: Context) => Promise<string | undefined>
  /** Named in authenticator apps, where one person may use several installations. */
  publicUrl?: string
}
