import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinEmbedded } from '../apps/server/src/platform/postgres/join-embedded.ts'

const root = join(import.meta.dirname, '..')

/** The real program on a durable database of its own, in a process of its own. */
export type Stage = {
  address: string
  directory: string
  ownerUrl: string
  appUrl: string
  restart(): Promise<number>
  /** Resident memory of the server process, in MB; PostgreSQL is another. */
  memory(): number
  /** Of the server process and of PostgreSQL. */
  pids(): { program: number; database: number }
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'))
  chmodSync(directory, 0o711)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const dataDirectory = join(directory, 'data')
  let child = launch(port, dataDirectory)
  await untilAnswered(address, child)
  const database = await joinEmbedded(dataDirectory)
  if (!database) throw new Error('the program runs, but not its database')
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return {
    address,
    directory,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    async restart() {
      await stop()
      const began = performance.now()
      child = launch(port, dataDirectory)
      await untilAnswered(address, child)
      return (performance.now() - began) / 1000
    },
    memory() {
      const rss = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
      return Number(rss) / 1024
    },
    pids: () => ({ program: child.pid ?? 0, database: database.pid() ?? 0 }),
    async close() {
      await stop()
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function launch(port: number, dataDirectory: string): ChildProcess {
  return spawn(process.execPath, ['apps/server/src/cli.ts', 'start'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      ZHANGGUI_DATA: dataDirectory,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function untilAnswered(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('the program ended')
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(20)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = server.address()
      server.close(() => resolve(typeof found === 'object' && found ? found.port : 0))
    })
  })
}
