import type { TriageReport } from '@zhanggui/contract'
import { sql } from 'kysely'
import { allow, read } from '#platform/context'
import type { Context } from '#platform/context'
import type { ClassReport } from '@zhanggui/rules/triage'
import { lessonsNeeded, lessonsOf } from '../learning.ts'
import type { Figures } from '../learning.ts'

/**
 * How reports are told apart in a community: how many of the desk's decisions there are to learn from, how often the
 * desk kept what was suggested, and the figures of each version learned, about kinds, newest first, at most twenty.
 */
export async function readTriage(context: Context, communityId: string): Promise<TriageReport> {
  allow(context, 'policy.read', communityId)
  return read(
    context,
    async (tx) => {
      const lessons = await lessonsOf(tx, communityId)
      const versions = await tx
        .selectFrom('cases.triage_model')
        .select(['version', 'made_at', 'examples', 'used', 'report'])
        .where('community_id', '=', communityId)
        .orderBy('version', 'desc')
        .limit(sql.lit(20))
        .execute()
      return {
        lessons: lessons.length,
        needed: lessonsNeeded,
        kept: {
          kind: lessons.filter((it) => it.suggested.kind === it.kind).length,
          urgency: lessons.filter((it) => it.suggested.urgency === it.urgency).length,
        },
        versions: versions.map((it) => {
          const { before, after } = it.report as unknown as { before: Figures; after: Figures }
          return {
            version: it.version,
            madeAt: it.made_at,
            examples: it.examples,
            used: it.used,
            before: shown(before.kind),
            after: shown(after.kind),
          }
        }),
      }
    },
    [communityId],
  )
}

const shown = (it: ClassReport) => ({
  right: it.right,
  all: it.all,
  classes: it.classes.map((one) => ({
    ...one,
    precision: one.precision ?? null,
    recall: one.recall ?? null,
  })),
})
