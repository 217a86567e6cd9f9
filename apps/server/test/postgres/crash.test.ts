import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { isAlive, isTaken, serversOf, waitUntil } from '../../src/platform/postgres/processes.ts'
import { stopServer } from '../../src/platform/postgres/server.ts'
import { whoRunsPostgres } from '../../src/platform/postgres/unprivileged.ts'
import {
  ask,
  askPatiently,
  clean,
  killHard,
  listeningLog,
  scratchDirectory,
  startProgram,
  userOf,
} from './tools.ts'

const scratch = scratchDirectory()
// One directory for most tests: each must leave it such that the next can start on it, as in life.
const dataDirectory = join(scratch, 'data')
const cluster = clusterIn(dataDirectory)

afterAll(async () => clean(scratch, [dataDirectory, join(scratch, 'other'), join(scratch, 'interrupted')]))

const count = 'select count(*)::int as count from written'

/** Insert row after row, each in its own transaction, and count those that were acknowledged, until it fails. */
async function writeUntilItBreaks(url: string): Promise<number> {
  let acknowledged = 0
  await withClient(url, async (client) => {
    for (;;) {
      await client.query('insert into written (at) values (clock_timestamp())')
      acknowledged += 1
    }
  }).catch(() => undefined)
  return acknowledged
}

describe('when the program is killed', () => {
  test('PostgreSQL lives on, the next program takes it over with all its data, and its end is the end of both', async () => {
    const first = startProgram({ dataDirectory })
    const { ownerUrl, pid } = await first.hears('ready')
    await ask(ownerUrl, 'create table written (at timestamptz)')
    const writing = writeUntilItBreaks(ownerUrl)
    await killHard(first.pid)
    expect(isAlive(pid)).toBe(true)

    const second = startProgram({ dataDirectory })
    const ready = await second.hears('ready')
    expect(ready.pid).toBe(pid)
    expect(second.said[0]?.text).toMatch(/still running .* taking it over/)
    expect((await ask(ready.appUrl, 'select 1 as one'))[0]).toEqual({ one: 1 })
    second.child.kill('SIGTERM')
    expect(await second.ended).toEqual({ code: 0, signal: null })
    expect(isAlive(pid)).toBe(false)
    const acknowledged = await writing
    const again = await startEmbedded({ dataDirectory, log: listeningLog() })
    expect((await ask<{ count: number }>(again.ownerUrl, count))[0]?.count).toBeGreaterThanOrEqual(
      acknowledged,
    )
    await again.stop()
  })

  test('a server that was started with other settings is started anew', async () => {
    const { execPath } = process
    const quick = spawn(
      execPath,
      [
        '--input-type=module',
        '-e',
        `const { startEmbedded } = await import(process.argv[1])
         const log = { info() {}, warn() {}, error() {} }
         const database = await startEmbedded({ dataDirectory: process.argv[2], log, quick: true })
         console.log(database.pid())`,
        join(import.meta.dirname, '../../src/platform/postgres/embedded.ts'),
        dataDirectory,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const pid = await new Promise<number>((resolve) =>
      quick.stdout.once('data', (text) => resolve(Number(text))),
    )
    await killHard(quick.pid ?? 0)
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory, log })
    expect(log.said).toEqual(['PostgreSQL was still running, with other settings; starting it anew'])
    expect(database.pid()).not.toBe(pid)
    expect(await ask(database.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }])
    await database.stop()
  })

  test('a server that was taken over is restarted too when it dies', async () => {
    const first = startProgram({ dataDirectory })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory, log })
    expect(database.pid()).toBe(pid)
    await killHard(pid)
    await askPatiently(database.appUrl, 'select 1')
    expect(database.pid()).not.toBe(pid)
    expect(log.said.at(-1)).toBe('PostgreSQL is back')
    await database.stop()
  })
})

