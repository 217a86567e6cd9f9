import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { installedNative, prepareBinaries } from '../../src/platform/postgres/binaries.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { makeSocketDirectory } from '../../src/platform/postgres/socket-directory.ts'
import { giveTo, runAs, whoRunsPostgres } from '../../src/platform/postgres/unprivileged.ts'
import {
  ask,
  clean,
  isRoot,
  killHard,
  listeningLog,
  nobody,
  scratchDirectory,
  startProgram,
  userOf,
} from './tools.ts'

const scratch = scratchDirectory()
const used = new Set<string>()
afterAll(async () => clean(scratch, used))

function dataDirectory(name: string): string {
  const directory = join(scratch, name)
  used.add(directory)
  return directory
}

/** The installed package as npm leaves it when it skips install scripts: without the links to libraries. */
function packageWithoutLinks(home: string): string {
  const native = join(home, 'package', 'native')
  mkdirSync(dirname(native), { recursive: true })
  cpSync(installedNative(), native, { recursive: true, verbatimSymlinks: true })
  cpSync(join(dirname(installedNative()), 'package.json'), join(dirname(native), 'package.json'))
  for (const name of readdirSync(join(native, 'lib'))) {
    const path = join(native, 'lib', name)
    if (lstatSync(path).isSymbolicLink()) rmSync(path)
  }
  return native
}

function linksIn(native: string): number {
  const names = readdirSync(join(native, 'lib'))
  return names.filter((name) => lstatSync(join(native, 'lib', name)).isSymbolicLink()).length
}

async function oneFrom(database: { appUrl: string }): Promise<unknown> {
  return (await ask(database.appUrl, 'select 1 as one'))[0]
}

describe('without the install script of the package', () => {
  const home = join(scratch, 'no-links')
  const native = packageWithoutLinks(home)

  test('PostgreSQL does not run, so the links are made, and then it does', async () => {
    const identity = whoRunsPostgres()
    const before = await runAs(identity, join(native, 'bin', 'initdb'), ['--version'], scratch)
    expect(before.code).not.toBe(0)
    expect(before.stderr).toMatch(/shared librar/)
    const database = await startEmbedded({
      dataDirectory: dataDirectory('linked'),
      log: listeningLog(),
      native,
    })
    expect(await oneFrom(database)).toEqual({ one: 1 })
    await database.stop()
    expect(linksIn(native)).toBe(linksIn(installedNative()))
    expect(existsSync(join(dataDirectory('linked'), 'postgres-native'))).toBe(false)
  })
})

