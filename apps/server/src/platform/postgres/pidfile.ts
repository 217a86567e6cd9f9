import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What PostgreSQL writes into `postmaster.pid`. */
export interface Pidfile {
  pid: number
  socketDirectory: string
  /** `ready` only once connections are taken: a socket can be connected to before that. */
  status: string
}

/** Read `postmaster.pid` of a cluster; undefined when there is none or PostgreSQL has not written it fully yet. */
export function readPidfile(directory: string): Pidfile | undefined {
  let text: string
  try {
    text = readFileSync(join(directory, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, socketDirectory: lines[4] ?? '', status: (lines[7] ?? '').trim() }
}
