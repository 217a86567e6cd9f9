import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { clusterIn } from '../../src/platform/postgres/cluster.ts'
import { withClient } from '../../src/platform/postgres/connect.ts'
import type { Log } from '../../src/platform/postgres/log.ts'
import { isAlive, serversOf, signal, waitUntil } from '../../src/platform/postgres/processes.ts'

export const isRoot = process.getuid?.() === 0

/** The user for tests that need one who is nobody in particular. */
export const nobody = { uid: 65_534, gid: 65_534 }

/** A directory of this test file's own, which PostgreSQL's user may pass through. */
export function scratchDirectory(): string {
  const directory = mkdtempSync(join(inject('postgres').scratch, 't-'))
  chmodSync(directory, 0o711)
  return directory
}

/** End every program and server that a failed test left, then remove the directory. */
export async function clean(scratch: string, dataDirectories: Iterable<string>): Promise<void> {
  for (const child of started) child.kill('SIGKILL')
  for (const directory of dataDirectories) {
    const cluster = clusterIn(directory)
    for (const pid of serversOf(cluster)) signal(pid, 'SIGKILL')
    await waitUntil(() => serversOf(cluster).length === 0, 5_000)
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}

/** A log that keeps what it is told. */
export function listeningLog(): Log & { said: string[] } {
  const said: string[] = []
  const hear = (text: string): void => void said.push(text)
  return { said, info: hear, warn: hear, error: hear }
}

/** One query on a connection of its own. */
export async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  return withClient(url, async (client) => (await client.query<T>(sql)).rows)
}

/** Ask again until it answers: while a server restarts, connections fail. */
export async function askPatiently<T extends object>(url: string, sql: string, seconds = 20): Promise<T[]> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    try {
      return await ask<T>(url, sql)
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** What `keep-running.ts` says. */
export interface Said {
  word: 'log' | 'ready' | 'refused' | 'stopped'
  text: string
  ownerUrl: string
  appUrl: string
  pid: number
  code: string
  zh: string
  en: string
}

/** A running copy of the small program. */
export interface Program {
  child: ChildProcess
  pid: number
  /** The first line with this word; fails when the program ends without having said it. */
  hears(word: Said['word']): Promise<Said>
  said: Said[]
  /** What it wrote to standard error. */
  complaint(): string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const started: ChildProcess[] = []
const script = fileURLToPath(new URL('keep-running.ts', import.meta.url))

/** Start the small program on a data directory; `before` is a command line to run it under. */
export function startProgram(
  config: {
    dataDirectory: string
    fallOver?: boolean
    deaf?: boolean
    umask?: number
    databaseUrl?: string
    databaseAppUrl?: string
  },
  options: {
    uid?: number
    gid?: number
    env?: Record<string, string>
    before?: string[]
    detached?: boolean
  } = {},
): Program {
  const { before = [], env = {}, ...others } = options
  const [command, ...args] = [...before, process.execPath, script, JSON.stringify(config)]
  const child = spawn(command ?? '', args, {
    ...others,
    cwd: '/',
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said: Said[] = []
  const waiting: { word: string; tell: (said: Said) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const one = JSON.parse(line) as Said
    said.push(one)
    for (const { word, tell } of waiting) if (word === one.word) tell(one)
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return {
    child,
    pid: child.pid ?? 0,
    said,
    complaint: () => complaint,
    ended,
    hears: async (word) =>
      new Promise((resolve, reject) => {
        const already = said.find((one) => one.word === word)
        if (already !== undefined) resolve(already)
        waiting.push({ word, tell: resolve })
        void ended.then(() =>
          reject(new Error(`ended without "${word}": ${JSON.stringify(said)} ${complaint}`)),
        )
      }),
  }
}

/** Kill as the kernel does when memory runs out, and wait until it is gone. */
export async function killHard(pid: number): Promise<void> {
  signal(pid, 'SIGKILL')
  if (!(await waitUntil(() => !isAlive(pid), 5_000))) throw new Error(`process ${pid} does not die`)
}

/** The user number a process runs as. */
export function userOf(pid: number): number {
  return process.platform === 'linux'
    ? Number(/^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    : statSync('/').uid
}
