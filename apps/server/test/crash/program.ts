import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The real program in a process of its own, as `npm run zhanggui -- start` runs it. */
export type Program = { child: ChildProcess; output(): string; ended: Promise<void> }

export function startProgram(env: Record<string, string>): Program {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../src/cli.ts'), 'start', '--role', 'all'],
    {
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stdout.on('data', (it: Buffer) => (said += it.toString()))
  child.stderr.on('data', (it: Buffer) => (said += it.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { child, output: () => said.slice(-4000), ended }
}

/** Waits until the program and its database answer. */
export async function untilReady(address: string, program: Program, seconds = 60): Promise<void> {
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    if (program.child.exitCode !== null) throw new Error(`the program ended:\n${program.output()}`)
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
      () => undefined,
    )
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`not ready after ${seconds} s:\n${program.output()}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
