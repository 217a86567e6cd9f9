import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { codeOf, withClient } from './connect.ts'
import { DatabaseProblem } from './problem.ts'
import { withUser } from './url.ts'

/** The role of the API and the workers: row-level security binds it and it owns nothing. */
export const applicationRole = 'zhanggui_app'

/** Roles that nobody signs in as: reports and auditors are granted through them. */
const quietRoles = ['zhanggui_reader', 'zhanggui_auditor'] as const

/**
 * Make the roles that migrations grant rights to, where they are missing. Roles belong to the whole server, not to
 * one database, so two databases that are set up at the same moment may meet here.
 */
export async function makeRoles(client: Client): Promise<void> {
  await makeRole(client, applicationRole, 'login')
  for (const role of quietRoles) await makeRole(client, role, 'nologin')
  const names = [applicationRole, ...quietRoles]
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)`,
    [names],
  )
  if (rows[0] !== undefined) throw tooStrong(rows[0].name)
  const database = escapeIdentifier(client.database ?? '')
  await despiteRaces(() => client.query(`grant connect on database ${database} to ${names.join(', ')}`))
}

/**
 * Make the roles and give back the address under which the application signs in: `applicationUrl` when the operator
 * named one, else the owner's address as `zhanggui_app`.
 *
 * The application's password follows from the owner's, so that every node of an installation knows it without
 * anything being stored or sent around, and so that changing the owner's password changes both. Nobody can go back
 * from it to the owner's. The name of the database is not part of it: one server has one such role, and two
 * databases would otherwise take it from each other in turn. Where the owner needs no password (a private socket),
 * neither does the application.
 */
export async function rolesOf(ownerUrl: string, applicationUrl?: string): Promise<string> {
  return withClient(ownerUrl, async (owner) => {
    await makeRoles(owner)
    await sendSettingsToWorkers(owner)
    if (applicationUrl !== undefined) {
      await mustSignIn(applicationUrl)
      return applicationUrl
    }
    const password = owner.password ? passwordFrom(owner.password) : undefined
    const url = withUser(ownerUrl, applicationRole, password)
    const refusal = await signInRefusal(url)
    if (refusal === undefined) return url
    if (password === undefined) throw cannotSignIn(refusal)
    await setPassword(owner, password)
    await mustSignIn(url)
    return url
  })
}

async function makeRole(client: Client, role: string, kind: 'login' | 'nologin'): Promise<void> {
  const exists = async (): Promise<boolean> => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    return rowCount === 1
  }
  if (await exists()) return
  try {
    await client.query(`create role ${role} ${kind}`)
  } catch (error) {
    if (codeOf(error) === '42501') throw mayNotMakeRoles(client.user ?? '', error)
    if (!(await exists())) throw error
  }
}

/** Refused when it cannot be done, or when row-level security would not bind whoever signs in. */
async function mustSignIn(url: string): Promise<void> {
  const refusal = await signInRefusal(url)
  if (refusal !== undefined) throw cannotSignIn(refusal)
}

async function signInRefusal(url: string): Promise<unknown> {
  try {
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string; strong: boolean; granted: boolean }>(`
        select rolname as name, rolsuper or rolbypassrls as strong, pg_has_role(oid, '${applicationRole}', 'usage') as granted
        from pg_roles where rolname = current_user`)
      if (rows[0]?.strong) throw tooStrong(rows[0].name)
      if (!rows[0]?.granted) throw withoutRights(rows[0]?.name ?? '')
    })
    return undefined
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error
    return error
  }
}

function passwordFrom(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update('zhanggui application role').digest('base64url')
}

/** Sent as the verifier that PostgreSQL would store: the password itself must not reach a statement log. */
async function setPassword(owner: Client, password: string): Promise<void> {
  const salt = randomBytes(16)
  const rounds = 4096
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  const verifier = `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
  try {
    await despiteRaces(() => owner.query(`alter role ${applicationRole} password ${escapeLiteral(verifier)}`))
  } catch (error) {
    if (codeOf(error) === '42501') throw cannotSignIn(error)
    throw error
  }
}

