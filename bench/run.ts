import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { seedBulk } from '../apps/server/src/demo/index.ts'
import type { Town } from '../apps/server/src/demo/bulk-town.ts'
import { beginSession } from '../apps/server/src/modules/identity/index.ts'
import { openPool } from '../apps/server/src/platform/database.ts'
import { benchClocks } from './clocks.ts'
import { benchEscalation } from './escalation.ts'
import { benchLists } from './lists.ts'
import type { ListedTown } from './lists.ts'
import { benchOpenCase } from './open-case.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'

/**
 * `npm run bench [-- --quick | --full]`: opens cases against pgbench running the same SQL, lists at growing sizes,
 * the clock engine, memory, start, the residents' first load. Every figure is a ratio to a floor of the same run, or stands beside its
 * budget. Quick: 10 thousand cases; the usual: 1 million too; full: 10 million too.
 */
const root = join(import.meta.dirname, '..')
const full = process.argv.includes('--full')
const quick = process.argv.includes('--quick')
const sizes = [10_000, ...(quick ? [] : [1_000_000]), ...(full ? [10_000_000] : [])]
const now = () => new globalThis.Date().toISOString()

async function session(stage: Stage, accountId: string, kind: 'staff' | 'resident'): Promise<string> {
  const database = openPool({ url: stage.appUrl, size: 1, onError: () => undefined })
  try {
    return (
      await database.transaction([], (tx) =>
        beginSession(tx, { accountId, kind, device: 'bench', now: now() }),
      )
    ).token
  } finally {
    await database.close()
  }
}

async function grow(stage: Stage, cases: number): Promise<Town> {
  const [town] = await seedBulk({
    ownerUrl: stage.ownerUrl,
    appUrl: stage.appUrl,
    cases,
    communities: 1,
    now: now(),
    say: console.log,
  })
  if (!town) throw new Error('no community was made')
  return town
}

/** Script that the residents' page loads before anything is seen: what its html names, gzip. */
function residentScript(): number | undefined {
  const dist = join(root, 'apps/resident/dist')
  if (!existsSync(join(dist, 'index.html'))) return undefined
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\/app\/([^"]+\.js)"/g)].map((it) => it[1] ?? '')
  return (
    files.reduce((sum, it) => sum + gzipSync(readFileSync(join(dist, it)), { level: 9 }).length, 0) / 1024
  )
}

const row = (cells: (string | number)[], widths: number[]): string =>
  cells
    .map((it, index) =>
      (typeof it === 'number' ? it.toFixed(it < 10 ? 2 : 0) : it).padEnd(widths[index] ?? 10),
    )
    .join(' ')

const stage = await openStage()
try {
  const results: Record<string, unknown> = { at: now(), sizes }
  const idle = stage.memory()
  const first = await grow(stage, sizes[0] ?? 10_000)
  const resident = await session(stage, first.resident.accountId, 'resident')

  const opened = await benchOpenCase(stage, resident, quick ? 4 : 10)
  console.log('\n开工单 Opening a case over HTTP, against pgbench running the same SQL')
  console.log(
    row(['clients', 'HTTP/s', 'pgbench/s', 'ratio', 'p50 ms', 'p99 ms', 'p99/p50'], [8, 9, 10, 7, 8, 8, 8]),
  )
  for (const it of opened) {
    console.log(
      row(
        [String(it.clients), it.perSecond, it.floorPerSecond, it.ratio, it.p50, it.p99, it.p99 / it.p50],
        [8, 9, 10, 7, 8, 8, 8],
      ),
    )
  }
  const loaded = stage.memory()
  Object.assign(results, { openCase: opened, memoryMb: { idle, loaded } })

  const clocks = benchClocks(quick ? 1 : 3)
  console.log('\n时限 Histories of a case turned into clocks, against reading the same histories from JSON')
  console.log(row(['per s', 'facts', 'clocks', 'JSON/s', 'ratio'], [10, 7, 8, 10, 7]))
  console.log(
    row(
      [clocks.perSecond, clocks.factsEach, clocks.clocksEach, clocks.floorPerSecond, clocks.ratio],
      [10, 7, 8, 10, 7],
    ),
  )
  results['clocks'] = clocks

  const towns: ListedTown[] = []
  for (const [index, size] of sizes.entries()) {
    const town = index === 0 ? first : await grow(stage, size)
    towns.push({ size, town, token: await session(stage, town.workers[0]?.id ?? '', 'staff') })
  }
  const lists = await benchLists(stage.address, towns)
  console.log(
    '\n列二十件 Listing twenty over HTTP, median ms by size of the community; ratio to the smallest',
  )
  console.log(
    row(['', ...sizes.map((it) => it.toLocaleString('en')), 'ratio'], [28, ...sizes.map(() => 12), 8]),
  )
  for (const filter of new Set(lists.map((it) => it.filter))) {
    const times = sizes.map((size) => lists.find((it) => it.filter === filter && it.size === size)?.p50 ?? 0)
    console.log(
      row([filter, ...times, (times.at(-1) ?? 0) / (times[0] ?? 1)], [28, ...sizes.map(() => 12), 8]),
    )
  }
  results['lists'] = lists

  const sweep = await benchEscalation(stage, first, 100_000, quick ? 20 : 60)
  results['escalation'] = sweep
  console.log(
    `\n升级提醒 Watching ${sweep.open.toLocaleString('en')} open cases, ${(sweep.told / sweep.seconds).toFixed(1)} told a second: ` +
      `worker ${(sweep.worker * 100).toFixed(1)} % of one core (budget 5), PostgreSQL ${(sweep.database * 100).toFixed(1)} %`,
  )

  const starts: number[] = []
  for (let turn = 0; turn < 3; turn += 1) starts.push(await stage.restart())
  const script = residentScript()
  Object.assign(results, { startSeconds: starts, residentScriptKb: script })
  console.log(
    `\n内存 Memory of the server: idle ${idle.toFixed(0)} MB, loaded ${loaded.toFixed(0)} MB (budget idle 200)`,
  )
  console.log(`启动 Start to the first answer: ${starts.map((it) => it.toFixed(2)).join(', ')} s (budget 3)`)
  if (script !== undefined)
    console.log(`住户页脚本 Script of the residents’ first load: ${script.toFixed(1)} kB gzip (budget 120)`)
  mkdirSync(join(root, '.tmp'), { recursive: true })
  writeFileSync(join(root, '.tmp/bench.json'), `${JSON.stringify(results, null, 2)}\n`)
  console.log('\n.tmp/bench.json')
} finally {
  await stage.close()
}
