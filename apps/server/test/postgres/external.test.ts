import {
  existsSync,
  readdirSync,
  readFileSync,
  chmodSync,
  mkdirSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import type { RunningDatabase } from '../../src/platform/postgres/embedded.ts'
import { openDatabase } from '../../src/platform/postgres/open-database.ts'
import {
  asUser,
  giveTo,
  plainEnvironment,
  runAs,
  whoRunsPostgres,
} from '../../src/platform/postgres/unprivileged.ts'
import { withDatabase, withUser } from '../../src/platform/postgres/url.ts'
import { oldServer } from './old-server.ts'
import { ask, askPatiently, clean, listeningLog, scratchDirectory } from './tools.ts'

// A PostgreSQL that somebody else runs: the oldest version we support, passwords over TCP.
const scratch = scratchDirectory()
const identity = whoRunsPostgres()
const directory = join(scratch, 'cluster')
const logFile = join(scratch, 'server.log')
const wanted = 15
let bin: string
let port: number
let server: ChildProcess
let databases = 0

const admin = (): string => `postgres://postgres:admin@127.0.0.1:${port}/postgres`
const address = (user: string, password: string, database: string): string =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

function findPostgres(): string {
  const root = '/usr/lib/postgresql'
  const found = join(root, String(wanted), 'bin')
  if (existsSync(join(found, 'initdb'))) return found
  for (const version of existsSync(root) ? readdirSync(root).toSorted() : []) {
    if (existsSync(join(root, version, 'bin', 'initdb'))) return join(root, version, 'bin')
  }
  throw new Error(`This test needs a PostgreSQL of the system: apt-get install postgresql-${wanted}`)
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

function startServer(): ChildProcess {
  return spawn(
    join(bin, 'postgres'),
    ['-D', directory, '-p', String(port), '-c', `unix_socket_directories=${directory}`, '-c', 'fsync=off'],
    { ...asUser(identity), cwd: scratch, env: plainEnvironment, stdio: 'ignore' },
  )
}

async function stopServer(): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await gone
}

/** A new owner with a database of its own, as an administrator makes them. */
async function newOwner(
  rights = 'createrole',
  password = 'p@ss:w/ör d',
): Promise<{ url: string; name: string }> {
  const name = `owner_${++databases}`
  await ask(admin(), `create role ${name} login ${rights} password '${password}'`)
  await ask(admin(), `create database base_${databases} owner ${name}`)
  return { url: address(name, password, `base_${databases}`), name }
}

async function dropRoles(): Promise<void> {
  const { rows } = {
    rows: await ask<{ name: string }>(
      admin(),
      `select datname as name from pg_database where datname ~ '^base_'`,
    ),
  }
  for (const { name } of rows) await ask(admin(), `drop database ${name} with (force)`)
  const roles = `select rolname as name from pg_roles where rolname ~ '^(owner_|zhanggui_|stranger)'`
  for (const { name } of await ask<{ name: string }>(admin(), roles)) await ask(admin(), `drop role ${name}`)
}

async function open(databaseUrl: string, databaseAppUrl?: string, waitSeconds = 0): Promise<RunningDatabase> {
  return openDatabase({
    dataDirectory: join(scratch, 'unused'),
    databaseUrl,
    databaseAppUrl,
    waitSeconds,
    log: listeningLog(),
  })
}

beforeAll(async () => {
  bin = findPostgres()
  port = await freePort()
  mkdirSync(directory, { mode: 0o700 })
  if (identity.switched) giveTo(identity, directory)
  const secret = join(scratch, 'secret')
  writeFileSync(secret, 'admin')
  chmodSync(secret, 0o644)
  const made = await runAs(
    identity,
    join(bin, 'initdb'),
    [
      '-D',
      directory,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    scratch,
  )
  if (made.code !== 0) throw new Error(made.stderr)
  writeFileSync(logFile, '')
  appendFileSync(
    join(directory, 'postgresql.conf'),
    `log_statement = 'all'\nlogging_collector = on\nlog_directory = '${directory}'\nlog_filename = 'statements.log'\n`,
  )
  server = startServer()
  await askPatiently(admin(), 'select 1')
})

beforeEach(dropRoles)

afterAll(async () => {
  await stopServer()
  await clean(scratch, [])
})

describe('an external database', () => {
  test('is opened with its roles, migrated, and left running when the program stops', async () => {
    const { url } = await newOwner()
    const database = await open(url)
    expect(database.mode).toBe('external')
    expect(database.pid()).toBeUndefined()
    expect(database.describe()).toMatch(
      /^PostgreSQL \d+\.\d+.*, external, owner_\d+@127\.0\.0\.1:\d+\/base_\d+$/,
    )
    expect(await ask(database.appUrl, 'select current_user::text as name')).toEqual([
      { name: 'zhanggui_app' },
    ])
    const [role] = await ask(admin(), `select * from pg_roles where rolname = 'zhanggui_app'`)
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })
    const migrations = join(scratch, 'migrations')
    mkdirSync(migrations)
    writeFileSync(join(migrations, '0001_a.sql'), 'create schema a; grant usage on schema a to zhanggui_app;')
    expect((await migrate({ ownerUrl: url, directory: migrations })).applied).toEqual(['0001_a'])
    await database.stop()
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('gives every node the same application password, which no log has seen', async () => {
    const { url } = await newOwner()
    const nodes = await Promise.all([open(url), open(url), open(url)])
    expect(new Set(nodes.map((node) => node.appUrl)).size).toBe(1)
    const password = new URL(nodes[0]?.appUrl ?? '').password
    expect(password).toHaveLength(43)
    const log = readFileSync(join(directory, 'statements.log'), 'utf8')
    expect(log).toContain('alter role zhanggui_app password')
    expect(log).not.toContain(password)
  })

  test('keeps the application password while nothing changes, and follows a new password of the owner', async () => {
    const { url, name } = await newOwner()
    const before = await open(url)
    const stored = `select rolpassword from pg_authid where rolname = 'zhanggui_app'`
    const [first] = await ask(admin(), stored)
    expect((await open(url)).appUrl).toBe(before.appUrl)
    expect((await ask(admin(), stored))[0]).toEqual(first)
    await ask(admin(), `alter role ${name} password 'another'`)
    const after = await open(withUser(url, name, 'another'))
    expect(after.appUrl).not.toBe(before.appUrl)
    expect(await ask(after.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(ask(before.appUrl, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('shares its server with a second one of the same owner, and neither takes the other’s password', async () => {
    const { url, name } = await newOwner()
    await ask(admin(), `create database base_second owner ${name}`)
    const [one, two] = await Promise.all([open(url), open(withDatabase(url, 'base_second'))])
    expect(await ask(one.appUrl, 'select current_database()::text as name')).toEqual([
      { name: `base_${databases}` },
    ])
    expect(await ask(two.appUrl, 'select current_database()::text as name')).toEqual([
      { name: 'base_second' },
    ])
    expect(await ask((await open(url)).appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await ask(two.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('and others set up at the same moment on a new server make the roles together', async () => {
    const owner = await newOwner()
    const urls = [owner.url]
    for (const name of ['base_x', 'base_y', 'base_z']) {
      await ask(admin(), `create database ${name} owner ${owner.name}`)
      urls.push(withDatabase(owner.url, name))
    }
    const empty = join(scratch, 'empty')
    mkdirSync(empty, { recursive: true })
    const results = await Promise.all(urls.map(async (url) => migrate({ ownerUrl: url, directory: empty })))
    expect(results).toHaveLength(4)
  })
})

describe('an owner without the right to make roles', () => {
  test('is told what to run, and after that it works', async () => {
    const { url, name } = await newOwner('nocreaterole')
    const error = await open(url).catch((error: unknown) => error as { code: string; zh: string; en: string })
    expect(error).toMatchObject({ code: 'roles_missing' })
    const sql = /(CREATE ROLE .*NOLOGIN;)/.exec((error as { en: string }).en)?.[1] ?? ''
    expect((error as { zh: string }).zh).toContain(sql)
    await ask(admin(), sql)
    await ask(admin(), `alter role zhanggui_app password 'given'`)
    await expect(open(url)).rejects.toMatchObject({ code: 'sign_in_refused' })
    const appUrl = withUser(url, 'zhanggui_app', 'given')
    expect((await open(url, appUrl)).appUrl).toBe(appUrl)
    await ask(admin(), `alter role ${name} createrole`)
    await expect(open(url)).resolves.toMatchObject({ mode: 'external' })
  })
})

describe('an application address', () => {
  test('that leads to a role stronger than row-level security is refused', async () => {
    const { url } = await newOwner()
    await open(url)
    await expect(
      open(url, withDatabase(admin(), 'base_1'.replace('1', String(databases)))),
    ).rejects.toMatchObject({
      code: 'role_too_strong',
    })
    await ask(admin(), 'alter role zhanggui_app bypassrls')
    await expect(open(url)).rejects.toMatchObject({ code: 'role_too_strong' })
  })

  test('of a role without the rights of the application is refused until it has them', async () => {
    const { url } = await newOwner()
    await open(url)
    await ask(admin(), `create role stranger login password 'stranger'`)
    const appUrl = withUser(url, 'stranger', 'stranger')
    await expect(open(url, appUrl)).rejects.toMatchObject({ code: 'role_without_rights' })
    await ask(admin(), 'grant zhanggui_app to stranger')
    expect((await open(url, appUrl)).appUrl).toBe(appUrl)
  })
})

describe('an address that does not work is refused with the reason, and without the password:', () => {
  test('nobody listens', async () => {
    const closed = await freePort()
    const attempt = open(`postgres://me:secret@127.0.0.1:${closed}/base`)
    await expect(attempt).rejects.toMatchObject({ code: 'unreachable' })
    await expect(attempt).rejects.toThrow(`me@127.0.0.1:${closed}/base`)
    await expect(attempt).rejects.not.toThrow('secret')
    await expect(open('postgres://me@no-such-host.invalid/base')).rejects.toMatchObject({
      code: 'unreachable',
    })
    await expect(open('postgres://me@/base?host=/no/socket')).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('the password is wrong or missing, or the user unknown', async () => {
    const { url, name } = await newOwner()
    for (const wrong of [
      withUser(url, name, 'wrong'),
      withUser(url, name, undefined),
      withUser(url, 'nobody', 'x'),
    ]) {
      const attempt = open(wrong)
      await expect(attempt).rejects.toMatchObject({ code: 'sign_in_refused' })
      await expect(attempt).rejects.toThrow(/拒绝登录/)
    }
  })

  test('the database is not there', async () => {
    const { url } = await newOwner()
    await expect(open(withDatabase(url, 'missing'))).rejects.toMatchObject({ code: 'no_such_database' })
  })

  test('it is no address of PostgreSQL', async () => {
    await expect(open('mysql://me@localhost/base')).rejects.toMatchObject({ code: 'bad_address' })
  })

  test('its encoding cannot hold Chinese', async () => {
    const { url, name } = await newOwner()
    await ask(admin(), `create database base_latin owner ${name} encoding 'LATIN1' template template0`)
    const attempt = open(withDatabase(url, 'base_latin'))
    await expect(attempt).rejects.toMatchObject({ code: 'not_utf8' })
    await expect(attempt).rejects.toThrow(/LATIN1/)
  })

  test('the server is too old', async () => {
    const old = await oldServer()
    const attempt = open(`postgres://me@127.0.0.1:${old.port}/base`)
    await expect(attempt).rejects.toMatchObject({ code: 'too_old' })
    await expect(attempt).rejects.toThrow(/PostgreSQL 14\.9/)
    old.close()
  })
})

test('a server that starts after the program is waited for', async () => {
  const { url } = await newOwner()
  await stopServer()
  const opening = open(url, undefined, 20)
  setTimeout(() => (server = startServer()), 1_000)
  expect(await ask((await opening).appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})
