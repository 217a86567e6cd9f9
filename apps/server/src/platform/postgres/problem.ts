/** What can stand in the way of a usable database; one word each, so that a caller can tell them apart. */
export type ProblemCode =
  | 'already_running'
  | 'database_newer'
  | 'migration_changed'
  | 'migration_misnumbered'
  | 'migration_failed'
  | 'no_binaries'
  | 'binaries_unusable'
  | 'no_unprivileged_user'
  | 'nameless_user'
  | 'directory_closed'
  | 'data_not_writable'
  | 'data_not_made'
  | 'data_of_another_user'
  | 'data_of_another_version'
  | 'data_not_recognised'
  | 'socket_directory_taken'
  | 'start_failed'
  | 'bad_address'
  | 'unreachable'
  | 'sign_in_refused'
  | 'no_such_database'
  | 'too_old'
  | 'not_utf8'
  | 'roles_missing'
  | 'role_too_strong'
  | 'role_without_rights'

/**
 * A reason why the database cannot be used that the operator can do something about. The message carries both
 * languages and is fit to be shown as it is, without a stack; passwords are never part of it.
 */
export class DatabaseProblem extends Error {
  readonly code: ProblemCode
  readonly zh: string
  readonly en: string

  constructor(code: ProblemCode, text: { zh: string; en: string }, cause?: unknown) {
    super(`${text.zh}\n${text.en}`, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
    this.zh = text.zh
    this.en = text.en
  }
}

/** Another copy of the program, process `pid`, is using the same data directory; `elsewhere`: not on this system. */
export class AlreadyRunning extends DatabaseProblem {
  readonly pid: number

  constructor(pid: number, dataDirectory: string, elsewhere: boolean) {
    super('already_running', {
      zh: `掌柜已在使用这个数据目录（${elsewhere ? '另一个容器或另一台机器上的' : ''}进程 ${pid}）：${dataDirectory}。请先停止它，或另设 ZHANGGUI_DATA。`,
      en: `Zhanggui is already running on this data directory (process ${pid}${elsewhere ? ' of another container or machine' : ''}): ${dataDirectory}. Stop it first, or set ZHANGGUI_DATA to another directory.`,
    })
    this.pid = pid
  }
}

/** The database holds migrations that this program does not have: a newer program has been here. */
export class DatabaseIsNewer extends DatabaseProblem {
  readonly unknown: readonly string[]

  constructor(unknown: readonly string[]) {
    const names = unknown.join(', ')
    super('database_newer', {
      zh: `数据库比程序新：其中有本程序不认识的迁移（${names}）。请使用更新版本的程序；为防数据损坏，旧版本不会启动。`,
      en: `The database is newer than this program: it has migrations unknown here (${names}). Use a newer version of the program; an older one will not start on it, so that nothing is damaged.`,
    })
    this.unknown = unknown
  }
}
