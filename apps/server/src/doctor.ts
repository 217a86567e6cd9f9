import { statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config'
import { openFileStore } from '#platform/files'
import { makeLog, plainLog } from '#platform/log'
import { embeddedHome } from '#platform/postgres/embedded-home'
import { joinEmbedded } from '#platform/postgres/join-embedded'
import { openDatabase } from '#platform/postgres/open-database'

type Finding = { good: boolean; text: string }

/** Looks at everything the program stands on and says what it found; false when something needs doing. */
export async function doctor(config: Config, say: (line: string) => void): Promise<boolean> {
  const findings: Finding[] = []
  const check = async (what: string, look: () => Promise<string>) => {
    try {
      findings.push({ good: true, text: `${what}: ${await look()}` })
    } catch (error) {
      findings.push({
        good: false,
        text: `${what}: ${error instanceof Error ? error.message : String(error)}`,
      })
    }
    const last = findings.at(-1)
    if (last) say(`${last.good ? '✓' : '✗'} ${last.text}`)
  }
  await check('Node', async () => {
    if (Number(process.versions.node.split('.')[0]) < 24)
      throw new Error(`${process.version}, 24 or newer is needed`)
    return process.version
  })
  await check('网页 Web apps', async () => {
    const root = join(import.meta.dirname, '../../..')
    const missing = ['console', 'resident'].filter(
      (it) => !existsSync(join(root, 'apps', it, 'dist/index.html')),
    )
    if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')} (npm run build)`)
    return 'built'
  })
  await check('磁盘 Disk', async () => {
    const disk = await statfs(existsSync(config.dataDirectory) ? config.dataDirectory : '.')
    const free = (disk.bavail * disk.bsize) / 1e9
    if (free < 2) throw new Error(`${free.toFixed(1)} GB free; at least 2 GB are needed`)
    return `${free.toFixed(0)} GB free`
  })
  await check('文件 Files', async () => {
    const store = openFileStore({ url: config.filesUrl, directory: join(config.dataDirectory, 'files') })
    const bytes = Buffer.from('zhanggui doctor')
    await store.put('doctor/probe.txt', bytes, 'text/plain')
    if (!(await store.get('doctor/probe.txt'))?.equals(bytes))
      throw new Error('what was written did not come back')
    return store.describe()
  })
  await check('数据库 Database', async () => {
    const log = plainLog(makeLog('silent'))
    const running =
      config.databaseUrl === undefined
        ? await joinEmbedded(await embeddedHome(config.dataDirectory, log))
        : undefined
    const database = running ?? (await openDatabase({ ...config, log }))
    try {
      await checkRoles(database.ownerUrl, database.appUrl)
      return database.describe()
    } finally {
      await database.stop()
    }
  })
  return findings.every((it) => it.good)
}

/** The application role must own nothing and be held by row-level security. */
async function checkRoles(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
      `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    )
    const role = rows[0]
    if (!role || role.rolsuper || role.rolbypassrls || role.owned > 0) {
      throw new Error('the application role can pass by row-level security')
    }
    if (ownerUrl === appUrl) throw new Error('the application uses the owner’s role')
  } finally {
    await client.end()
  }
}
