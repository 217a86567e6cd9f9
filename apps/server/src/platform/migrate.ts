import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { withClient } from './postgres/connect.ts'
import type { Log } from './postgres/log.ts'
import { DatabaseIsNewer, DatabaseProblem } from './postgres/problem.ts'
import { makeRoles } from './postgres/roles.ts'

/** One file of the migrations directory. */
interface Migration {
  /** The file's name without `.sql`, for example `0001_identity`. */
  name: string
  sql: string
  checksum: string
}

const ownMigrations = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Any number will do, as long as every version of the program uses the same. */
const lockNumber = 7_246_301_955

/**
 * Bring the database at `ownerUrl` to the state that the files `NNNN_name.sql` in `directory` describe: forward only,
 * each file in its own transaction, noted in `platform.migration`. Of several processes that start together one
 * migrates and the others wait (so the address must lead to PostgreSQL itself or a pooler that keeps sessions).
 * Gives the names newly applied and the last name known. Refused: an applied file that was changed or is missing
 * (the database is newer than the program), a new file numbered before one that is applied.
 */
export async function migrate(options: {
  ownerUrl: string
  directory?: string
  log?: Log
}): Promise<{ applied: string[]; version: string }> {
  const files = readMigrations(options.directory ?? ownMigrations)
  return withClient(options.ownerUrl, async (client) => {
    // Whatever limits the owner's role has are meant for queries, not for building indexes.
    await client.query(`set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
      set timezone = 'UTC'; set client_min_messages = warning; set search_path = public`)
    await takeTurn(client, options.log)
    await makeRoles(client)
    await makeRecord(client)
    const waiting = compare(files, await readRecord(client))
    for (const file of waiting) {
      const start = performance.now()
      await apply(client, file)
      options.log?.info('migration applied', {
        migration: file.name,
        milliseconds: Math.round(performance.now() - start),
      })
    }
    // The lock goes with the connection.
    return { applied: waiting.map((file) => file.name), version: files.at(-1)?.name ?? '0000' }
  })
}

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  const seen = new Map<string, string>()
  return names.map((fileName) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(fileName)?.[1]
    const other = number === undefined ? undefined : seen.get(number)
    if (number === undefined || other !== undefined) throw misnumbered(fileName, other)
    seen.set(number, fileName)
    const bytes = readFileSync(join(directory, fileName), 'utf8')
    // A checkout on Windows may have turned the line ends: that is not another migration.
    const sql = bytes.replaceAll('\r\n', '\n')
    return { name: fileName.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function takeTurn(client: Client, log: Log | undefined): Promise<void> {
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [
    lockNumber,
  ])
  if (rows[0]?.ours) return
  log?.info('another process is migrating the database; waiting for it')
  await client.query('select pg_advisory_lock($1)', [lockNumber])
}

async function makeRecord(client: Client): Promise<void> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    grant usage on schema platform to zhanggui_app, zhanggui_reader, zhanggui_auditor;
    grant select on platform.migration to zhanggui_app`)
}

async function readRecord(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** The files still to apply, in order. */
function compare(files: readonly Migration[], record: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(files.map((file) => file.name))
  const unknown = [...record.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown)
  const changed = files.find((file) => record.has(file.name) && record.get(file.name) !== file.checksum)
  if (changed !== undefined) {
    throw new DatabaseProblem('migration_changed', {
      zh: `迁移 ${changed.name} 已经执行过，但文件后来被改动。请恢复原文件，改动写进新的迁移。`,
      en: `The migration ${changed.name} has been applied, but its file was changed since. Restore the file and put the change into a new migration.`,
    })
  }
  const last = [...record.keys()].toSorted().at(-1) ?? ''
  const waiting = files.filter((file) => !record.has(file.name))
  const late = waiting.find((file) => file.name < last)
  if (late !== undefined) throw misnumbered(late.name, last)
  return waiting
}

async function apply(client: Client, file: Migration): Promise<void> {
  try {
    await client.query('begin')
    const before = await transactionOf(client)
    await client.query(file.sql)
    // A file that commits by itself would be half applied when its second half fails.
    if ((await transactionOf(client)) !== before)
      throw new Error('the file begins or ends a transaction itself')
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const line = lineOf(error, file.sql)
    const said = error instanceof Error ? error.message : String(error)
    throw new DatabaseProblem(
      'migration_failed',
      {
        zh: `迁移 ${file.name}${line === undefined ? '' : ` 第 ${line} 行`}失败：${said}。数据库停在它之前的状态。`,
        en: `Migration ${file.name}${line === undefined ? '' : `, line ${line},`} failed: ${said}. The database is as it was before it.`,
      },
      error,
    )
  }
}

async function transactionOf(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
  return rows[0]?.id
}

/** PostgreSQL gives the place of an error as a count of characters. */
function lineOf(error: unknown, sql: string): number | undefined {
  if (typeof error !== 'object' || error === null || !('position' in error)) return undefined
  const position = Number(error.position)
  return Number.isFinite(position)
    ? Array.from(sql).slice(0, position).join('').split('\n').length
    : undefined
}

function misnumbered(name: string, other: string | undefined): DatabaseProblem {
  return new DatabaseProblem('migration_misnumbered', {
    zh:
      other === undefined
        ? `迁移文件 ${name} 的名字应为 NNNN_name.sql。`
        : `迁移 ${name} 的编号应排在 ${other} 之后。`,
    en:
      other === undefined
        ? `The migration file ${name} must be named NNNN_name.sql.`
        : `The migration ${name} must be numbered after ${other}.`,
  })
}
