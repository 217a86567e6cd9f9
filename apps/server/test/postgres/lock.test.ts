import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { isHeldHere, LockHeld, takeLock } from '../../src/platform/postgres/lock.ts'
import { hereabouts } from '../../src/platform/postgres/processes.ts'
import { scratchDirectory } from './tools.ts'

const scratch = scratchDirectory()
afterAll(() => rmSync(scratch, { recursive: true }))

const lockModule = pathToFileURL(join(import.meta.dirname, '../../src/platform/postgres/lock.ts')).href

/** A process that tries for the lock at a given moment, says whether it got it, and lives until its input ends. */
const contender = `
  const { takeLock } = await import(${JSON.stringify(lockModule)})
  const [path, at] = process.argv.slice(1)
  while (Date.now() < Number(at));
  try { await takeLock(path); console.log('held') } catch (error) { console.log('refused ' + error.pid) }
  process.stdin.resume()`

test('a lock is held once, given back, and given back again without harm to the next holder', async () => {
  const path = join(scratch, 'simple.lock')
  const first = await takeLock(path)
  expect(isHeldHere(path)).toBe(true)
  await expect(takeLock(path)).rejects.toThrow(LockHeld)
  first.release()
  const second = await takeLock(path)
  first.release()
  await expect(takeLock(path)).rejects.toMatchObject({ pid: process.pid, elsewhere: false })
  second.release()
  expect(isHeldHere(path)).toBe(false)
  expect(readdirSync(scratch)).toEqual([])
})

describe('a lock from another container, whose processes cannot be seen,', () => {
  const path = join(scratch, 'elsewhere.lock')
  const content = JSON.stringify({ pid: 7, start: '123', place: 'another boot pid:[1]' })

  test('is held as long as it is written again and again', async () => {
    writeFileSync(path, content)
    const beating = setInterval(() => writeFileSync(path, content), 200)
    const attempt = takeLock(path, 2_000).finally(() => clearInterval(beating))
    await expect(attempt).rejects.toMatchObject({ pid: 7, elsewhere: true })
  })

  test('is taken over when it stays silent', async () => {
    writeFileSync(path, content)
    const start = performance.now()
    const lock = await takeLock(path, 1_000)
    expect(performance.now() - start).toBeGreaterThan(900)
    lock.release()
  })

  test('is taken over at once when it was silent for long, as after a power cut', async () => {
    writeFileSync(path, content)
    const anHourAgo = Date.now() / 1000 - 3600
    utimesSync(path, anHourAgo, anHourAgo)
    const start = performance.now()
    const lock = await takeLock(path)
    expect(performance.now() - start).toBeLessThan(500)
    lock.release()
  })

  test('would find ours beating', async () => {
    const lock = await takeLock(path)
    const first = statSync(path).mtimeMs
    const end = performance.now() + 6_000
    while (statSync(path).mtimeMs === first && performance.now() < end) await sleep(50)
    expect(statSync(path).mtimeMs).toBeGreaterThan(first)
    expect(readFileSync(path, 'utf8')).toContain(`"pid":${process.pid},`)
    lock.release()
    expect(readdirSync(scratch)).toEqual([])
  })
})

test('of many processes that find the same stale lock at the same moment, one gets it', async () => {
  for (const round of [1, 2, 3]) {
    const path = join(scratch, `stale-${round}.lock`)
    writeFileSync(path, JSON.stringify({ pid: 4_000_000, start: 'gone', place: hereabouts() }))
    const at = Date.now() + 700
    const processes = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', contender, path, String(at)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    )
    const answers = await Promise.all(
      processes.map(
        async (child) =>
          new Promise<{ pid: number | undefined; text: string }>((resolve) => {
            child.stdout.once('data', (text: Buffer) =>
              resolve({ pid: child.pid, text: text.toString().trim() }),
            )
          }),
      ),
    )
    const holder = answers.filter((answer) => answer.text === 'held')
    expect(holder).toHaveLength(1)
    // A loser names the winner, or another loser that was just then deciding over the stale lock.
    expect(answers.filter((answer) => answer.text.startsWith('refused '))).toHaveLength(7)
    for (const child of processes) child.kill()
    await Promise.all(processes.map(async (child) => new Promise((resolve) => child.once('close', resolve))))
    // The processes are gone: what they held is stale, whatever they left.
    ;(await takeLock(path)).release()
    expect(readdirSync(scratch).filter((name) => name.startsWith(`stale-${round}`))).toEqual([])
  }
}, 60_000)
