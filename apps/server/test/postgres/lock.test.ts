import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { LockHeld, takeLock } from '../../src/platform/postgres/lock.ts'

const scratch = mkdtempSync(join(tmpdir(), 'zhanggui-lock-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const lockModule = pathToFileURL(join(import.meta.dirname, '../../src/platform/postgres/lock.ts')).href

/** A process that tries for the lock at a given moment, says whether it got it, and lives until its input ends. */
const contender = `
  const { takeLock } = await import(${JSON.stringify(lockModule)})
  const [path, at] = process.argv.slice(1)
  while (Date.now() < Number(at));
  try { takeLock(path); console.log('held') } catch (error) { console.log('refused ' + error.pid) }
  process.stdin.resume()`

test('a lock is held once, given back, and given back again without harm to the next holder', () => {
  const path = join(scratch, 'simple.lock')
  const first = takeLock(path)
  expect(() => takeLock(path)).toThrow(LockHeld)
  first.release()
  const second = takeLock(path)
  first.release()
  expect(() => takeLock(path)).toThrow(LockHeld)
  second.release()
  expect(readdirSync(scratch)).toEqual([])
})

test('of many processes that find the same stale lock at the same moment, one gets it', async () => {
  for (const round of [1, 2, 3]) {
    const path = join(scratch, `stale-${round}.lock`)
    writeFileSync(path, JSON.stringify({ pid: 4_000_000, start: 'gone' }))
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
    takeLock(path).release()
    expect(readdirSync(scratch).filter((name) => name.startsWith(`stale-${round}`))).toEqual([])
  }
}, 60_000)
