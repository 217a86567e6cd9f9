import type { Me } from '@zhanggui/contract'
import { permissionsIn } from '#platform/context'
import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import type { IdentityParts } from '../parts.ts'
import { accountSheet } from '../queries.ts'

/** Who asks, in which communities and with which permissions there; for staff also how they sign in. */
export async function me(parts: IdentityParts, context: Context): Promise<Me> {
  const { actor } = context
  if (actor.accountId === null) throw new Refusal('not_signed_in')
  const ids = actor.reach.map((it) => it.communityId)
  const [sheet, names] = await Promise.all([
    accountSheet(context.database.house, actor.accountId),
    ids.length === 0 ? new Map<string, never>() : parts.communityNames(context, ids),
  ])
  return {
    account: {
      id: actor.accountId,
      name: sheet.name,
      kind: sheet.kind,
      locale: sheet.locale,
    },
    organization: sheet.organization,
    communities: actor.reach
      .flatMap((reach) => {
        const community = names.get(reach.communityId)
        if (!community) return []
        return [
          {
            id: reach.communityId,
            name: community.name,
            timeZone: community.timeZone,
            roles: reach.roles,
            team: reach.team,
            permissions: permissionsIn(reach),
          },
        ]
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-Hans')),
    totp:
      sheet.kind === 'staff'
        ? { enabled: sheet.totp_enabled, recoveryCodesLeft: sheet.recovery_codes_left }
        : null,
    demo: parts.demo,
    now: context.now,
  }
}