/**
 * On Citus, row-level security settings reach the workers only with this; without it every write is refused there.
 * Elsewhere the setting is unknown and nobody needs it.
 */
async function sendSettingsToWorkers(owner: Client): Promise<void> {
  const { rowCount: needed } = await owner.query(`
    select from pg_extension, pg_roles where extname = 'citus' and rolname = '${applicationRole}'
    and 'citus.propagate_set_commands=local' <> all (coalesce(rolconfig, '{}'))`)
  if (needed === 0) return
  const sql = `ALTER ROLE ${applicationRole} SET citus.propagate_set_commands = 'local'`
  try {
    await despiteRaces(() => owner.query(sql))
  } catch (error) {
    const text = {
      zh: `在 Citus 上，应用角色需要一项本用户无权更改的设置。请让管理员执行 ${sql};`,
      en: `On Citus the application role needs a setting that this user may not change. Have an administrator run ${sql};`,
    }
    throw new DatabaseProblem('roles_missing', text, error)
  }
}

/** PostgreSQL does not queue changes of one catalogue row, it refuses the second: try again. */
async function despiteRaces(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await change()
      return
    } catch (error) {
      const raced = error instanceof Error && /tuple concurrently (updated|deleted)/.test(error.message)
      if (!raced || attempt === 20) throw error
      await sleep(10 * attempt)
    }
  }
}

function mayNotMakeRoles(owner: string, cause: unknown): DatabaseProblem {
  const sql = `CREATE ROLE ${applicationRole} LOGIN; ${quietRoles.map((role) => `CREATE ROLE ${role} NOLOGIN;`).join(' ')}`
  return new DatabaseProblem(
    'roles_missing',
    {
      zh: `数据库用户 ${owner} 无权建立角色。请让管理员执行 ALTER ROLE ${escapeIdentifier(owner)} CREATEROLE；或执行 ${sql} 并为 ${applicationRole} 设置密码，再用 DATABASE_APP_URL 告诉程序。`,
      en: `The database user ${owner} may not make roles. Have an administrator run ALTER ROLE ${escapeIdentifier(owner)} CREATEROLE; or run ${sql} give ${applicationRole} a password, and tell it by DATABASE_APP_URL.`,
    },
    cause,
  )
}

function cannotSignIn(cause: unknown): DatabaseProblem {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new DatabaseProblem(
    'sign_in_refused',
    {
      zh: `数据库不让应用角色 ${applicationRole} 登录（${reason}）。请为它设置密码，并在 DATABASE_APP_URL 中写明完整地址。`,
      en: `The database does not let the application role ${applicationRole} sign in (${reason}). Give it a password and set DATABASE_APP_URL to its full address.`,
    },
    cause,
  )
}

function tooStrong(role: string): DatabaseProblem {
  return new DatabaseProblem('role_too_strong', {
    zh: `数据库角色 ${role} 是超级用户或可绕过行级安全，小区之间的数据隔离会失效。请执行 ALTER ROLE ${escapeIdentifier(role)} NOSUPERUSER NOBYPASSRLS。`,
    en: `The database role ${role} is a superuser or bypasses row-level security, which would undo the separation of communities. Run ALTER ROLE ${escapeIdentifier(role)} NOSUPERUSER NOBYPASSRLS.`,
  })
}

function withoutRights(role: string): DatabaseProblem {
  return new DatabaseProblem('role_without_rights', {
    zh: `DATABASE_APP_URL 中的用户 ${role} 没有应用权限。请改用 ${applicationRole}，或执行 GRANT ${applicationRole} TO ${escapeIdentifier(role)}。`,
    en: `The user ${role} in DATABASE_APP_URL has no rights of the application. Use ${applicationRole}, or run GRANT ${applicationRole} TO ${escapeIdentifier(role)}.`,
  })
}
