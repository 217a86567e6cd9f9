import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, withClient } from './connect.ts'
import type { Log } from './log.ts'
import { DatabaseProblem } from './problem.ts'
import { describeUrl } from './url.ts'

const oldest = 15

/** What an external server says about itself. */
export interface ExternalServer {
  version: string
}

/**
 * See that `url` leads to a database that the program can use, or throw a `DatabaseProblem` that says what is wrong.
 * A server that is not there yet or is starting is waited for, up to `waitSeconds`: programs and their database are
 * often started together.
 */
export async function tryExternal(url: string, log: Log, waitSeconds: number): Promise<ExternalServer> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new DatabaseProblem('bad_address', {
      zh: 'DATABASE_URL 应以 postgres:// 开头，例如 postgres://用户:密码@主机:5432/数据库。',
      en: 'DATABASE_URL must begin with postgres://, for example postgres://user:password@host:5432/database.',
    })
  }
  const end = performance.now() + waitSeconds * 1000
  for (let first = true; ; first = false) {
    try {
      return await look(url)
    } catch (error) {
      const { problem, passing } = understand(error, url)
      if (!passing || performance.now() > end) throw problem
      if (first) log.warn('the database does not answer yet; waiting', { database: describeUrl(url) })
      await sleep(500)
    }
  }
}

async function look(url: string): Promise<ExternalServer> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string; number: string; encoding: string }>(`
      select current_setting('server_version') as version, current_setting('server_version_num') as number,
             current_setting('server_encoding') as encoding`)
    const found = rows[0]
    if (found === undefined) throw new Error('the server does not say its version')
    if (Number(found.number) < oldest * 10_000) {
      throw new DatabaseProblem('too_old', {
        zh: `数据库是 PostgreSQL ${found.version}，至少需要 ${oldest}。`,
        en: `The database is PostgreSQL ${found.version}; at least ${oldest} is needed.`,
      })
    }
    if (found.encoding !== 'UTF8') {
      throw new DatabaseProblem('not_utf8', {
        zh: `数据库的编码是 ${found.encoding}，应为 UTF8。请新建数据库：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0。`,
        en: `The encoding of the database is ${found.encoding}; it must be UTF8. Make a new one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
      })
    }
    return { version: found.version }
  })
}

/** `passing`: a trouble that a little waiting may end. */
function understand(error: unknown, url: string): { problem: unknown; passing: boolean } {
  if (error instanceof DatabaseProblem) return { problem: error, passing: false }
  const code = codeOf(error) ?? ''
  const said = error instanceof Error && error.message !== '' ? error.message : code
  const where = describeUrl(url)
  if (code.startsWith('28') || said.startsWith('SASL')) {
    const text = {
      zh: `数据库 ${where} 拒绝登录：用户名或密码不对，或服务器不允许从这里登录（${said}）。`,
      en: `The database ${where} refuses the sign-in: wrong user or password, or the server does not allow it from here (${said}).`,
    }
    return { problem: new DatabaseProblem('sign_in_refused', text, error), passing: false }
  }
  if (code === '3D000') {
    const text = {
      zh: `数据库 ${where} 不存在，请先建立。`,
      en: `The database ${where} does not exist; make it first.`,
    }
    return { problem: new DatabaseProblem('no_such_database', text, error), passing: false }
  }
  // Five characters is PostgreSQL's own refusal; 57P03 says that it is starting, 53300 that it is full.
  const answered = /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')
  const text = {
    zh: `连不上数据库 ${where}（${said}）。请检查地址、网络和 PostgreSQL 是否在运行。`,
    en: `The database ${where} cannot be reached (${said}). Check the address, the network, and that PostgreSQL runs.`,
  }
  const passing = !answered || code === '57P03' || code === '53300'
  return { problem: new DatabaseProblem('unreachable', text, error), passing }
}
