import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { DatabaseIsNewer } from '../../src/platform/postgres/problem.ts'
import { withDatabase } from '../../src/platform/postgres/url.ts'
import { scratchDirectory } from './tools.ts'

const server = inject('postgres')
const scratch = scratchDirectory()
const made: string[] = []
let ownerUrl: string

async function emptyDatabase(): Promise<string> {
  const name = `empty_${process.pid}_${made.length}`
  made.push(name)
  await withClient(server.ownerUrl, async (client) => client.query(`create database ${name}`))
  return withDatabase(server.ownerUrl, name)
}

function directoryWith(files: Record<string, string>): string {
  const directory = mkdtempSync(join(scratch, 'm-'))
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(directory, name), sql)
  return directory
}

async function ask<T extends object>(sql: string, url = ownerUrl): Promise<T[]> {
  return withClient(url, async (client) => (await client.query<T>(sql)).rows)
}

beforeEach(async () => {
  ownerUrl = await emptyDatabase()
})

afterAll(async () => {
  for (const name of made) {
    await withClient(server.ownerUrl, async (client) => client.query(`drop database ${name} with (force)`))
  }
  rmSync(scratch, { recursive: true })
})

const first = 'create schema house; create table house.home (id int primary key);'

describe('migrations', () => {
  test('are applied in the order of their numbers, once, and recorded', async () => {
    const directory = directoryWith({ '0001_house.sql': first })
    expect(await migrate({ ownerUrl, directory })).toEqual({ applied: ['0001_house'], version: '0001_house' })
    writeFileSync(join(directory, '0003_more.sql'), 'insert into house.home values (2);')
    writeFileSync(join(directory, '0002_data.sql'), 'insert into house.home values (1);')
    expect(await migrate({ ownerUrl, directory })).toEqual({
      applied: ['0002_data', '0003_more'],
      version: '0003_more',
    })
    expect(await migrate({ ownerUrl, directory })).toEqual({ applied: [], version: '0003_more' })
    expect(await ask('select id from house.home order by id')).toEqual([{ id: 1 }, { id: 2 }])
    const record = await ask<{ name: string; checksum: string }>(
      'select * from platform.migration order by name',
    )
    expect(record.map((row) => row.name)).toEqual(['0001_house', '0002_data', '0003_more'])
    expect(record[0]?.checksum).toMatch(/^[0-9a-f]{64}$/)
  })

  test('may grant rights to the application, which then signs in and reads', async () => {
    const sql = `${first} grant usage on schema house to zhanggui_app; grant select on house.home to zhanggui_app;
      grant usage on schema house to zhanggui_reader, zhanggui_auditor;`
    await migrate({ ownerUrl, directory: directoryWith({ '0001_house.sql': sql }) })
    const appUrl = withDatabase(server.appUrl, withoutSlash(ownerUrl))
    expect(await ask('select current_user as name, count(*)::int from house.home', appUrl)).toEqual([
      { name: 'zhanggui_app', count: 0 },
    ])
    expect(await ask('select name from platform.migration', appUrl)).toEqual([{ name: '0001_house' }])
    await expect(ask('insert into house.home values (1)', appUrl)).rejects.toThrow(/permission denied/)
    await expect(ask('create table house.mine (id int)', appUrl)).rejects.toThrow(/permission denied/)
    await expect(ask('delete from platform.migration', appUrl)).rejects.toThrow(/permission denied/)
  })

  test('stop at the first that fails, which leaves no trace, and name its line', async () => {
    const directory = directoryWith({
      '0001_house.sql': first,
      '0002_wrong.sql': `insert into house.home values (7);\n-- 一句中文\ninsert into house.hoem values (8);\n`,
      '0003_never.sql': 'create table house.never (id int);',
    })
    const attempt = migrate({ ownerUrl, directory })
    await expect(attempt).rejects.toMatchObject({ code: 'migration_failed' })
    await expect(attempt).rejects.toThrow(/0002_wrong, line 3,.*hoem/)
    await expect(attempt).rejects.toThrow(/第 3 行/)
    expect(await ask('select id from house.home')).toEqual([])
    expect(await ask('select name from platform.migration')).toEqual([{ name: '0001_house' }])
    expect(await ask(`select to_regclass('house.never') as there`)).toEqual([{ there: null }])
  })

  test('may not end their transaction themselves', async () => {
    const directory = directoryWith({
      '0001_house.sql': `${first} commit; create table house.half (id int);`,
    })
    await expect(migrate({ ownerUrl, directory })).rejects.toThrow(/ends a transaction itself/)
    expect(await ask('select name from platform.migration')).toEqual([])
  })

  test('that were applied and changed afterwards are refused, other line ends are no change', async () => {
    const directory = directoryWith({ '0001_house.sql': `${first}\n-- two lines\n` })
    await migrate({ ownerUrl, directory })
    writeFileSync(join(directory, '0001_house.sql'), `${first}\r\n-- two lines\r\n`)
    expect((await migrate({ ownerUrl, directory })).applied).toEqual([])
    writeFileSync(join(directory, '0001_house.sql'), `${first}\n-- three lines\n`)
    await expect(migrate({ ownerUrl, directory })).rejects.toMatchObject({ code: 'migration_changed' })
  })

  test('unknown to the program mean that the database is newer, said in both languages', async () => {
    await migrate({
      ownerUrl,
      directory: directoryWith({ '0001_house.sql': first, '0002_later.sql': 'select 1' }),
    })
    const error: unknown = await migrate({
      ownerUrl,
      directory: directoryWith({ '0001_house.sql': first }),
    }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(DatabaseIsNewer)
    expect(error).toMatchObject({ unknown: ['0002_later'], code: 'database_newer' })
    expect((error as DatabaseIsNewer).zh).toMatch(/数据库比程序新.*0002_later/)
    expect((error as DatabaseIsNewer).en).toMatch(/newer than this program.*0002_later/)
  })

  test('numbered before an applied one, numbered twice or named otherwise are refused', async () => {
    const refused = { code: 'migration_misnumbered' }
    const directory = directoryWith({ '0002_house.sql': first })
    await migrate({ ownerUrl, directory })
    writeFileSync(join(directory, '0001_late.sql'), 'select 1')
    await expect(migrate({ ownerUrl, directory })).rejects.toMatchObject(refused)
    const twice = directoryWith({ '0001_a.sql': 'select 1', '0001_b.sql': 'select 1' })
    await expect(migrate({ ownerUrl, directory: twice })).rejects.toMatchObject(refused)
    await expect(migrate({ ownerUrl, directory: directoryWith({ 'x.sql': '' }) })).rejects.toMatchObject(
      refused,
    )
  })

  test('started by several processes at once are applied once, the others wait', async () => {
    const directory = directoryWith({ '0001_house.sql': `select pg_sleep(0.5); ${first}` })
    const said: string[] = []
    const log = { info: (text: string) => said.push(text), warn: () => undefined, error: () => undefined }
    const results = await Promise.all([1, 2, 3, 4].map(async () => migrate({ ownerUrl, directory, log })))
    expect(results.flatMap((result) => result.applied)).toEqual(['0001_house'])
    expect(said.filter((text) => text.includes('waiting'))).toHaveLength(3)
  })

  test('of two databases at once share the roles of the server without stumbling', async () => {
    const urls = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()])
    const directory = directoryWith({ '0001_house.sql': first })
    const results = await Promise.all(urls.map(async (url) => migrate({ ownerUrl: url, directory })))
    expect(results.map((result) => result.applied.length)).toEqual([1, 1, 1])
  })
})

function withoutSlash(url: string): string {
  return new URL(url).pathname.slice(1)
}
