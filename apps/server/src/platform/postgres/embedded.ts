import { chmodSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { escapeIdentifier } from 'pg'
import { installedNative, prepareBinaries } from './binaries.ts'
import { clusterIn, mustRead, prepareCluster } from './cluster.ts'
import { codeOf, withClient } from './connect.ts'
import { atExit } from './exit.ts'
import type { Lock } from './lock.ts'
import { LockHeld, takeLock } from './lock.ts'
import type { Log } from './log.ts'
import { AlreadyRunning, DatabaseProblem } from './problem.ts'
import { signal } from './processes.ts'
import { rolesOf } from './roles.ts'
import type { Server, ServerSetup } from './server.ts'
import { adoptServer, clearLeftovers, startServer, stopServer, trimLog } from './server.ts'
import { clearSocket, makeSocketDirectory } from './socket-directory.ts'
import type { Identity } from './unprivileged.ts'
import { mustEnter, whoRunsPostgres } from './unprivileged.ts'
import { socketUrl } from './url.ts'

/** A database that is up, with its roles, not yet migrated. */
export interface RunningDatabase {
  mode: 'embedded' | 'external'
  /** For migrations: owns the database. */
  ownerUrl: string
  /** For everything else: bound by row-level security, owns nothing. */
  appUrl: string
  /** Shut down what this program started; nothing for an external database. May be called more than once. */
  stop(): Promise<void>
  /** The process number of PostgreSQL, while it runs and is ours. */
  pid(): number | undefined
  /** One line for people, without secrets. */
  describe(): string
}

const ownerRole = 'zhanggui_owner'
const database = 'zhanggui'

/** The addresses of the embedded database behind this socket. */
export function embeddedUrls(socketDirectory: string): { ownerUrl: string; superuserUrl: string } {
  return {
    ownerUrl: socketUrl(ownerRole, database, socketDirectory),
    superuserUrl: socketUrl('postgres', 'postgres', socketDirectory),
  }
}

/** The lock that the one supervisor of a data directory holds. */
export function lockFile(dataDirectory: string): string {
  return join(dataDirectory, 'zhanggui.lock')
}

/**
 * Start the PostgreSQL that comes with the program, with its data in `dataDirectory`, and keep it running: one
 * supervisor a directory, restarted when it dies, adopted when an earlier program was killed, shut down by `stop`.
 * `native` is where its programs are (default: the installed package). `quick` gives up durability for the speed of
 * tests and must never be used for data that matters.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<RunningDatabase> {
  const identity = whoRunsPostgres()
  const dataDirectory = makeDataDirectory(options.dataDirectory, identity)
  const state: State = { ...atRest, stopping: new AbortController() }
  let lock: Lock | undefined
  const over = (): void => {
    forgetExit()
    lock?.release()
  }
  // A program that ends without `stop` must leave neither a server nor its lock behind: not by an uncaught error, nor
  // by a signal that it does not handle itself, for example because it is still starting. So this stands before both.
  const forgetExit = atExit({
    now: () => {
      if (state.pid !== undefined) signal(state.pid, 'SIGINT')
      lock?.release()
    },
    orderly: async () => {
      state.stopping.abort(new Error('asked to end'))
      const database = await starting.catch(() => undefined)
      await database?.stop()
    },
  })
  const startLocked = async (): Promise<RunningDatabase> => {
    try {
      lock = await takeDataLock(dataDirectory)
    } catch (error) {
      over()
      throw error
    }
    return startHere({ ...options, dataDirectory, identity }, state, over)
  }
  const starting = startLocked()
  return starting
}

/** What `startEmbedded` is asked for. */
export interface EmbeddedOptions {
  dataDirectory: string
  log: Log
  native?: string
  quick?: boolean
}

async function startHere(
  options: EmbeddedOptions & { identity: Identity },
  state: State,
  over: () => void,
): Promise<RunningDatabase> {
  const { dataDirectory, identity, log, quick = false } = options
  let setup: ServerSetup | undefined
  try {
    await mustEnter(identity, dataDirectory)
    const native = options.native ?? installedNative()
    const cluster = clusterIn(dataDirectory)
    mustRead(cluster, identity)
    const binaries = await prepareBinaries({ native, dataDirectory, identity, log })
    const socketDirectory = makeSocketDirectory(dataDirectory, identity)
    setup = { cluster, dataDirectory, socketDirectory, binaries, identity, quick, log }
    await bringUp(setup, state)
    const { ownerUrl, superuserUrl } = embeddedUrls(socketDirectory)
    await makeDatabase(superuserUrl)
    const appUrl = await rolesOf(ownerUrl)
    const trimming = setInterval(() => trimLog(dataDirectory), 3_600_000).unref()
    const running = setup
    let stopped: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      clearInterval(trimming)
      await takeDown(running, state)
      over()
    }
    return {
      mode: 'embedded',
      ownerUrl,
      appUrl,
      stop: async () => (stopped ??= stop()),
      pid: () => state.server?.pid,
      describe: () =>
        `PostgreSQL ${binaries.version}, embedded, data in ${dataDirectory}, socket in ${socketDirectory}`,
    }
  } catch (error) {
    await takeDown(setup, state)
    over()
    throw error
  }
}

