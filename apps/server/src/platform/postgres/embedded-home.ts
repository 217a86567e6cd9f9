import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Log } from './log.ts'
import { mayEnter, whoRunsPostgres } from './unprivileged.ts'

/**
 * Where the embedded database lies: in the data directory, except when root starts the program in a place that
 * PostgreSQL's own user may not enter (root's home, closed to everybody). Then it lies under /var/lib/zhanggui, by a
 * name that follows from the data directory, so that the same checkout finds it again. Says so in the log.
 */
export async function embeddedHome(
  dataDirectory: string,
  log: Log,
  base = '/var/lib/zhanggui',
): Promise<string> {
  const wanted = resolve(dataDirectory)
  if (process.getuid?.() !== 0) return wanted
  let there = wanted
  while (!existsSync(there)) there = dirname(there)
  if (await mayEnter(whoRunsPostgres(), there)) return wanted
  const home = join(base, createHash('sha256').update(wanted).digest('hex').slice(0, 12))
  log.info('PostgreSQL’s user may not enter the data directory; the database lies elsewhere', {
    dataDirectory: wanted,
    database: home,
  })
  return home
}
