import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { composeHouse } from './composition.ts'
import type { Config } from '#platform/config'
import { openPool } from '#platform/database'
import type { Database } from '#platform/database'
import { openFileStore } from '#platform/files'
import type { FileStore } from '#platform/files'
import { serveApiDescription } from '#platform/http/api-description'
import { buildServer } from '#platform/http/build-server'
import { serveEvents } from '#platform/http/events'
import { serveOperations } from '#platform/http/operations'
import { servePages } from '#platform/http/pages'
import { startJobs } from '#platform/jobs'
import type { Jobs } from '#platform/jobs'
import { openLiveHub } from '#platform/live'
import type { LiveHub } from '#platform/live'
import { makeLog, plainLog } from '#platform/log'
import type { Logger } from '#platform/log'
import { migrate } from '#platform/migrate'
import { openDatabase } from '#platform/postgres/open-database'

export type Role = 'all' | 'api' | 'worker'

export type Running = {
  config: Config
  log: Logger
  ownerUrl: string
  appUrl: string
  database: Database
  address: string | undefined
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** The program's clock: the only place where the present is asked for. */
export const present = (): string => new globalThis.Date().toISOString()

/**
 * Starts the program: database, migrations, queue, and, unless it is a worker only, the server. `prepare` runs
 * once the database is there and before anything is served (the demo community moves in).
 */
export async function start(
  config: Config,
  options: {
    role: Role
    prepare?: (parts: {
      ownerUrl: string
      database: Database
      store: FileStore
      config: Config
      log: Logger
    }) => Promise<void>
  },
): Promise<Running> {
  const log = makeLog(config.logLevel)
  const postgres = await openDatabase({
    dataDirectory: config.dataDirectory,
    databaseUrl: config.databaseUrl,
    databaseAppUrl: config.databaseAppUrl,
    log: plainLog(log),
  })
  const stops: (() => Promise<void>)[] = [() => postgres.stop()]
  const stop = async () => {
    for (const it of stops.toReversed())
      await it().catch((error: unknown) => log.warn({ err: error }, 'stopping'))
    stops.length = 0
  }
  try {
    await migrate({ ownerUrl: postgres.ownerUrl, log: plainLog(log) })
    const database = openPool({
      url: postgres.appUrl,
      size: config.poolSize,
      onError: (error) => log.debug({ err: error }, 'an idle connection was lost'),
    })
    stops.push(() => database.close())
    const store = openFileStore({ url: config.filesUrl, directory: join(config.dataDirectory, 'files') })
    await options.prepare?.({ ownerUrl: postgres.ownerUrl, database, store, config, log })
    const house = composeHouse({ config, database, store, now: present })
    const jobs = await startJobs({
      ownerUrl: postgres.ownerUrl,
      tasks: house.tasks,
      crontab: house.crontab,
      rounds: house.rounds,
      concurrency: config.jobs,
      relayOnly: options.role === 'api',
      log,
    })
    stops.push(() => jobs.close())
    let address: string | undefined
    if (options.role !== 'worker') {
      const hub = openLiveHub({ url: postgres.appUrl, log })
      stops.push(() => hub.close())
      const server = await serve({ config, log, database, house, hub, jobs })
      stops.push(() => server.close())
      address = await server.listen({ port: config.port, host: config.host })
    }
    return { config, log, ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, database, address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function serve(parts: {
  config: Config
  log: Logger
  database: Database
  house: ReturnType<typeof composeHouse>
  hub: LiveHub
  jobs: Jobs
}): Promise<FastifyInstance> {
  const { config, log, database, house } = parts
  const serverParts = {
    config,
    database,
    log,
    bindings: house.bindings,
    authenticate: house.authenticate,
    now: present,
  }
  const server = await buildServer(serverParts)
  // Whatever a request queued goes out at once, not at the next look.
  server.addHook('onResponse', async (request) => {
    if (request.method === 'POST') parts.jobs.wake()
  })
  serveEvents(server, serverParts, parts.hub)
  serveOperations(server, { config, database })
  serveApiDescription(server)
  await servePages(server, {
    demo: config.demo,
    apps: [
      { directory: join(root, 'apps/console/dist'), path: '/desk/', also: [] },
      { directory: join(root, 'apps/resident/dist'), path: '/app/', also: ['/r/:token', '/f/:secret'] },
    ],
  })
  return server
}

export const hasWebSources = (): boolean => existsSync(join(root, 'scripts/build.ts'))
