import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/migrate.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { isHeldHere } from '../../src/platform/postgres/lock.ts'
import { processesAt, signal } from '../../src/platform/postgres/processes.ts'
import { withDatabase } from '../../src/platform/postgres/url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * The PostgreSQL of this run: its empty database, as owner and as application, the migrated template, and a
     * directory for whatever a test makes, which goes, with all that still runs in it, when the run ends.
     */
    postgres: { ownerUrl: string; appUrl: string; template: string; scratch: string }
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
  removeAbandoned()
  const directory = mkdtempSync(join(tmpdir(), prefix))
  // When root runs the tests PostgreSQL is somebody else, who must be able to pass.
  chmodSync(directory, 0o711)
  const database = await startEmbedded({
    dataDirectory: join(directory, 'data'),
    log: quiet,
    quick: true,
  }).catch((error: unknown) => {
    remove(directory)
    throw error
  })
  // An interrupted run (Ctrl-C, an error in vitest) ends without the teardown: end it here at once.
  const onExit = (): void => remove(directory)
  process.once('exit', onExit)
  const { ownerUrl, appUrl } = database
  await withClient(ownerUrl, async (client) => client.query(`create database ${template}`))
  const empty = join(directory, 'no-migrations')
  mkdirSync(empty)
  await migrate({
    ownerUrl: withDatabase(ownerUrl, template),
    directory: existsSync(migrations) ? migrations : empty,
  })
  project.provide('postgres', { ownerUrl, appUrl, template, scratch: directory })
  return async () => {
    await database.stop()
    process.removeListener('exit', onExit)
    remove(directory)
  }
}

/** Directories of runs that were killed: nobody living holds their lock, though their PostgreSQL may live on. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const directory = join(tmpdir(), name)
    const lock = join(directory, 'data', 'zhanggui.lock')
    const age = Date.now() - (statSync(directory, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    // A run that begins has no lock yet.
    const abandoned = existsSync(lock) ? !isHeldHere(lock) : age > 600_000
    if (abandoned) remove(directory)
  }
}

/** End whatever runs there, by force, and remove it. Nothing in it is worth a shutdown, and no time may be left. */
function remove(directory: string): void {
  for (let attempt = 1; existsSync(directory); attempt++) {
    for (const pid of processesAt(directory)) if (pid !== process.pid) signal(pid, 'SIGKILL')
    try {
      rmSync(directory, { recursive: true, force: true })
    } catch (error) {
      // Somebody still writes there, or another run is tidying up the same directory.
      if (attempt === 50) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}
