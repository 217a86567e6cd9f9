import { embeddedHome } from './embedded-home.ts'
import type { RunningDatabase } from './embedded.ts'
import { startEmbedded } from './embedded.ts'
import { tryExternal } from './external.ts'
import type { Log } from './log.ts'
import { rolesOf } from './roles.ts'
import { describeUrl } from './url.ts'

/**
 * Give the program its database: the one at `databaseUrl` when it is set, else the embedded one in `dataDirectory`.
 * Roles and database are there afterwards; migrations are the caller's next step. An external server that does not
 * answer is waited for, up to `waitSeconds` (10). Throws a `DatabaseProblem` that can be shown as it is.
 */
export async function openDatabase(config: {
  dataDirectory: string
  databaseUrl?: string | undefined
  databaseAppUrl?: string | undefined
  waitSeconds?: number
  log: Log
}): Promise<RunningDatabase> {
  const { dataDirectory, databaseUrl, databaseAppUrl, log } = config
  if (databaseUrl === undefined) {
    return startEmbedded({ dataDirectory: await embeddedHome(dataDirectory, log), log })
  }
  const { version } = await tryExternal(databaseUrl, log, config.waitSeconds ?? 10)
  const appUrl = await rolesOf(databaseUrl, databaseAppUrl)
  return {
    mode: 'external',
    ownerUrl: databaseUrl,
    appUrl,
    stop: async () => undefined,
    pid: () => undefined,
    describe: () => `PostgreSQL ${version}, external, ${describeUrl(databaseUrl)}`,
  }
}
