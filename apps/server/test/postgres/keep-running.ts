/**
 * A small program for the tests to start and to kill: it opens the database that its first argument (JSON) describes,
 * says so on standard output, one JSON object a line, and stops it on SIGTERM and SIGINT.
 */
import type { Log } from '../../src/platform/postgres/log.ts'
import { openDatabase } from '../../src/platform/postgres/open-database.ts'
import { DatabaseProblem } from '../../src/platform/postgres/problem.ts'

const say = (word: string, data: object): boolean =>
  process.stdout.write(`${JSON.stringify({ word, ...data })}\n`)
const log: Log = {
  info: (text) => say('log', { text }),
  warn: (text) => say('log', { text }),
  error: (text) => say('log', { text }),
}

const { fallOver, deaf, umask, ...config } = JSON.parse(process.argv[2] ?? '{}') as {
  dataDirectory: string
  fallOver?: boolean
  /** Do not listen to signals. */
  deaf?: boolean
  umask?: number
}
if (umask !== undefined) process.umask(umask)

try {
  const database = await openDatabase({ ...config, log })
  for (const name of deaf ? [] : (['SIGTERM', 'SIGINT'] as const)) {
    process.once(name, () => void database.stop().then(() => say('stopped', {})))
  }
  say('ready', { ownerUrl: database.ownerUrl, appUrl: database.appUrl, pid: database.pid() })
  if (fallOver) throw new Error('fell over')
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error
  say('refused', { code: error.code, zh: error.zh, en: error.en })
}