describe('when PostgreSQL is killed', () => {
  test('it comes back at the same address with every row that was acknowledged', async () => {
    const database = await startEmbedded({ dataDirectory, log: listeningLog() })
    await ask(database.ownerUrl, 'truncate written')
    for (let round = 0; round < 3; round++) {
      const before = (await ask<{ count: number }>(database.ownerUrl, count))[0]?.count ?? 0
      const writers = [1, 2, 3, 4].map(async () => writeUntilItBreaks(database.ownerUrl))
      while (((await ask<{ count: number }>(database.ownerUrl, count))[0]?.count ?? 0) < before + 200);
      await killHard(database.pid() ?? 0)
      const acknowledged = (await Promise.all(writers)).reduce((sum, one) => sum + one, 0)
      const after = (await askPatiently<{ count: number }>(database.ownerUrl, count))[0]?.count ?? 0
      expect(acknowledged).toBeGreaterThan(100)
      // A row whose acknowledgement was lost on the way may be there as well, at most one a writer.
      expect(after - before).toBeGreaterThanOrEqual(acknowledged)
      expect(after - before).toBeLessThanOrEqual(acknowledged + writers.length)
    }
    await database.stop()
    expect(serversOf(cluster)).toEqual([])
  })

  test('a child of it that goes on working is ended first, for two servers on one directory would ruin it', async () => {
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory, log })
    // Pure computation: it never looks whether its postmaster is still there.
    const computing = expect(
      ask(
        database.ownerUrl,
        'select sum(a::numeric * b) from generate_series(1, 1e6) a, generate_series(1, 1e6) b',
      ),
    ).rejects.toThrow()
    const backend = `select pid from pg_stat_activity where query ~ '^select sum' and state = 'active'`
    let child: number | undefined
    while (child === undefined) child = (await ask<{ pid: number }>(database.ownerUrl, backend))[0]?.pid
    await killHard(database.pid() ?? 0)
    await askPatiently(database.appUrl, 'select 1')
    expect(isAlive(child)).toBe(false)
    expect(log.said).toContain('ending processes that a dead PostgreSQL left behind')
    await computing
    await database.stop()
  })

  test('and cannot start again, it is tried with growing pauses, and stopping does not wait for them', async () => {
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory, log })
    const control = join(cluster.directory, 'global', 'pg_control')
    renameSync(control, `${control}.away`)
    await killHard(database.pid() ?? 0)
    const refusals = (): number => log.said.filter((text) => text.includes('did not start')).length
    expect(await waitUntil(() => refusals() >= 3, 20_000)).toBe(true)
    expect(database.pid()).toBeUndefined()
    renameSync(`${control}.away`, control)
    await askPatiently(database.appUrl, 'select 1')
    renameSync(control, `${control}.away`)
    await killHard(database.pid() ?? 0)
    const start = performance.now()
    await database.stop()
    expect(performance.now() - start).toBeLessThan(4_000)
    renameSync(`${control}.away`, control)
    expect(serversOf(cluster)).toEqual([])
  })
})

describe('when both are killed', () => {
  test('the next program recovers', async () => {
    const first = startProgram({ dataDirectory })
    const { ownerUrl, pid } = await first.hears('ready')
    await ask(ownerUrl, 'truncate written')
    const writing = writeUntilItBreaks(ownerUrl)
    while (((await ask<{ count: number }>(ownerUrl, count))[0]?.count ?? 0) < 200);
    await killHard(first.pid)
    await killHard(pid)
    const acknowledged = await writing
    const database = await startEmbedded({ dataDirectory, log: listeningLog() })
    expect((await ask<{ count: number }>(database.ownerUrl, count))[0]?.count).toBeGreaterThanOrEqual(
      acknowledged,
    )
    await database.stop()
  })

  test('a process of the same user that has got the number of the dead server is not mistaken for it', async () => {
    const first = startProgram({ dataDirectory })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    await killHard(pid)
    expect(await waitUntil(() => serversOf(cluster).length === 0, 10_000)).toBe(true)
    const { uid, gid } = whoRunsPostgres()
    const stranger = spawn('sleep', ['1000'], { uid, gid, stdio: 'ignore' })
    const bearer = stranger.pid ?? 0
    for (const file of [
      join(cluster.directory, 'postmaster.pid'),
      join(dataDirectory, 'socket', '.s.PGSQL.5432.lock'),
    ]) {
      expect(existsSync(file)).toBe(true)
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(bearer)))
    }
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory, log })
    expect(log.said).toEqual(['removing a pid file whose number no longer belongs to PostgreSQL'])
    expect(database.pid()).not.toBe(bearer)
    expect(isAlive(bearer)).toBe(true)
    stranger.kill()
    await database.stop()
  })

  test('nor is a zombie, left by a container whose first process does not collect the dead', async () => {
    const first = startProgram({ dataDirectory })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    await killHard(pid)
    const { uid, gid } = whoRunsPostgres()
    // The child ends when the shell has become something that never asks for it, not before: a shell would.
    const keeper = spawn('/bin/sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 1000'], { uid, gid })
    const zombie = await new Promise<number>((resolve) =>
      keeper.stdout.once('data', (text) => resolve(Number(text))),
    )
    expect(await waitUntil(() => !isAlive(zombie), 5_000)).toBe(true)
    expect(isTaken(zombie)).toBe(true)
    const file = join(cluster.directory, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(zombie)))
    const database = await startEmbedded({ dataDirectory, log: listeningLog() })
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    keeper.kill()
    await database.stop()
  })

  test('a PostgreSQL of another directory that has got the number is left alone', async () => {
    const other = await startEmbedded({ dataDirectory: join(scratch, 'other'), log: listeningLog() })
    const bearer = other.pid() ?? 0
    const first = startProgram({ dataDirectory })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    await killHard(pid)
    const file = join(cluster.directory, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(bearer)))
    const database = await startEmbedded({ dataDirectory, log: listeningLog() })
    expect(database.pid()).not.toBe(bearer)
    expect(await ask(other.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
    await other.stop()
  })
})

