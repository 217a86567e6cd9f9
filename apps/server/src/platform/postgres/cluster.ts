import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { codeOf } from './connect.ts'
import type { Log } from './log.ts'
import { DatabaseProblem } from './problem.ts'
import type { Identity } from './unprivileged.ts'
import { giveTo, runAs } from './unprivileged.ts'

/** One PostgreSQL data directory on disk. */
export interface Cluster {
  directory: string
  /** Shown in the title of each of its processes, by which they are known again. */
  mark: string
}

/** The cluster that belongs to this data directory, whether it is there yet or not. */
export function clusterIn(dataDirectory: string): Cluster {
  const place = join(dataDirectory, 'postgres')
  // It may have been moved to another disk, with a link left behind; the system tells processes by the real place.
  const directory = existsSync(place) ? realpathSync(place) : place
  return { directory, mark: `zhanggui-${createHash('sha256').update(directory).digest('hex').slice(0, 8)}` }
}

/** Refuse a cluster that another user made and closed, as PostgreSQL wants it; one that is not there is fine. */
export function mustRead(cluster: Cluster, identity: Identity): void {
  const { directory } = cluster
  try {
    readdirSync(directory)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    const owner = statSync(directory).uid
    const text = {
      zh: `数据库文件 ${directory} 属于另一用户（编号 ${owner}），当前用户 ${identity.name} 读不了。请用原来的用户启动，或以 root 执行 chown -R。`,
      en: `The database files in ${directory} belong to another user (number ${owner}) and ${identity.name} cannot read them. Start as that user, or run chown -R as root.`,
    }
    throw new DatabaseProblem('data_of_another_user', text, error)
  }
}

/**
 * Make the cluster when there is none, else see that it can be used: same major version, right owner. Must not be
 * called while its server runs.
 */
export async function prepareCluster(setup: {
  cluster: Cluster
  dataDirectory: string
  binaries: Binaries
  identity: Identity
  quick: boolean
  log: Log
}): Promise<void> {
  const { directory } = setup.cluster
  if (!existsSync(directory) || readdirSync(directory).length === 0) return makeCluster(setup)
  const major = majorOf(directory)
  if (major === undefined) {
    throw new DatabaseProblem('data_not_recognised', {
      zh: `${directory} 里有文件，但不是 PostgreSQL 数据。请把它移走，或另设 ZHANGGUI_DATA。`,
      en: `${directory} holds files that are no PostgreSQL data. Move them away, or set ZHANGGUI_DATA to another directory.`,
    })
  }
  if (major !== setup.binaries.major) {
    throw new DatabaseProblem('data_of_another_version', {
      zh: `${directory} 由 PostgreSQL ${major} 建立，本程序随附的是 ${setup.binaries.major}，不能直接读取。请用原来版本的程序备份，再用新版本恢复。`,
      en: `${directory} was made by PostgreSQL ${major}; this program brings ${setup.binaries.major}, which cannot read it. Back it up with the program that made it and restore with this one.`,
    })
  }
  if (setup.identity.switched && statSync(directory).uid !== setup.identity.uid) {
    setup.log.info('giving the database files to the user who runs PostgreSQL', { user: setup.identity.name })
    giveTo(setup.identity, directory)
  }
}

function majorOf(directory: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(directory, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Made under another name and renamed when whole, so that an interrupted start leaves nothing half-made behind.
 * Locale: sorting by code point, the same on every machine, yet with a character type that knows Chinese, without
 * which trigram search is blind to it.
 */
async function makeCluster(setup: {
  cluster: Cluster
  dataDirectory: string
  binaries: Binaries
  identity: Identity
  quick: boolean
  log: Log
}): Promise<void> {
  const { cluster, dataDirectory, binaries, identity, quick, log } = setup
  removeDrafts(cluster)
  // A name of its own each time: the initdb of a program that was killed may still be at work on the last one.
  const draft = `${cluster.directory}.draft-${randomUUID()}`
  mkdirSync(draft, { mode: 0o700 })
  if (identity.switched) giveTo(identity, draft)
  log.info('making the database', { directory: cluster.directory, version: binaries.version })
  const args = [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth-local=trust',
    '--auth-host=reject',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
    ...(quick ? ['--no-sync'] : []),
  ]
  const { code, stderr } = await runAs(identity, binaries.initdb, args, dataDirectory)
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new DatabaseProblem('data_not_made', {
      zh: `无法建立数据库：${stderr.trim()}`,
      en: `The database could not be made: ${stderr.trim()}`,
    })
  }
  renameSync(draft, cluster.directory)
}

/** What cannot be removed now, because an orphaned initdb still writes there, is removed another time. */
function removeDrafts(cluster: Cluster): void {
  const home = dirname(cluster.directory)
  for (const name of readdirSync(home)) {
    if (!name.startsWith(`${basename(cluster.directory)}.draft-`)) continue
    try {
      rmSync(join(home, name), { recursive: true, force: true })
    } catch (error) {
      if (!['ENOTEMPTY', 'ENOENT', 'EBUSY'].includes(codeOf(error) ?? '')) throw error
    }
  }
}
