import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the operating system tells about a process. A zombie counts as gone. */
interface Seen {
  command: string
  commandLine: string
  /** Undefined when the system will not say (another user's process, a container without ptrace rights). */
  workingDirectory: string | undefined
  /** Tells this process from a later one with the same number. */
  start: string
}

/** Whether a process with this number exists and is not a zombie. */
export function isAlive(pid: number): boolean {
  return look(pid) !== undefined
}

/** Whether the number is in use at all, which is as much as PostgreSQL asks: zombies and other users' count. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A mark of the process with this number that a later bearer of the same number will not have. */
export function startOf(pid: number): string | undefined {
  return look(pid)?.start
}

/**
 * Where process numbers mean the same as here: this boot of this machine, this container. Two programs in different
 * places cannot see each other's processes.
 */
export function hereabouts(): string {
  return process.platform === 'linux' ? `${bootId()} ${readlinkSync('/proc/self/ns/pid')}` : hostname()
}

/**
 * Whether the process is a PostgreSQL (postmaster or backend) of this cluster. `mark` is the cluster name, which
 * PostgreSQL shows in the title of each of its processes; a server started by hand is known by its directory.
 */
export function isServerOf(pid: number, cluster: { directory: string; mark: string }): boolean {
  const seen = look(pid)
  if (seen === undefined || basename(seen.command) !== 'postgres') return false
  if (seen.workingDirectory !== undefined) return seen.workingDirectory === cluster.directory
  return seen.commandLine.includes(cluster.mark) || seen.commandLine.includes(cluster.directory)
}

/** The numbers of all living PostgreSQL processes of this cluster. */
export function serversOf(cluster: { directory: string; mark: string }): number[] {
  return everyPid().filter((pid) => isServerOf(pid, cluster))
}

/** The numbers of all processes that work in this directory or name it in their command line. */
export function processesAt(directory: string): number[] {
  return everyPid().filter((pid) => {
    const seen = look(pid)
    return (
      seen?.workingDirectory?.startsWith(directory) === true || seen?.commandLine.includes(directory) === true
    )
  })
}

/** Wait until `done` says yes; false when `milliseconds` have passed first. */
export async function waitUntil(done: () => boolean, milliseconds: number, step = 20): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!done()) {
    if (performance.now() > end) return false
    await sleep(step)
  }
  return true
}

/** Send a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function look(pid: number): Seen | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? lookInProc(pid) : lookWithPs(pid)
}

function lookInProc(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command stands in parentheses and may itself contain some: what follows the last one is plain fields.
    const close = stat.lastIndexOf(')')
    const fields = stat.slice(close + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return {
      command: stat.slice(stat.indexOf('(') + 1, close),
      commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      workingDirectory: workingDirectoryOf(pid),
      // Clock ticks since boot: unique for a pid within one boot, hence the boot's own id beside it.
      start: `${bootId()}:${fields[19]}`,
    }
  } catch {
    return undefined
  }
}

function workingDirectoryOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

let boot: string | undefined
function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return boot
}

function lookWithPs(pid: number): Seen | undefined {
  const field = (name: string): string => ps(['-o', `${name}=`, '-p', String(pid)]).trim()
  const state = field('state')
  if (state === '' || state.startsWith('Z')) return undefined
  return {
    command: field('ucomm'),
    commandLine: field('command'),
    workingDirectory: undefined,
    start: field('lstart'),
  }
}

function everyPid(): number[] {
  const names = process.platform === 'linux' ? readdirSync('/proc') : ps(['-axo', 'pid=']).split('\n')
  return names.map(Number).filter((pid) => Number.isSafeInteger(pid) && pid > 0)
}

function ps(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
