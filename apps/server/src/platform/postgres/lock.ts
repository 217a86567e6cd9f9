import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './connect.ts'
import { hereabouts, startOf } from './processes.ts'

/** Somebody living holds the lock. */
export class LockHeld extends Error {
  readonly pid: number
  /** True when the holder is not among the processes that we can see: another container or machine. */
  readonly elsewhere: boolean

  constructor(pid: number, elsewhere: boolean) {
    super(`held by process ${pid}`)
    this.pid = pid
    this.elsewhere = elsewhere
  }
}

/** A lock that this process holds. */
export interface Lock {
  /** Give it back; harmless when done twice. */
  release(): void
}

/** How often a holder shows that it lives, and after how long a silence it is taken for dead, in milliseconds. */
const beat = 2_000
const silence = 15_000

/**
 * Take the lock file at `path` for this process, or throw `LockHeld`. A file left by a process that is gone (or
 * whose number now belongs to another) is taken over. Node has no `flock`, so the file holds the number and the
 * start of its owner, and only operations that the file system makes atomic are used.
 *
 * Process numbers say nothing about a holder in another container or on another machine that shares the directory.
 * Such a holder is known by the file being written again and again; only when that stops for `patience` milliseconds
 * is it dead.
 */
export async function takeLock(path: string, patience = silence): Promise<Lock> {
  const mine = JSON.stringify({
    pid: process.pid,
    start: startOf(process.pid),
    place: hereabouts(),
    id: randomUUID(),
  })
  const draft = `${path}.${process.pid}.${randomUUID()}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    while (!linked(draft, path)) {
      const found = read(path)
      if (found === undefined) continue
      await mustBeStale(path, found, patience)
      if (await replaced(path, found, draft, patience)) break
    }
  } finally {
    remove(draft)
  }
  return held(path, mine)
}

/** Whether a living process that we can see holds the lock. */
export function isHeldHere(path: string): boolean {
  const content = read(path)
  const holder = content === undefined ? undefined : understand(content)
  return holder !== undefined && startOf(holder.pid) === holder.start
}

/**
 * Two processes may find the same stale lock. Whoever first takes a second lock, named after the stale content,
 * may replace it, after looking again: that content can never come back, so nobody removes a living lock.
 */
async function replaced(path: string, stale: string, draft: string, patience: number): Promise<boolean> {
  const suffix = createHash('sha256').update(stale).digest('hex').slice(0, 12)
  const claim = await takeLock(`${path}.after-${suffix}`, patience)
  try {
    if (read(path) !== stale) return false
    renameSync(draft, path)
    return true
  } finally {
    claim.release()
  }
}

async function mustBeStale(path: string, content: string, patience: number): Promise<void> {
  const holder = understand(content)
  // Half-written at a power cut: nobody can be behind it.
  if (holder === undefined) return
  if (holder.place === hereabouts()) {
    if (startOf(holder.pid) === holder.start) throw new LockHeld(holder.pid, false)
    return
  }
  const seen = writtenAt(path)
  const end = performance.now() + patience - Math.max(0, Date.now() - (seen ?? 0))
  while (performance.now() < end && read(path) === content) {
    if (writtenAt(path) !== seen) throw new LockHeld(holder.pid, true)
    await sleep(100)
  }
}

function understand(content: string): { pid: number; start: string; place: string } | undefined {
  try {
    const { pid, start, place } = JSON.parse(content) as { pid?: number; start?: string; place?: string }
    return pid === undefined || start === undefined || place === undefined ? undefined : { pid, start, place }
  } catch {
    return undefined
  }
}

function held(path: string, mine: string): Lock {
  const file = openSync(path, 'r+')
  const beating = setInterval(() => showLife(file, mine), beat).unref()
  let released = false
  return {
    release: () => {
      if (released) return
      released = true
      clearInterval(beating)
      closeSync(file)
      if (read(path) === mine) remove(path)
    },
  }
}

function showLife(file: number, mine: string): void {
  try {
    writeSync(file, mine, 0)
  } catch {
    // A disk in trouble: PostgreSQL will say so better than we can, and the next beat may succeed.
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function writtenAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
