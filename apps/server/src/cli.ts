import { parseArgs } from 'node:util'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { spawn } from 'node:child_process'
import { ConfigProblem, readConfig } from '#platform/config'
import type { Config } from '#platform/config'
import { makeLog, plainLog } from '#platform/log'
import { migrate } from '#platform/migrate'
import { embeddedHome } from '#platform/postgres/embedded-home'
import { joinEmbedded } from '#platform/postgres/join-embedded'
import { openDatabase } from '#platform/postgres/open-database'
import { DatabaseProblem } from '#platform/postgres/problem'
import { CommandProblem } from './command-problem.ts'
import { doctor } from './doctor.ts'
import { found } from './found.ts'
import { importRoster } from './import-roster.ts'
import { addresses } from './addresses.ts'
import { DemoProblem, seedBulk, seedDemo } from './demo/index.ts'
import { hasWebSources, present, start } from './start.ts'
import type { Role } from './start.ts'

const usage = `掌柜 Zhanggui

用法 Usage: npm run zhanggui -- <command>

  start [--demo [--cases N]] [--role all|api|worker]
                                           启动；--demo 入住虚构小区并开放一键登录
  migrate                                  升级数据库结构
  seed [--cases N] [--communities N]       生成演示或压测数据（仅限空库或演示库）
  found --organization 公司 --community 小区 --login 登录名 --name 姓名
                                           建立小区和第一位项目经理
  import FILE --community ID --as 登录名 [--good-rows]
                                           以项目经理名义导入住户名册 XLSX / CSV
  doctor                                   体检：设置、数据库、文件、磁盘

Settings are environment variables; docs/operations.md lists them.`

/** Reads the command line and runs one command; every expected problem ends in a sentence and exit code 1. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      demo: { type: 'boolean', default: false },
      role: { type: 'string', default: 'all' },
      cases: { type: 'string' },
      communities: { type: 'string' },
      community: { type: 'string' },
      organization: { type: 'string' },
      login: { type: 'string' },
      name: { type: 'string' },
      as: { type: 'string' },
      'good-rows': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [command, file] = positionals
  if (values.help || command === undefined) {
    console.log(usage)
    return
  }
  const config = readConfig(process.env, { demo: values.demo })
  switch (command) {
    case 'start':
      return runStart(
        config,
        roleOf(values.role),
        values.cases === undefined ? undefined : Number(values.cases),
      )
    case 'migrate':
      return withDatabase(config, async (ownerUrl) => {
        const { applied, version } = await migrate({ ownerUrl, log: plainLog(makeLog('warn')) })
        console.log(
          applied.length === 0
            ? `数据库结构已是最新 Up to date: ${version}`
            : `已升级 Applied: ${applied.join(', ')}`,
        )
      })
    case 'seed':
      return withDatabase(config, async (ownerUrl, appUrl) => {
        await migrate({ ownerUrl })
        const cases = Number(values.cases ?? 3000)
        await seedBulk({
          ownerUrl,
          appUrl,
          cases,
          communities: Number(values.communities ?? 1),
          now: present(),
          say: console.log,
        })
      })
    case 'import':
      if (file === undefined || values.community === undefined || values.as === undefined)
        throw new UsageProblem()
      return withDatabase(config, async (_ownerUrl, appUrl) => {
        const input = {
          fileName: basename(file),
          bytes: readFileSync(file),
          communityId: values.community ?? '',
          login: values.as ?? '',
        }
        console.log(
          await importRoster({
            appUrl,
            ...input,
            mode: values['good-rows'] ? 'good-rows' : 'all',
            now: present(),
          }),
        )
      })
    case 'found': {
      const { organization, community, login, name } = values
      if (!organization || !community || !login || !name) throw new UsageProblem()
      return withDatabase(config, async (ownerUrl, appUrl) => {
        await migrate({ ownerUrl })
        console.log(await found({ appUrl, organization, community, login, name, now: present() }))
      })
    }
    case 'doctor': {
      const healthy = await doctor(config, console.log)
      process.exitCode = healthy ? 0 : 1
      return
    }
    default:
      throw new UsageProblem()
  }
}

class UsageProblem extends Error {}

function roleOf(text: string): Role {
  if (text === 'all' || text === 'api' || text === 'worker') return text
  throw new UsageProblem()
}

async function runStart(config: Config, role: Role, cases: number | undefined): Promise<void> {
  const began = performance.now()
  // The web apps are built beside the database's work: both use a core of their own.
  const built = config.demo && role !== 'worker' ? buildWeb() : Promise.resolve()
  const running = await start(config, {
    role,
    prepare: async ({ ownerUrl, database, store, log }) => {
      if (config.demo)
        await seedDemo({
          ownerUrl,
          database,
          store,
          now: present(),
          say: console.log,
          log: plainLog(log),
          ...(cases === undefined ? {} : { cases }),
        })
      await built
    },
  })
  if (running.address) console.log(addresses(running.address, config, (performance.now() - began) / 1000))
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  console.log('正在停止 Stopping…')
  await running.stop()
}

function buildWeb(): Promise<void> {
  if (!hasWebSources()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, '../../../scripts/build.ts')
    const child = spawn(process.execPath, [script, '--if-stale'], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the web apps could not be built')),
    )
  })
}

async function withDatabase(
  config: Config,
  work: (ownerUrl: string, appUrl: string) => Promise<void>,
): Promise<void> {
  const log = plainLog(makeLog('warn'))
  // A program that runs already shares its database with the command.
  const running =
    config.databaseUrl === undefined
      ? await joinEmbedded(await embeddedHome(config.dataDirectory, log))
      : undefined
  const database = running ?? (await openDatabase({ ...config, log }))
  try {
    await work(database.ownerUrl, database.appUrl)
  } finally {
    await database.stop()
  }
}

main().catch((error: unknown) => {
  if (error instanceof UsageProblem) console.error(usage)
  else if (
    error instanceof ConfigProblem ||
    error instanceof DatabaseProblem ||
    error instanceof CommandProblem ||
    error instanceof DemoProblem
  )
    console.error(error.message)
  else if ((error as { code?: unknown }).code === 'EADDRINUSE') {
    console.error(
      `端口已被占用，换一个：PORT=3001 npm start\nThe port is taken; choose another: PORT=3001 npm start`,
    )
  } else console.error(error)
  process.exit(1)
})
