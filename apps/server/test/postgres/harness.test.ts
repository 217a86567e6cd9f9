import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import { isAlive, serversOf, waitUntil } from '../../src/platform/postgres/processes.ts'
import { copyDatabase } from '../harness/database.ts'
import { ask, killHard } from './tools.ts'

const globalSetup = join(import.meta.dirname, '../harness/global-setup.ts')

const started: ChildProcess[] = []
afterAll(() => started.forEach((child) => child.kill('SIGKILL')))

/** A test run that has started its PostgreSQL, and then does what `then` says. */
async function startRun(then: string): Promise<{ pid: number; directory: string; ended: Promise<void> }> {
  const code = `const { setup } = await import(${JSON.stringify(globalSetup)})
    await setup({ provide: (key, value) => console.log(value.ownerUrl) })
    ${then}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  started.push(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
  )
  const socketDirectory = new URL(url).searchParams.get('host') ?? ''
  return { pid: child.pid ?? 0, directory: join(socketDirectory, '../..'), ended }
}

test('copies of the template are made at the same time and do not see each other', async () => {
  const databases = await Promise.all([1, 2, 3, 4, 5].map(copyDatabase))
  await ask(databases[0]?.ownerUrl ?? '', 'create table public.mine (id int)')
  for (const [index, database] of databases.entries()) {
    const there = `select to_regclass('public.mine') is not null as there, current_user::text as name`
    expect(await ask(database.ownerUrl, there)).toEqual([{ there: index === 0, name: 'zhanggui_owner' }])
    expect(await ask(database.appUrl, there)).toEqual([{ there: index === 0, name: 'zhanggui_app' }])
    const applied = await ask<{ count: number }>(
      database.appUrl,
      'select count(*)::int from platform.migration',
    )
    expect(applied[0]?.count).toBeGreaterThan(0)
  }
  await Promise.all(databases.map(async (database) => database.drop()))
  await expect(ask(databases[0]?.appUrl ?? '', 'select 1')).rejects.toThrow(/does not exist/)
})

test('a test run that ends early takes its PostgreSQL and its directory with it', async () => {
  const run = await startRun('process.exit(1)')
  await run.ended
  const cluster = clusterIn(join(run.directory, 'data'))
  expect(await waitUntil(() => serversOf(cluster).length === 0, 5_000)).toBe(true)
  expect(existsSync(run.directory)).toBe(false)
})

test('what a killed test run left is removed by the next, which leaves living runs alone', async () => {
  const killed = await startRun('setInterval(() => undefined, 1000)')
  const living = await startRun('setInterval(() => undefined, 1000)')
  const cluster = clusterIn(join(killed.directory, 'data'))
  await killHard(killed.pid)
  expect(serversOf(cluster)).not.toEqual([])
  const next = await startRun('process.exit(0)')
  await next.ended
  expect(serversOf(cluster)).toEqual([])
  expect(existsSync(killed.directory)).toBe(false)
  expect(isAlive(living.pid)).toBe(true)
  expect(existsSync(living.directory)).toBe(true)
  // Killed as well: the run after this one would remove it, and so do we.
  await killHard(living.pid)
  await (
    await startRun('process.exit(0)')
  ).ended
  expect(existsSync(living.directory)).toBe(false)
})