describe('when the program is asked to end', () => {
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    test(`by ${name}, PostgreSQL ends with it`, async () => {
      const program = startProgram({ dataDirectory })
      const { pid } = await program.hears('ready')
      program.child.kill(name)
      await program.hears('stopped')
      expect(await program.ended).toEqual({ code: 0, signal: null })
      expect(isAlive(pid)).toBe(false)
      expect(serversOf(cluster)).toEqual([])
    })
  }

  test('by Ctrl-C in the terminal, PostgreSQL does not hear it, so that it ends last', async () => {
    const program = startProgram({ dataDirectory }, { detached: true })
    const { pid } = await program.hears('ready')
    process.kill(-program.pid, 'SIGINT')
    await program.ended
    expect(isAlive(pid)).toBe(false)
    const written = readFileSync(join(dataDirectory, 'postgres.log'), 'utf8')
    expect(
      written
        .trimEnd()
        .split('\n')
        .slice(-8)
        .join('\n')
        .match(/received fast shutdown request/g),
    ).toHaveLength(1)
  })

  test('while it is still starting, before it listens to signals, no PostgreSQL stays', async () => {
    // At the first word of the log (the first start of all) and at ever later moments of a usual start.
    for (const moment of ['first', 20, 60, 100, 140, 180, 240]) {
      const directory = moment === 'first' ? join(scratch, 'interrupted') : dataDirectory
      const program = startProgram({ dataDirectory: directory, deaf: true })
      if (moment === 'first') await program.hears('log')
      else await sleep(100 + Number(moment))
      program.child.kill('SIGTERM')
      const { code, signal } = await program.ended
      // Before the supervisor is there, the system ends the program.
      expect(signal ?? code).toBeOneOf(['SIGTERM', 143])
      expect(serversOf(clusterIn(directory))).toEqual([])
      expect(existsSync(join(directory, 'zhanggui.lock'))).toBe(false)
    }
    const program = startProgram({ dataDirectory: join(scratch, 'interrupted') })
    await program.hears('ready')
    program.child.kill('SIGTERM')
    await program.ended
  })

  test('by a fault of its own, PostgreSQL goes too', async () => {
    const program = startProgram({ dataDirectory, fallOver: true })
    const { pid } = await program.hears('ready')
    expect((await program.ended).code).toBe(1)
    expect(program.complaint()).toContain('fell over')
    expect(await waitUntil(() => !isAlive(pid), 5_000)).toBe(true)
    expect(existsSync(join(dataDirectory, 'zhanggui.lock'))).toBe(false)
  })

  test('and a child of PostgreSQL does not listen, harder ways follow', async () => {
    const program = startProgram({ dataDirectory })
    const { pid, ownerUrl } = await program.hears('ready')
    expect(userOf(pid)).toBe(whoRunsPostgres().uid)
    await killHard(program.pid)
    const hung = ask(ownerUrl, 'select pg_sleep(1000)').catch(() => 'cut off')
    const backend = `select pid from pg_stat_activity where query ~ '^select pg_sleep'`
    let child: number | undefined
    while (child === undefined) child = (await ask<{ pid: number }>(ownerUrl, backend))[0]?.pid
    process.kill(child, 'SIGSTOP')
    const gone = waitUntil(() => !isAlive(pid), 20_000).then(() => undefined)
    await stopServer(cluster, { pid, gone }, [
      ['SIGINT', 300],
      ['SIGQUIT', 300],
      ['SIGKILL', 3_000],
    ])
    expect(isAlive(pid)).toBe(false)
    expect(await waitUntil(() => serversOf(cluster).length === 0, 3_000)).toBe(true)
    expect(await hung).toBe('cut off')
  })
})
