import { resolve } from 'node:path'
import * as z from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.enum(['true', 'false']).transform((it) => it === 'true')
const url = (protocols: string[]) =>
  z.string().refine((it) => URL.canParse(it) && protocols.includes(new URL(it).protocol), {
    error: `must be an address starting with ${protocols.join(' or ')}//`,
  })

/** Every setting the program reads, with what it means; nothing else reads the environment. */
const settings = z.object({
  PORT: port.default(3000).describe('port to serve on; 0 takes any free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address to serve on; 0.0.0.0 for every network'),
  PUBLIC_URL: url(['http:', 'https:'])
    .optional()
    .describe('the address people use, for links and QR codes; https makes cookies secure'),
  TRUST_PROXY: flag.default(false).describe('believe X-Forwarded-For and -Proto of a proxy in front'),
  ZHANGGUI_DATA: z.string().min(1).default('./data').describe('folder of the embedded database and of files'),
  DATABASE_URL: url(['postgres:', 'postgresql:'])
    .optional()
    .describe('an external PostgreSQL 15 or newer, as the role that owns the database; absent: embedded'),
  DATABASE_APP_URL: url(['postgres:', 'postgresql:'])
    .optional()
    .describe('the same database as the application role; absent: derived'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16).describe('connections for requests'),
  FILES_URL: url(['s3:', 's3+http:', 's3+https:'])
    .optional()
    .describe('s3+https://KEY:SECRET@host/bucket?region=…; absent: files lie in ZHANGGUI_DATA'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('bearer token for /metrics; absent: only from this machine'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('how much is logged'),
  JOBS: z.coerce.number().int().min(1).max(64).default(4).describe('jobs run at the same time'),
})

export type Config = {
  port: number
  host: string
  publicUrl: string | undefined
  trustProxy: boolean
  dataDirectory: string
  databaseUrl: string | undefined
  databaseAppUrl: string | undefined
  poolSize: number
  filesUrl: string | undefined
  metricsToken: string | undefined
  logLevel: string
  jobs: number
  /** One-click sign-in of the fictional community; only ever on by `--demo` on the command line. */
  demo: boolean
}

/** The settings can not be used; `lines` says for each variable what is wrong. */
export class ConfigProblem extends Error {
  readonly lines: string[]
  constructor(lines: string[]) {
    super(`设置有误 / Settings can not be used:\n${lines.join('\n')}`)
    this.lines = lines
  }
}

/**
 * Reads the settings from `env`, once at start. Refused with one line per variable that is wrong; an empty
 * variable counts as absent. `demo` comes from the command line only.
 */
export function readConfig(env: Record<string, string | undefined>, options: { demo: boolean }): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = settings.safeParse(given)
  if (!read.success) {
    throw new ConfigProblem(
      read.error.issues.map((issue) => {
        const name = String(issue.path[0])
        const meaning = settings.shape[name as keyof typeof settings.shape]?.description
        return `  ${name}: ${issue.message}${meaning ? ` (${meaning})` : ''}`
      }),
    )
  }
  const it = read.data
  return {
    port: it.PORT,
    host: it.HOST,
    publicUrl: it.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: it.TRUST_PROXY,
    dataDirectory: resolve(it.ZHANGGUI_DATA),
    databaseUrl: it.DATABASE_URL,
    databaseAppUrl: it.DATABASE_APP_URL,
    poolSize: it.DATABASE_POOL,
    filesUrl: it.FILES_URL,
    metricsToken: it.METRICS_TOKEN,
    // Trying it out, one reads the addresses, not the log.
    logLevel: options.demo && given['LOG_LEVEL'] === undefined ? 'warn' : it.LOG_LEVEL,
    jobs: it.JOBS,
    demo: options.demo,
  }
}

/** Names, defaults and meanings of all settings, for the documentation. */
export function describeSettings(): { name: string; meaning: string; fallback: string }[] {
  return Object.entries(settings.shape).map(([name, shape]) => {
    const fallback = shape.safeParse(undefined)
    return {
      name,
      meaning: shape.description ?? '',
      fallback: fallback.success && fallback.data !== undefined ? String(fallback.data) : '',
    }
  })
}
