import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseProblem } from './problem.ts'
import type { Identity } from './unprivileged.ts'

const socketName = '.s.PGSQL.5432'

/** A Unix socket's path holds 107 bytes on Linux and 103 on macOS; some slack, counted in bytes, not characters. */
const longest = 100

/**
 * Make the private directory for PostgreSQL's socket. Whoever can reach the socket is let in, so the directory is
 * closed to everybody but PostgreSQL's user (and root). It lies in the data directory, or, when that path is too
 * long for a socket, under the system's temporary directory with a name that follows from the data directory.
 */
export function makeSocketDirectory(dataDirectory: string, identity: Identity, temporary = tmpdir()): string {
  const inside = join(dataDirectory, 'socket')
  if (fits(inside)) return makePrivate(inside, identity, identity.switched)
  const name = `zhanggui-${createHash('sha256').update(dataDirectory).digest('hex').slice(0, 16)}`
  const outside = join(temporary, name)
  return makePrivate(fits(outside) ? outside : join('/tmp', name), identity, false)
}

/** Remove what a server that is gone left in the directory: PostgreSQL trusts the process number in the lock file. */
export function clearSocket(directory: string): void {
  rmSync(join(directory, socketName), { force: true })
  rmSync(join(directory, `${socketName}.lock`), { force: true })
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, socketName)) <= longest
}

/** `mayTake`: nobody else can have put it there, so that root may simply give it to whoever runs PostgreSQL now. */
function makePrivate(directory: string, identity: Identity, mayTake: boolean): string {
  try {
    mkdirSync(directory, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  // The name under /tmp can be guessed, so somebody else may have been there first, with a link or a directory.
  const found = lstatSync(directory)
  const ours = mayTake || found.uid === identity.uid || found.uid === process.getuid?.()
  if (!found.isDirectory() || !ours) {
    throw new DatabaseProblem('socket_directory_taken', {
      zh: `数据库套接字目录 ${directory} 属于别人，不能使用。请删除它，或把 ZHANGGUI_DATA 设到更短的路径。`,
      en: `The directory for the database socket, ${directory}, belongs to somebody else and is not used. Remove it, or set ZHANGGUI_DATA to a shorter path.`,
    })
  }
  if (identity.switched) chownSync(directory, identity.uid, identity.gid)
  chmodSync(directory, 0o700)
  return directory
}
