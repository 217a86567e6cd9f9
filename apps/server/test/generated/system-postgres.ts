import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { withClient } from '../../src/platform/postgres/connect.ts'
import { rolesOf } from '../../src/platform/postgres/roles.ts'
import {
  asUser,
  giveTo,
  plainEnvironment,
  runAs,
  whoRunsPostgres,
} from '../../src/platform/postgres/unprivileged.ts'
import { socketUrl } from '../../src/platform/postgres/url.ts'

/** The PostgreSQL of the system, oldest version first, with an empty database and our roles, on a socket of its own. */
export async function startSystemPostgres(): Promise<{
  version: number
  ownerUrl: string
  stop(): Promise<void>
}> {
  const { version, bin } = installed()
  const identity = whoRunsPostgres()
  const scratch = mkdtempSync(join(inject('postgres').scratch, 'old-'))
  chmodSync(scratch, 0o711)
  const directory = join(scratch, 'data')
  mkdirSync(directory, { mode: 0o700 })
  if (identity.switched) giveTo(identity, directory)
  const options = ['-D', directory, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const made = await runAs(identity, join(bin, 'initdb'), options, scratch)
  if (made.code !== 0) throw new Error(made.stderr)
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      directory,
      '-c',
      `unix_socket_directories=${directory}`,
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
    ],
    { ...asUser(identity), cwd: scratch, env: plainEnvironment, stdio: 'ignore' },
  )
  const gone = once(server, 'exit')
  const ownerUrl = socketUrl('owner', 'schema', directory)
  await patiently(() =>
    withClient(socketUrl('postgres', 'postgres', directory), async (client) => {
      await client.query('create role owner login createrole')
      await client.query('create database schema owner owner')
    }),
  )
  await rolesOf(ownerUrl)
  return {
    version,
    ownerUrl,
    stop: async () => {
      server.kill('SIGINT')
      await gone
    },
  }
}

function installed(): { version: number; bin: string } {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).map(Number) : []
  const version = versions.toSorted((a, b) => a - b)[0]
  if (version === undefined)
    throw new Error('This test needs a PostgreSQL of the system: apt-get install postgresql')
  return { version, bin: join(root, String(version), 'bin') }
}

async function patiently(work: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 20_000
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await sleep(100)
    }
  }
}
