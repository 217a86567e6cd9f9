import { existsSync, realpathSync } from 'node:fs'
import { clusterIn } from './cluster.ts'
import type { RunningDatabase } from './embedded.ts'
import { embeddedUrls, lockFile } from './embedded.ts'
import { isHeldHere } from './lock.ts'
import { readPidfile } from './pidfile.ts'
import { isServerOf } from './processes.ts'
import { rolesOf } from './roles.ts'

/**
 * The embedded database that a running program supervises in this directory, for a command beside it (an import, a
 * check); undefined when none is running, and then the command opens the database itself. `stop` leaves it running.
 */
export async function joinEmbedded(path: string): Promise<RunningDatabase | undefined> {
  if (!existsSync(path)) return undefined
  const dataDirectory = realpathSync(path)
  if (!isHeldHere(lockFile(dataDirectory))) return undefined
  const cluster = clusterIn(dataDirectory)
  const found = readPidfile(cluster.directory)
  if (found?.status !== 'ready' || !isServerOf(found.pid, cluster)) return undefined
  const { ownerUrl } = embeddedUrls(found.socketDirectory)
  return {
    mode: 'embedded',
    ownerUrl,
    appUrl: await rolesOf(ownerUrl),
    stop: async () => undefined,
    pid: () => found.pid,
    describe: () => `PostgreSQL, embedded, run by another process, data in ${dataDirectory}`,
  }
}