describe.runIf(isRoot)('as root', () => {
  const identity = whoRunsPostgres()

  test('PostgreSQL runs as another user, to whom its files and only those belong', async () => {
    const directory = dataDirectory('as-root')
    const database = await startEmbedded({ dataDirectory: directory, log: listeningLog() })
    expect(userOf(database.pid() ?? 0)).toBe(identity.uid)
    expect(identity.uid).not.toBe(0)
    const ownerOf = (name: string): number => statSync(join(directory, name)).uid
    expect(ownerOf('postgres')).toBe(identity.uid)
    expect(ownerOf('socket')).toBe(identity.uid)
    expect(ownerOf('.')).toBe(0)
    expect(statSync(directory).mode & 0o777).toBe(0o711)
    await database.stop()
  })

  test('files that belong to yet another user, from an earlier set-up, are given over', async () => {
    const directory = dataDirectory('as-root')
    const earlier = { uid: 12_345, gid: 12_345, name: 'earlier', switched: true }
    for (const name of ['postgres', 'socket']) giveTo(earlier, join(directory, name))
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory: directory, log })
    expect(await oneFrom(database)).toEqual({ one: 1 })
    expect(log.said).toEqual(['giving the database files to the user who runs PostgreSQL'])
    await database.stop()
  })

  test('with a strict umask it works as well', async () => {
    const directory = join(dataDirectory(join('strict', 'deep', 'data')))
    const program = startProgram({ dataDirectory: directory, umask: 0o077 })
    expect(await oneFrom(await program.hears('ready'))).toEqual({ one: 1 })
    program.child.kill('SIGTERM')
    await program.ended
  })

  test('the programs in a closed home are copied to where their user can run them', async () => {
    const home = join(scratch, 'closed-home')
    const native = packageWithoutLinks(home)
    chmodSync(join(native, 'lib', 'libpq.so.5.18'), 0o600)
    chmodSync(home, 0o700)
    const directory = dataDirectory('from-closed')
    const log = listeningLog()
    const database = await startEmbedded({ dataDirectory: directory, log, native })
    expect(await oneFrom(database)).toEqual({ one: 1 })
    const running = readFileSync(`/proc/${database.pid()}/cmdline`, 'utf8').split('\0')[0] ?? ''
    expect(running.startsWith(join(directory, 'postgres-native'))).toBe(true)
    expect(statSync(running)).toMatchObject({ uid: 0 })
    await database.stop()
    expect(log.said).toContain('copying PostgreSQL into the data directory, where its user can run it')
    // The next start finds the copy; another version of the package is copied anew and the old copy goes.
    const again = listeningLog()
    await (await startEmbedded({ dataDirectory: directory, log: again, native })).stop()
    expect(again.said).toEqual([])
    const manifest = join(dirname(native), 'package.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('18.4.0-beta', '18.4.1-beta'))
    await (await startEmbedded({ dataDirectory: directory, log: listeningLog(), native })).stop()
    expect(readdirSync(join(directory, 'postgres-native'))).toEqual([expect.stringMatching(/^18\.4\.1-beta/)])
  })

  test('a data directory in a closed home is refused, naming what is closed and what to do', async () => {
    const home = join(scratch, 'closed-data')
    mkdirSync(home, { mode: 0o700 })
    // The program itself would go elsewhere (see embedded-home.test.ts); asked for this very place, it says why not.
    await expect(
      startEmbedded({ dataDirectory: join(home, 'app', 'data'), log: listeningLog() }),
    ).rejects.toMatchObject({
      code: 'directory_closed',
      en: expect.stringContaining(`chmod o+x ${home},`),
      zh: expect.stringContaining(`chmod o+x ${home}，`),
    })
    chmodSync(home, 0o711)
    const second = startProgram({ dataDirectory: join(home, 'app', 'data') })
    used.add(join(home, 'app', 'data'))
    expect(await oneFrom(await second.hears('ready'))).toEqual({ one: 1 })
    second.child.kill('SIGTERM')
    await second.ended
  })

  test('in a container without the right to look into other users’ processes a server is still known again', async () => {
    const directory = dataDirectory('container')
    // What Docker leaves to root by default; reading /proc/<pid>/cwd of another user is not among it.
    const kept = 'chown,dac_override,fowner,fsetid,kill,setgid,setuid,setpcap,net_bind_service'
    const bounds = kept.split(',').map((name) => `+${name}`)
    const before = ['setpriv', `--bounding-set=-all,${bounds.join(',')}`]
    const first = startProgram({ dataDirectory: directory }, { before })
    const { pid } = await first.hears('ready')
    await killHard(first.pid)
    const second = startProgram({ dataDirectory: directory }, { before })
    expect((await second.hears('ready')).pid).toBe(pid)
    await killHard(second.pid)
    await killHard(pid)
    const third = startProgram({ dataDirectory: directory }, { before })
    const ready = await third.hears('ready')
    expect(await oneFrom(ready)).toEqual({ one: 1 })
    third.child.kill('SIGTERM')
    await third.ended
  })

  test('that may not become another user says which rights are missing', async () => {
    const before = ['setpriv', '--bounding-set=-all,+chown,+dac_override,+fowner']
    const refusal = await startProgram({ dataDirectory: dataDirectory('no-setuid') }, { before }).hears(
      'refused',
    )
    expect(refusal.code).toBe('no_unprivileged_user')
    expect(refusal.en).toContain('SETUID')
  })

  test('a socket directory under /tmp that somebody else made first is not used', () => {
    const temporary = join(scratch, 'shared-temporary')
    mkdirSync(temporary)
    chmodSync(temporary, 0o1777)
    const long = join(scratch, 'x'.repeat(120))
    const place = makeSocketDirectory(long, identity, temporary)
    expect(dirname(place)).toBe(temporary)
    expect(makeSocketDirectory(long, identity, temporary)).toBe(place)
    chownSync(place, 12_345, 12_345)
    expect(() => makeSocketDirectory(long, identity, temporary)).toThrow(/belongs to somebody else/)
    rmSync(place, { recursive: true })
    writeFileSync(place, '')
    expect(() => makeSocketDirectory(long, identity, temporary)).toThrow(/belongs to somebody else/)
  })

  test('without postgres and nobody among the users it says so; postgres goes first', () => {
    const passwd = join(scratch, 'passwd')
    writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\n')
    expect(() => whoRunsPostgres(passwd)).toThrow(/neither a user postgres nor nobody/)
    writeFileSync(passwd, 'root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/bin/false\n')
    expect(whoRunsPostgres(passwd)).toMatchObject({ uid: 99, gid: 98, name: 'nobody' })
    writeFileSync(passwd, 'nobody:x:99:98::/:/bin/false\npostgres:x:70:71::/:/bin/false\n')
    expect(whoRunsPostgres(passwd)).toMatchObject({ uid: 70, gid: 71, name: 'postgres' })
  })
})

const program = fileURLToPath(new URL('keep-running.ts', import.meta.url))
const reachable =
  isRoot &&
  (await runAs({ ...nobody, name: 'nobody', switched: true }, process.execPath, ['--check', program], '/'))
    .code === 0

