import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import type { RunningDatabase } from '../../src/platform/postgres/embedded.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { joinEmbedded } from '../../src/platform/postgres/join-embedded.ts'
import { AlreadyRunning, DatabaseProblem } from '../../src/platform/postgres/problem.ts'
import { hereabouts, isAlive, serversOf, startOf } from '../../src/platform/postgres/processes.ts'
import { ask, clean, killHard, listeningLog, scratchDirectory, startProgram } from './tools.ts'

const scratch = scratchDirectory()
const used = new Set<string>()

function dataDirectory(name: string): string {
  const directory = join(scratch, name)
  used.add(directory)
  return directory
}

afterAll(async () => clean(scratch, used))

describe('the embedded database', () => {
  // A name that an address must escape, in the script that most of our users' directories are named in.
  const directory = dataDirectory('掌柜 数据+50%')
  const log = listeningLog()
  let database: RunningDatabase

  beforeAll(async () => {
    database = await startEmbedded({ dataDirectory: directory, log })
  })
  afterAll(async () => database.stop())

  test('is made on the first start, for Chinese text, with checksums, durable and off the network', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      database.ownerUrl,
      `select name, setting from pg_settings where name in ('data_checksums', 'server_encoding', 'fsync',
        'full_page_writes', 'synchronous_commit', 'listen_addresses', 'TimeZone')`,
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      data_checksums: 'on',
      server_encoding: 'UTF8',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '',
      TimeZone: 'UTC',
    })
    const locale = await ask(
      database.ownerUrl,
      `select datlocprovider::text, datlocale, datcollate, datctype from pg_database where datname = 'zhanggui'`,
    )
    expect(locale).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8', datcollate: 'C', datctype: 'C.UTF-8' },
    ])
    expect(log.said).toContain('making the database')
  })

  test('searches Chinese by trigram and sorts it by pinyin', async () => {
    await ask(database.ownerUrl, 'create extension pg_trgm')
    expect(await ask(database.ownerUrl, `select cardinality(show_trgm('电梯故障')) as trigrams`)).toEqual([
      { trigrams: 5 },
    ])
    const sorted = await ask<{ name: string }>(
      database.ownerUrl,
      `select name from (values ('张'), ('李'), ('王'), ('陈')) as t (name) order by name collate "zh-x-icu"`,
    )
    expect(sorted.map((row) => row.name)).toEqual(['陈', '李', '王', '张'])
  })

  test('has an owner that is no superuser and an application role that owns nothing', async () => {
    const [owner] = await ask(database.ownerUrl, `select * from pg_roles where rolname = current_user`)
    expect(owner).toMatchObject({
      rolname: 'zhanggui_owner',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      rolcreatedb: true,
    })
    const [app] = await ask(database.appUrl, `select * from pg_roles where rolname = current_user`)
    expect(app).toMatchObject({
      rolname: 'zhanggui_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })
    const quiet = `select rolname, rolcanlogin from pg_roles where rolname ~ '^zhanggui_(reader|auditor)' order by 1`
    expect(await ask(database.ownerUrl, quiet)).toEqual([
      { rolname: 'zhanggui_auditor', rolcanlogin: false },
      { rolname: 'zhanggui_reader', rolcanlogin: false },
    ])
    await expect(ask(database.appUrl, 'create table public.mine (id int)')).rejects.toThrow(
      /permission denied/,
    )
    await expect(ask(database.appUrl, 'create schema mine')).rejects.toThrow(/permission denied/)
  })

  test('has its socket in a directory that only its user can enter', () => {
    const socketDirectory = new URL(database.ownerUrl).searchParams.get('host') ?? ''
    expect(dirname(socketDirectory)).toBe(directory)
    expect(statSync(socketDirectory).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'postgres.log')).mode & 0o777).toBe(0o600)
  })

  test('does not write the values of rows into its log', async () => {
    await ask(database.ownerUrl, 'create table resident (phone text primary key)')
    const insert = `insert into resident values ('13800000000')`
    await ask(database.ownerUrl, insert)
    await expect(ask(database.ownerUrl, insert)).rejects.toThrow(/duplicate key/)
    const written = readFileSync(join(directory, 'postgres.log'), 'utf8')
    expect(written).toContain('duplicate key')
    expect(written).not.toContain('13800000000')
  })

  test('is refused to a second program, which says in both languages who has it', async () => {
    const error: unknown = await startEmbedded({ dataDirectory: directory, log }).catch(
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(AlreadyRunning)
    expect(error).toMatchObject({ pid: process.pid, code: 'already_running' })
    const other = await startProgram({ dataDirectory: directory }).hears('refused')
    expect(other.code).toBe('already_running')
    expect(other.zh).toContain(`进程 ${process.pid}`)
    expect(other.en).toContain(`process ${process.pid}`)
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('can be joined by a command beside the running program, which leaves it running', async () => {
    const joined = await joinEmbedded(directory)
    expect(joined).toMatchObject({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, mode: 'embedded' })
    await joined?.stop()
    expect(await ask(joined?.appUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await joinEmbedded(join(scratch, 'nowhere'))).toBeUndefined()
  })

  test('says what it is without secrets', () => {
    expect(database.mode).toBe('embedded')
    expect(database.describe()).toMatch(/^PostgreSQL 18\.\d+, embedded, data in .*掌柜 数据/)
    expect(isAlive(database.pid() ?? 0)).toBe(true)
  })
})

describe('stopping', () => {
  test('leaves no process, no lock and no socket behind, keeps the data, and may be asked twice', async () => {
    const directory = dataDirectory('stop')
    const first = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    await ask(first.ownerUrl, 'create table kept as select 42 as answer')
    const pid = first.pid() ?? 0
    await Promise.all([first.stop(), first.stop()])
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    expect(first.pid()).toBeUndefined()
    expect(await joinEmbedded(directory)).toBeUndefined()
    expect(serversOf(clusterIn(directory))).toEqual([])
    expect(readdirSync(directory).toSorted()).toEqual(['postgres', 'postgres.log', 'socket'])
    expect(readdirSync(join(directory, 'socket'))).toEqual([])
    expect(existsSync(join(directory, 'postgres', 'postmaster.pid'))).toBe(false)

    const log = listeningLog()
    const second = await startEmbedded({ dataDirectory: directory, log })
    expect(log.said).toEqual([])
    expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
  })

  test('cuts off a client in the middle of a query', async () => {
    const database = await startEmbedded({ dataDirectory: dataDirectory('stop'), log: listeningLog() })
    const query = ask(database.ownerUrl, 'select pg_sleep(60)')
    const outcome = expect(query).rejects.toThrow(/terminat/)
    while (
      (await ask(database.ownerUrl, `select from pg_stat_activity where query ~ '^select pg_sleep'`))
        .length === 0
    );
    const start = performance.now()
    await database.stop()
    expect(performance.now() - start).toBeLessThan(5_000)
    await outcome
  })
})

describe('the socket directory', () => {
  test('moves under the temporary directory when its path would be too long, and is removed again', async () => {
    const directory = dataDirectory(join('物业'.repeat(6), '数据目录'.repeat(6)))
    const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    const socketDirectory = new URL(database.ownerUrl).searchParams.get('host') ?? ''
    expect(socketDirectory.startsWith(directory)).toBe(false)
    expect(Buffer.byteLength(socketDirectory)).toBeLessThan(86)
    expect(statSync(socketDirectory).mode & 0o777).toBe(0o700)
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(existsSync(socketDirectory)).toBe(false)
  })
})

describe('a data directory', () => {
  test('made by another major version is refused, and stays as it is', async () => {
    const directory = dataDirectory('older')
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog() })).stop()
    const version = join(directory, 'postgres', 'PG_VERSION')
    writeFileSync(version, '15\n')
    const attempt = startEmbedded({ dataDirectory: directory, log: listeningLog() })
    await expect(attempt).rejects.toMatchObject({ code: 'data_of_another_version' })
    await expect(attempt).rejects.toThrow(/由 PostgreSQL 15 建立[^]*made by PostgreSQL 15/)
    expect(existsSync(join(directory, 'zhanggui.lock'))).toBe(false)
    writeFileSync(version, '18\n')
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog() })).stop()
  })

  test('with strange files where the database should be is refused', async () => {
    const directory = dataDirectory('strange')
    mkdirSync(join(directory, 'postgres'), { recursive: true })
    writeFileSync(join(directory, 'postgres', 'letter.txt'), '')
    const attempt = startEmbedded({ dataDirectory: directory, log: listeningLog() })
    await expect(attempt).rejects.toMatchObject({ code: 'data_not_recognised' })
  })

  test('whose database was moved to another disk, with a link in its place, is found and taken over', async () => {
    const directory = dataDirectory('moved')
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog() })).stop()
    const moved = dataDirectory('bigger-disk')
    renameSync(join(directory, 'postgres'), moved)
    symlinkSync(moved, join(directory, 'postgres'))
    const first = startProgram({ dataDirectory: directory })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    expect(database.pid()).toBe(pid)
    await database.stop()
  })

  test('left half-made by an interrupted first start is made anew', async () => {
    const directory = dataDirectory('half')
    const draft = join(directory, 'postgres.draft-1')
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog() })).stop()
    renameSync(join(directory, 'postgres'), draft)
    rmSync(join(draft, 'global'), { recursive: true })
    const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(existsSync(draft)).toBe(false)
  })

  test('whose settings PostgreSQL does not accept fails with the words of its log', async () => {
    const directory = dataDirectory('settings')
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog() })).stop()
    appendFileSync(join(directory, 'postgres', 'postgresql.conf'), '\nshared_bufers = 1GB\n')
    const attempt = startEmbedded({ dataDirectory: directory, log: listeningLog() })
    await expect(attempt).rejects.toMatchObject({ code: 'start_failed' })
    await expect(attempt).rejects.toThrow(/shared_bufers/)
    expect(existsSync(join(directory, 'zhanggui.lock'))).toBe(false)
  })
})