interface State {
  server: Server | undefined
  /** The process that is the server or is becoming it. */
  pid: number | undefined
  stopping: AbortController
  /** The restart under way, or the last one. */
  restart: Promise<void>
  /** Milliseconds to wait before the next restart. */
  pause: number
}

const shortPause = 100
const longPause = 30_000
const atRest = { server: undefined, pid: undefined, restart: Promise.resolve(), pause: shortPause }

/** Adopt or start the server; tried a few times, since what died a moment ago may take another to let go. */
async function bringUp(setup: ServerSetup, state: State): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const server = (await adoptServer(setup)) ?? (await startFirst(setup, state))
      void watch(setup, state, server)
      return
    } catch (error) {
      const lasting = !(error instanceof DatabaseProblem) || error.code !== 'start_failed'
      if (lasting || attempt === 3) throw error
      setup.log.warn('PostgreSQL did not start; trying again', { attempt, reason: words(error) })
      await sleep(300 * attempt)
    }
  }
}

async function startFirst(setup: ServerSetup, state: State): Promise<Server> {
  await clearLeftovers(setup.cluster, setup.log)
  await prepareCluster(setup)
  return startOnce(setup, state)
}

async function startOnce(setup: ServerSetup, state: State): Promise<Server> {
  await clearLeftovers(setup.cluster, setup.log)
  clearSocket(setup.socketDirectory)
  try {
    return await startServer(setup, state.stopping.signal, (pid) => (state.pid = pid))
  } catch (error) {
    state.pid = undefined
    throw error
  }
}

async function watch(setup: ServerSetup, state: State, server: Server): Promise<void> {
  state.server = server
  state.pid = server.pid
  const since = performance.now()
  await server.gone
  state.server = undefined
  state.pid = undefined
  if (state.stopping.signal.aborted) return
  setup.log.error('PostgreSQL ended unexpectedly; starting it again', { pid: server.pid })
  // One that keeps falling over is given longer and longer pauses; one that ran for a minute is trusted again.
  if (performance.now() - since > 60_000) state.pause = shortPause
  state.restart = restart(setup, state)
}

async function restart(setup: ServerSetup, state: State): Promise<void> {
  const { signal: abandon } = state.stopping
  for (;;) {
    await sleep(state.pause, undefined, { signal: abandon }).catch(() => undefined)
    if (abandon.aborted) return
    state.pause = Math.min(longPause, state.pause * 2)
    try {
      const server = await startOnce(setup, state)
      setup.log.info('PostgreSQL is back', { pid: server.pid })
      void watch(setup, state, server)
      return
    } catch (error) {
      if (abandon.aborted) return
      setup.log.error('PostgreSQL did not start; trying again', { reason: words(error) })
    }
  }
}

async function takeDown(setup: ServerSetup | undefined, state: State): Promise<void> {
  state.stopping.abort(new Error('stopping'))
  await state.restart
  if (setup === undefined) return
  if (state.server !== undefined) await stopServer(setup.cluster, state.server)
  const { socketDirectory, dataDirectory } = setup
  if (dirname(socketDirectory) !== dataDirectory) rmSync(socketDirectory, { recursive: true, force: true })
}

/** Only what is missing is made, and only for us to read; other directories keep the rights that they have. */
function makeDataDirectory(path: string, identity: Identity): string {
  const wanted = resolve(path)
  try {
    const made = mkdirSync(wanted, { recursive: true, mode: 0o700 })
    if (made !== undefined && identity.switched) {
      // PostgreSQL's user must be able to pass through, not to look.
      for (let at = wanted; at.length >= made.length; at = dirname(at)) chmodSync(at, 0o711)
    }
    return realpathSync(wanted)
  } catch (error) {
    throw notWritable(error, wanted)
  }
}

async function takeDataLock(dataDirectory: string): Promise<Lock> {
  try {
    return await takeLock(lockFile(dataDirectory))
  } catch (error) {
    if (error instanceof LockHeld) throw new AlreadyRunning(error.pid, dataDirectory, error.elsewhere)
    throw notWritable(error, dataDirectory)
  }
}

function notWritable(error: unknown, directory: string): unknown {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(codeOf(error) ?? '')) return error
  const text = {
    zh: `不能在数据目录 ${directory} 中写入（${words(error)}）。请检查它的所有者和权限，或另设 ZHANGGUI_DATA。`,
    en: `The data directory ${directory} cannot be written (${words(error)}). Check whose it is and its rights, or set ZHANGGUI_DATA to another directory.`,
  }
  return new DatabaseProblem('data_not_writable', text, error)
}

/** The bootstrap superuser does nothing but this: an owner that is none, and its database. */
async function makeDatabase(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const role = await client.query('select from pg_roles where rolname = $1', [ownerRole])
    if (role.rowCount === 0) await client.query(`create role ${ownerRole} login createrole createdb`)
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) {
      await client.query(
        `create database ${escapeIdentifier(database)} owner ${ownerRole} template template0`,
      )
    }
  })
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
