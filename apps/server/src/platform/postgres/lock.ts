import { createHash, randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { startOf } from './processes.ts'

/** Somebody living holds the lock. */
export class LockHeld extends Error {
  readonly pid: number

  constructor(pid: number) {
    super(`held by process ${pid}`)
    this.pid = pid
  }
}

/** A lock that this process holds. */
export interface Lock {
  /** Give it back; harmless when done twice or when it is ours no longer. */
  release(): void
}

/**
 * Take the lock file at `path` for this process, or throw `LockHeld`. A file left by a process that is gone (or
 * whose number now belongs to another) is taken over. Node has no `flock`, so the file holds the number and the
 * start of its owner, and only operations that the file system makes atomic are used.
 */
export function takeLock(path: string): Lock {
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid), id: randomUUID() })
  const draft = `${path}.${process.pid}.${randomUUID()}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      if (linked(draft, path)) break
      const found = read(path)
      if (found === undefined) continue
      const holder = livingHolder(found)
      if (holder !== undefined) throw new LockHeld(holder)
      if (replaced(path, found, draft)) return held(path, mine)
    }
  } finally {
    remove(draft)
  }
  return held(path, mine)
}

/**
 * Two processes may find the same stale lock. Whoever first takes a second lock, named after the stale content,
 * may replace it, after looking again: that content can never come back, so nobody removes a living lock.
 */
function replaced(path: string, stale: string, draft: string): boolean {
  const claim = takeLock(`${path}.after-${createHash('sha256').update(stale).digest('hex').slice(0, 12)}`)
  try {
    if (read(path) !== stale) return false
    renameSync(draft, path)
    return true
  } finally {
    claim.release()
  }
}

function livingHolder(content: string): number | undefined {
  try {
    const { pid, start } = JSON.parse(content) as { pid: number; start?: string }
    return start !== undefined && startOf(pid) === start ? pid : undefined
  } catch {
    // Half-written at a power cut: nobody can be behind it.
    return undefined
  }
}

function held(path: string, mine: string): Lock {
  return {
    release: () => {
      if (read(path) === mine) remove(path)
    },
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
