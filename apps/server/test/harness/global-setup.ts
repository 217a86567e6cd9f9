import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/migrate.ts'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { serversOf, signal, startOf, waitUntil } from '../../src/platform/postgres/processes.ts'
import { withDatabase } from '../../src/platform/postgres/url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL of this run: its empty database, as owner and as application, and the migrated template. */
    postgres: { ownerUrl: string; appUrl: string; template: string }
  }
}

const prefix = 'zhanggui-test-'
const template = 'zhanggui_template'
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))
const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (text: string, data?: object) => process.stderr.write(`${text} ${JSON.stringify(data)}\n`),
}

/**
 * One PostgreSQL for the whole run, in a temporary directory and without durability, with a migrated template
 * database that `copyDatabase` copies. Whatever an earlier run left behind when it was killed is removed first.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const directory = mkdtempSync(join(tmpdir(), prefix))
  // When root runs the tests PostgreSQL is somebody else, who must be able to pass.
  chmodSync(directory, 0o711)
  const removeNow = (): void => rmSync(directory, { recursive: true, force: true })
  const database = await startEmbedded({
    dataDirectory: join(directory, 'data'),
    log: quiet,
    quick: true,
  }).catch((error: unknown) => {
    removeNow()
    throw error
  })
  // An interrupted run (Ctrl-C, an error in vitest) ends without the teardown: end it here at once.
  const onExit = (): void => {
    const pid = database.pid()
    if (pid !== undefined) signal(pid, 'SIGQUIT')
    removeNow()
  }
  process.once('exit', onExit)
  const { ownerUrl, appUrl } = database
  await withClient(ownerUrl, async (client) => client.query(`create database ${template}`))
  const empty = join(directory, 'no-migrations')
  mkdirSync(empty)
  await migrate({
    ownerUrl: withDatabase(ownerUrl, template),
    directory: existsSync(migrations) ? migrations : empty,
  })
  project.provide('postgres', { ownerUrl, appUrl, template })
  return async () => {
    await database.stop()
    process.removeListener('exit', onExit)
    removeNow()
  }
}

/** Directories of runs that were killed: nobody living holds their lock, though their PostgreSQL may live on. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const directory = join(tmpdir(), name)
    const lock = join(directory, 'data', 'zhanggui.lock')
    if (!existsSync(lock)) continue
    const owner = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number; start: string }
    if (startOf(owner.pid) === owner.start) continue
    const cluster = clusterIn(join(directory, 'data'))
    for (const pid of serversOf(cluster)) signal(pid, 'SIGQUIT')
    await waitUntil(() => serversOf(cluster).length === 0, 5_000)
    rmSync(directory, { recursive: true, force: true })
  }
}
