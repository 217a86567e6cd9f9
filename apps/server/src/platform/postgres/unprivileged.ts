import { spawn } from 'node:child_process'
import { chownSync, lchownSync, readdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseProblem } from './problem.ts'

/** The user under whom PostgreSQL runs. */
export interface Identity {
  uid: number
  gid: number
  /** How to say it to people. */
  name: string
  /** True when it is another user than ours, which only root can arrange. */
  switched: boolean
}

/** The result of a finished command. */
export interface Outcome {
  code: number | undefined
  stdout: string
  stderr: string
}

/**
 * Who shall run PostgreSQL: ourselves, or, since it refuses to run as root, `postgres` and else `nobody`.
 * Both names are in every Linux distribution or come with PostgreSQL, so no user has to be made.
 */
export function whoRunsPostgres(passwd = '/etc/passwd'): Identity {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return ourselves(uid)
  const users = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name)
    if (user !== undefined && Number(user[2]) !== 0) {
      return { uid: Number(user[2]), gid: Number(user[3]), name, switched: true }
    }
  }
  throw new DatabaseProblem('no_unprivileged_user', {
    zh: '程序以 root 身份运行，而 PostgreSQL 不允许 root：系统里又没有 postgres 或 nobody 用户。请新建其中之一，或用普通用户启动。',
    en: 'The program runs as root, which PostgreSQL refuses, and there is neither a user postgres nor nobody. Add one of them, or start as a normal user.',
  })
}

function ourselves(uid: number): Identity {
  try {
    return { uid, gid: process.getgid?.() ?? -1, name: userInfo().username, switched: false }
  } catch (error) {
    // Containers started with an arbitrary user number: PostgreSQL's initdb asks for the user's name and gives up.
    throw new DatabaseProblem(
      'nameless_user',
      {
        zh: `当前用户编号 ${uid} 在 /etc/passwd 中没有名字，PostgreSQL 无法使用。请为它加一行，或以 root、普通用户启动，或设置 DATABASE_URL。`,
        en: `User number ${uid} has no name in /etc/passwd, which PostgreSQL needs. Add a line for it, start as root or as a normal user, or set DATABASE_URL.`,
      },
      error,
    )
  }
}

/** What `spawn` needs to run something as this user. */
export function asUser(identity: Identity): { uid?: number; gid?: number } {
  return identity.switched ? { uid: identity.uid, gid: identity.gid } : {}
}

/**
 * The few variables that PostgreSQL's programs get. Not ours: `PGDATA`, `PGOPTIONS` and the like would change
 * what they do, and the secrets of our environment are none of their business.
 */
export const plainEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Run a command as this user from `directory` and wait for its end; a command that cannot be run has no code. */
export async function runAs(
  identity: Identity,
  command: string,
  args: string[],
  directory: string,
): Promise<Outcome> {
  try {
    const child = spawn(command, args, {
      ...asUser(identity),
      cwd: directory,
      env: plainEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | undefined>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve(code ?? undefined))
    })
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { code, stdout, stderr }
  } catch (error) {
    return { code: undefined, stdout: '', stderr: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether this user can go into a directory that is there. */
export async function mayEnter(identity: Identity, directory: string): Promise<boolean> {
  return (await enter(identity, directory)).code === 0
}

// Asking a process of that user is the only answer that also knows access lists and mount options.
const enter = async (identity: Identity, path: string): Promise<Outcome> =>
  runAs(identity, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', path], '/')

/** Refuse a directory that this user cannot enter, naming the parent that is closed to it. */
export async function mustEnter(identity: Identity, directory: string): Promise<void> {
  const enters = async (path: string): Promise<boolean> => (await enter(identity, path)).code === 0
  if (await enters(directory)) return
  const root = await enter(identity, '/')
  if (root.code !== 0) throw cannotBecome(identity, root.stderr)
  let closed = directory
  while (closed !== '/' && !(await enters(dirname(closed)))) closed = dirname(closed)
  throw new DatabaseProblem('directory_closed', {
    zh: `PostgreSQL 以用户 ${identity.name} 运行，但该用户进不了目录 ${closed}，因此无法使用 ${directory}。请执行 chmod o+x ${closed}，或把 ZHANGGUI_DATA 设到别处（例如 /var/lib/zhanggui）。`,
    en: `PostgreSQL runs as user ${identity.name}, who may not enter ${closed} and so cannot use ${directory}. Run chmod o+x ${closed}, or set ZHANGGUI_DATA to another place (for example /var/lib/zhanggui).`,
  })
}

function cannotBecome(identity: Identity, fault: string): DatabaseProblem {
  return new DatabaseProblem('no_unprivileged_user', {
    zh: `程序以 root 身份运行，却不能切换到用户 ${identity.name}（${fault.trim()}）。容器需要 SETUID、SETGID、CHOWN、KILL 权限；也可以用普通用户启动，或设置 DATABASE_URL。`,
    en: `The program runs as root but may not switch to user ${identity.name} (${fault.trim()}). A container needs the capabilities SETUID, SETGID, CHOWN and KILL; or start as a normal user, or set DATABASE_URL.`,
  })
}

/** Give a directory and all in it to this user. The top comes last: an interrupted run is seen and done again. */
export function giveTo(identity: Identity, directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) giveTo(identity, path)
    else lchownSync(path, identity.uid, identity.gid)
  }
  chownSync(directory, identity.uid, identity.gid)
}
