import { staffByLogin, staffMember } from '#modules/identity'
import type { RosterView } from '@zhanggui/contract'
import type { Context } from '#platform/context'
import { openPool } from '#platform/database'
import type { Database } from '#platform/database'
import type { Input } from '#platform/http/serving'
import { composeHouse } from './composition.ts'
import { CommandProblem } from './command-problem.ts'

type Applied = { homes: number; people: number; residencies: number; skipped: number }

/**
 * `zhanggui import FILE`: reads a roster and applies it, in the name of a manager of the community (`login`), by the
 * very endpoints that the screen uses. Answers what to print. With errors and without `good-rows` nothing is applied.
 */
export async function importRoster(parts: {
  appUrl: string
  fileName: string
  bytes: Buffer
  communityId: string
  login: string
  mode: 'all' | 'good-rows'
  now: string
}): Promise<string> {
  const database = openPool({ url: parts.appUrl, size: 2, onError: () => undefined })
  try {
    const context = await managerContext(database, parts)
    const store = { put: async () => undefined, get: async () => undefined, describe: () => 'none' }
    const { bindings } = composeHouse({
      config: { demo: false, publicUrl: undefined },
      database,
      store,
      now: () => parts.now,
    })
    const call = async <T>(
      name: 'previewRoster' | 'applyRoster',
      input: Partial<Input<never>>,
    ): Promise<T> => {
      const binding = bindings.find((it) => it.name === name)
      if (!binding) throw new Error(`${name} is not bound`)
      return (await binding.handle(context, input as never)) as T
    }
    const preview = await call<RosterView>('previewRoster', {
      params: { communityId: parts.communityId } as never,
      query: { fileName: parts.fileName } as never,
      raw: parts.bytes,
    })
    const lines = [describe(preview), ...problemsOf(preview)]
    if (preview.counts.error > 0 && parts.mode === 'all') {
      return [...lines, '未导入：更正后重试，或加 --good-rows 只导入无误的行。Nothing was imported.'].join(
        '\n',
      )
    }
    const applied = await call<Applied>('applyRoster', {
      params: { id: preview.id } as never,
      body: { mode: parts.mode } as never,
    })
    lines.push(
      `已导入 Imported: 房屋 homes ${applied.homes} · 住户 people ${applied.people} · 身份 residencies ${applied.residencies} · 跳过 skipped ${applied.skipped}`,
    )
    return lines.join('\n')
  } finally {
    await database.close()
  }
}

async function managerContext(
  database: Database,
  it: { communityId: string; login: string; now: string },
): Promise<Context> {
  const staff = await staffByLogin(database.house, it.login)
  const member =
    staff && (await database.transaction([it.communityId], (tx) => staffMember(tx, it.communityId, staff.id)))
  if (!staff || !member?.roles.includes('manager')) {
    throw new CommandProblem(`${it.login} 不是该小区的项目经理。${it.login} is no manager of that community.`)
  }
  return {
    actor: {
      kind: 'staff',
      accountId: staff.id,
      sessionId: staff.id,
      name: staff.name,
      organizationId: staff.organizationId,
      reach: [{ communityId: it.communityId, roles: member.roles, team: member.team, personIds: [] }],
    },
    now: it.now,
    locale: 'zh-Hans',
    requestId: 'import',
    address: '',
    device: 'zhanggui import',
    database,
    act: undefined,
  }
}

const describe = (it: RosterView): string =>
  `${it.fileName} ${it.sheet}: 共 ${it.counts.rows} 行 rows · 新增 new ${it.counts.new} · 变更 changed ${it.counts.change} · 相同 same ${it.counts.same} · 重复 duplicate ${it.counts.duplicate} · 有误 errors ${it.counts.error}`

const problemsOf = (it: RosterView): string[] =>
  it.rows
    .filter((row) => row.outcome === 'error')
    .slice(0, 50)
    .map(
      (row) =>
        `  第 ${row.line} 行 line ${row.line}: ${row.problems.map((one) => `${one.column} ${one.value} (${one.problem})`).join('; ')}`,
    )
