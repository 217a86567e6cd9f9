import {
  caseRoutes,
  casesByPlace,
  caseTasks,
  findCases,
  caseRounds,
  mayReadCasePhoto,
  openCasesByAssignee,
  promiseRoutes,
} from '#modules/cases'
import { communityNames, estateRoutes, placeOfCode } from '#modules/estate'
import { authenticate, identityRoutes, identityTasks } from '#modules/identity'
import { insightRoutes } from '#modules/insight'
import { messagingRoutes, messagingTasks } from '#modules/messaging'
import { peopleRoutes, personById } from '#modules/people'
import { workforceRoutes } from '#modules/workforce'
import type { Config } from '#platform/config'
import { read } from '#platform/context'
import type { Actor, Context } from '#platform/context'
import type { Database } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Binding } from '#platform/http/serving'
import type { Round, Task } from '#platform/jobs'

/** What the server is made of: the one file that knows every module. */
export type House = {
  bindings: Binding[]
  tasks: Record<string, Task>
  crontab: string
  rounds: Record<string, Round>
  authenticate: (token: string, now: string) => Promise<Actor | undefined>
}

/** Puts the modules together. What a room needs from one above it is handed in here. */
export function composeHouse(parts: {
  config: Pick<Config, 'demo' | 'publicUrl'>
  database: Database
  store: FileStore
  now: () => string
}): House {
  const { config, database, store, now } = parts
  const publicUrl = config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }
  return {
    bindings: [
      ...identityRoutes({
        database,
        demo: config.demo,
        communityNames,
        openCasesByAssignee,
        residentName,
        ...publicUrl,
      }),
      ...estateRoutes({ casesByPlace, ...publicUrl }),
      ...peopleRoutes({ findCases }),
      ...workforceRoutes(),
      ...messagingRoutes({ store, mayReadPhoto: mayReadCasePhoto, placeOfCode }),
      ...caseRoutes(),
      ...insightRoutes(),
      ...promiseRoutes(),
    ],
    tasks: { ...identityTasks(database, now), ...messagingTasks(database, now), ...caseTasks(database, now) },
    // Before dawn in China.
    crontab: '17 20 * * * identity:tidy\n41 19 * * * cases:learn',
    rounds: caseRounds(database, now),
    authenticate: (token, at) => authenticate(database, token, at),
  }
}

/** How the archive calls a resident: the name of the first person they are anywhere. */
async function residentName(context: Context): Promise<string | undefined> {
  const reach = context.actor.reach.find((it) => it.personIds.length > 0)
  const [personId] = reach?.personIds ?? []
  if (!reach || personId === undefined) return undefined
  return read(context, async (tx) => (await personById(tx, [reach.communityId], personId))?.name, [
    reach.communityId,
  ])
}
