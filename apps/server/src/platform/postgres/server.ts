import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  fchmodSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import type { Log } from './log.ts'
import { readPidfile } from './pidfile.ts'
import { DatabaseProblem } from './problem.ts'
import { isAlive, isServerOf, isTaken, serversOf, signal, waitUntil } from './processes.ts'
import type { Identity } from './unprivileged.ts'
import { asUser, plainEnvironment } from './unprivileged.ts'

/** All that is needed to start the server of a cluster. */
export interface ServerSetup {
  cluster: Cluster
  dataDirectory: string
  socketDirectory: string
  binaries: Binaries
  identity: Identity
  /** No durability, for the speed of tests. */
  quick: boolean
  log: Log
}

/** A server that takes connections. */
export interface Server {
  pid: number
  /** Settles when it is gone. */
  gone: Promise<void>
}

/** How to end a server, and how many milliseconds to wait before the next, harder way. */
const shutdown: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 8_000],
  ['SIGKILL', 5_000],
]

/**
 * Start PostgreSQL and wait until it takes connections; recovery after a crash may take its time and is not cut
 * short. `spawned` hears its number at once. When `abandon` fires the start is undone. A failed start throws, with
 * the end of its log.
 */
export async function startServer(
  setup: ServerSetup,
  abandon: AbortSignal,
  spawned: (pid: number) => void,
): Promise<Server> {
  const { cluster, dataDirectory, identity } = setup
  trimLog(dataDirectory)
  const log = openSync(logFile(dataDirectory), 'a', 0o600)
  fchmodSync(log, 0o600)
  const logStart = statSync(logFile(dataDirectory)).size
  const child = spawn(setup.binaries.postgres, argumentsOf(setup), {
    ...asUser(identity),
    cwd: dataDirectory,
    env: plainEnvironment,
    // A session of its own: Ctrl-C in the terminal is for us, and we shut it down in our own order.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (child.pid !== undefined) spawned(child.pid)
  const gone = endOf(child)
  const state = { over: false }
  void gone.then(() => (state.over = true))
  while (!state.over) {
    const pidfile = readPidfile(cluster.directory)
    if (child.pid !== undefined && pidfile?.pid === child.pid && pidfile.status === 'ready') {
      return { pid: child.pid, gone }
    }
    if (abandon.aborted && child.pid !== undefined && isServerOf(child.pid, cluster)) {
      await stopServer(cluster, { pid: child.pid, gone })
      throw abandon.reason
    }
    await sleep(10)
  }
  const words = readFileSync(logFile(dataDirectory)).subarray(logStart).toString('utf8').trim()
  throw new DatabaseProblem('start_failed', {
    zh: `PostgreSQL 没能启动。它的日志（${logFile(dataDirectory)}）最后写道：${lastLines(words)}`,
    en: `PostgreSQL did not start. Its log (${logFile(dataDirectory)}) ends with: ${lastLines(words)}`,
  })
}

/**
 * Take over a server that an earlier, killed program left running; undefined when there is none or when it was
 * started in another way than this program would (then it is shut down, to be started anew).
 */
export async function adoptServer(setup: ServerSetup): Promise<Server | undefined> {
  const { cluster, log } = setup
  for (;;) {
    const found = readPidfile(cluster.directory)
    if (found === undefined || !isServerOf(found.pid, cluster)) return undefined
    if (found.status === 'ready') {
      const server = { pid: found.pid, gone: endOfStranger(found.pid) }
      if (startedAs(setup)) {
        log.warn('PostgreSQL was still running after an earlier program ended; taking it over', {
          pid: found.pid,
        })
        return server
      }
      log.warn('PostgreSQL was still running, with other settings; starting it anew', { pid: found.pid })
      await stopServer(cluster, server)
      return undefined
    }
    // Starting, recovering or shutting down: it will become ready or go.
    await sleep(20)
  }
}

/**
 * See that nothing of a dead server is in the way of a new one. Its backends may outlive it for a while and must
 * be gone first, and the number in its pid file may by now belong to some other process, or to its own zombie in a
 * container whose first process never collects the dead: PostgreSQL would take either for a living server. Must only
 * be called when no server of the cluster is alive.
 */
export async function clearLeftovers(cluster: Cluster, log: Log): Promise<void> {
  if (!(await waitUntil(() => serversOf(cluster).length === 0, 2_000))) {
    // Without a postmaster nothing they do can be committed safely any more; recovery settles what they did.
    log.warn('ending processes that a dead PostgreSQL left behind', { pids: serversOf(cluster) })
    for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
      for (const pid of serversOf(cluster)) signal(pid, name)
      if (await waitUntil(() => serversOf(cluster).length === 0, 5_000)) break
    }
  }
  const found = readPidfile(cluster.directory)
  if (found !== undefined && isTaken(found.pid)) {
    log.warn('removing a pid file whose number no longer belongs to PostgreSQL', { pid: found.pid })
    rmSync(join(cluster.directory, 'postmaster.pid'), { force: true })
  }
}

/** Shut the server down: fast (transactions are rolled back), then at once, then by force. */
export async function stopServer(cluster: Cluster, server: Server, steps = shutdown): Promise<void> {
  const over = server.gone.then(() => true)
  for (const [name, patience] of steps) {
    if (isServerOf(server.pid, cluster)) signal(server.pid, name)
    const timer = new AbortController()
    const late = sleep(patience, false, { signal: timer.signal }).catch(() => false)
    const ended = await Promise.race([over, late])
    timer.abort()
    if (ended) break
  }
  // After force its children may still be about, and nobody else would end them.
  for (const pid of serversOf(cluster)) signal(pid, 'SIGKILL')
}

/** Keep the server's log small: what is beyond a few megabytes moves to one older file. */
export function trimLog(dataDirectory: string): void {
  const file = logFile(dataDirectory)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < 8_000_000) return
  // Copied and cut rather than renamed: a running server goes on writing to the same file.
  copyFileSync(file, `${file}.1`)
  truncateSync(file, 0)
}

function argumentsOf(setup: ServerSetup): string[] {
  const durable = setup.quick ? 'off' : 'on'
  const settings = {
    cluster_name: setup.cluster.mark,
    // Only noted: a server of another version that is found running is then seen to be another.
    'zhanggui.version': setup.binaries.version,
    // Never the network: the bundled TLS library is old, and nobody but this program has business here.
    listen_addresses: '',
    unix_socket_directories: setup.socketDirectory,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    // What a statement complained about may name a resident; the program's own log knows what went wrong.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    // A roster of thousands comes in at once; plans made for empty tables should not last a minute.
    autovacuum_naptime: '10s',
  }
  return ['-D', setup.cluster.directory, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
}

/** PostgreSQL notes the command line it was started with; quotes stand around each argument. */
function startedAs(setup: ServerSetup): boolean {
  const noted = readFileSync(join(setup.cluster.directory, 'postmaster.opts'), 'utf8').trim()
  return noted === [setup.binaries.postgres, ...argumentsOf(setup).map((word) => `"${word}"`)].join(' ')
}

async function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
}

async function endOfStranger(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200)
}

function logFile(dataDirectory: string): string {
  return join(dataDirectory, 'postgres.log')
}

function lastLines(text: string): string {
  return text === '' ? '—' : text.split('\n').slice(-6).join(' | ')
}