// These run the program as `nobody`, who must be able to read this checkout.
describe.runIf(reachable)('as a normal user', () => {
  test('PostgreSQL runs as that user, is restarted, taken over and stopped', async () => {
    const directory = ownDirectory('data')
    const first = startProgram({ dataDirectory: directory }, nobody)
    const ready = await first.hears('ready')
    expect(userOf(ready.pid)).toBe(nobody.uid)
    expect(statSync(directory)).toMatchObject({ uid: nobody.uid })
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(await oneFrom(ready)).toEqual({ one: 1 })
    await killHard(first.pid)
    const second = startProgram({ dataDirectory: directory }, nobody)
    expect((await second.hears('ready')).pid).toBe(ready.pid)
    await killHard(second.pid)
    await killHard(ready.pid)
    const third = startProgram({ dataDirectory: directory }, nobody)
    expect(await oneFrom(await third.hears('ready'))).toEqual({ one: 1 })
    third.child.kill('SIGTERM')
    expect(await third.ended).toEqual({ code: 0, signal: null })
  })

  test('links that cannot be made in the installed package are made in a copy', async () => {
    const native = packageWithoutLinks(join(scratch, 'read-only'))
    const directory = ownDirectory('copy')
    mkdirSync(directory)
    chownSync(directory, nobody.uid, nobody.gid)
    const prepared = await asNobody(
      `const { prepareBinaries } = await import(${JSON.stringify(modulePath('binaries.ts'))})
       const { whoRunsPostgres } = await import(${JSON.stringify(modulePath('unprivileged.ts'))})
       const log = { info() {}, warn() {}, error() {} }
       const setup = { native: ${JSON.stringify(native)}, dataDirectory: ${JSON.stringify(directory)}, log }
       console.log((await prepareBinaries({ ...setup, identity: whoRunsPostgres() })).postgres)`,
    )
    expect(prepared.stdout.trim().startsWith(join(directory, 'postgres-native'))).toBe(true)
    expect(linksIn(native)).toBe(0)
    expect(linksIn(join(dirname(dirname(prepared.stdout.trim()))))).toBe(linksIn(installedNative()))
  })

  test('what another user made is refused, saying whose it is', async () => {
    const directory = dataDirectory('roots')
    const roots = startProgram({ dataDirectory: directory })
    await roots.hears('ready')
    roots.child.kill('SIGTERM')
    await roots.ended
    const refusal = await startProgram({ dataDirectory: directory }, nobody).hears('refused')
    expect(refusal.code).toBe('data_not_writable')
    chmodSync(directory, 0o777)
    const second = await startProgram({ dataDirectory: directory }, nobody).hears('refused')
    expect(second.code).toBe('data_of_another_user')
    expect(second.en).toContain(String(statSync(join(directory, 'postgres')).uid))
    const third = await startProgram({ dataDirectory: '/usr/zhanggui/data' }, nobody).hears('refused')
    expect(third.zh).toMatch(/ZHANGGUI_DATA/)
  })

  test('a user number without a name is told so before PostgreSQL fails on it', async () => {
    const nameless = startProgram({ dataDirectory: ownDirectory('nameless') }, { uid: 54_321, gid: 54_321 })
    const refusal = await nameless.hears('refused')
    expect(refusal.code).toBe('nameless_user')
    expect(refusal.en).toContain('54321')
  })
})

test('programs that cannot run here at all are refused with the reason', async () => {
  const native = join(scratch, 'foreign', 'package', 'native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  writeFileSync(join(native, 'bin', 'postgres'), 'not a program', { mode: 0o755 })
  writeFileSync(join(dirname(native), 'package.json'), '{ "version": "1.0.0" }')
  const directory = join(scratch, 'foreign-data')
  mkdirSync(directory)
  const setup = { native, dataDirectory: directory, identity: whoRunsPostgres(), log: listeningLog() }
  await expect(prepareBinaries(setup)).rejects.toMatchObject({ code: 'binaries_unusable' })
  await expect(prepareBinaries(setup)).rejects.toThrow(/DATABASE_URL/)
})

function modulePath(name: string): string {
  return fileURLToPath(new URL(`../../src/platform/postgres/${name}`, import.meta.url))
}

async function asNobody(code: string): Promise<{ stdout: string }> {
  const identity = { ...nobody, name: 'nobody', switched: true }
  const outcome = await runAs(identity, process.execPath, ['--input-type=module', '-e', code], '/')
  if (outcome.code !== 0) throw new Error(outcome.stderr)
  return outcome
}

function ownDirectory(name: string): string {
  const directory = dataDirectory(join('of-nobody', name))
  mkdirSync(dirname(directory), { recursive: true })
  chmodSync(dirname(directory), 0o711)
  chownSync(dirname(directory), nobody.uid, nobody.gid)
  return directory
}