describe('the log of PostgreSQL', () => {
  test('is cut when it has grown large, keeping what was there in one older file', async () => {
    const directory = dataDirectory('stop')
    const log = join(directory, 'postgres.log')
    truncateSync(log, 9_000_000)
    const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    expect(statSync(log).size).toBeLessThan(10_000)
    expect(readFileSync(log, 'utf8')).toContain('ready to accept connections')
    expect(statSync(`${log}.1`).size).toBe(9_000_000)
    await database.stop()
  })
})

describe('the lock', () => {
  test('of a process that is gone, or whose number another process has now, is taken over', async () => {
    const directory = dataDirectory('stop')
    const lock = join(directory, 'zhanggui.lock')
    const place = hereabouts()
    const others = [
      { pid: 4_000_000, start: 'gone', place },
      { pid: process.pid, start: 'an earlier process with our number', place },
      { pid: 1, start: startOf(process.pid), place },
    ]
    for (const other of [...others.map((one) => JSON.stringify(one)), '', '{"pid":']) {
      writeFileSync(lock, other)
      const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid })
      await database.stop()
      expect(existsSync(lock)).toBe(false)
    }
  })

  test('is a problem that can be shown when the directory cannot be', async () => {
    const file = join(scratch, 'file')
    writeFileSync(file, '')
    const attempt = startEmbedded({ dataDirectory: join(file, 'data'), log: listeningLog() })
    await expect(attempt).rejects.toBeInstanceOf(DatabaseProblem)
  })
})
