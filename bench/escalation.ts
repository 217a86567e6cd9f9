import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Town } from '../apps/server/src/demo/bulk-town.ts'
import { withClient } from '../apps/server/src/platform/postgres/connect.ts'
import type { Stage } from './stage.ts'

export type SweepCost = {
  open: number
  seconds: number
  told: number
  /** CPU time over wall time, of one core. */
  worker: number
  database: number
}

/**
 * What it costs to watch `open` cases whose clocks run: each is told of about once a day, evenly, as the sweep of the
 * running program finds them due. CPU time of the program and of PostgreSQL over wall time, nothing else going on.
 */
export async function benchEscalation(
  stage: Stage,
  town: Town,
  open: number,
  seconds: number,
): Promise<SweepCost> {
  await withClient(stage.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${town.communityId}'`)
    await client.query(fill(town, open))
    await client.query('analyze cases.case')
    await client.query('analyze cases.case_event')
  })
  // The first look at what was filled in, the checkpoint and the statistics are not what is measured.
  await sleep(15_000)
  const before = { at: performance.now(), ...cpu(stage), told: await told(stage, town) }
  await sleep(seconds * 1000)
  const after = { at: performance.now(), ...cpu(stage), told: await told(stage, town) }
  const wall = (after.at - before.at) / 1000
  return {
    open,
    seconds: wall,
    told: after.told - before.told,
    worker: (after.worker - before.worker) / wall,
    database: (after.database - before.database) / wall,
  }
}

/** Open cases, accepted and answered, whose warning (a quarter of 24 h before the deadline) comes within the next 18 h. */
function fill(town: Town, open: number): string {
  const target = (seconds: number) => ({ seconds, calendarVersionId: town.calendarVersionId })
  const terms = JSON.stringify({
    policyVersionId: town.policyId,
    targets: { accept: target(1800), first_response: target(3600), resolve: target(86_400) },
    reopenPercent: 50,
    reopenFloorSeconds: 7200,
  })
  const [agent] = town.agents
  const [worker] = town.workers
  return `
    with drawn as materialized (
      select g, gen_random_uuid() as id,
        date_trunc('second', now() - make_interval(secs => 64800.0 * g / ${open})) as received
      from generate_series(1, ${open}) g
    ), opened as (
      insert into cases.case (community_id, id, number, kind, status, urgency, channel, text, policy_version_id,
        received_at, changed_at, due_at, due_kind, due_started_at, due_budget, tracker_id, tracker_name,
        assignee_id, assignee_name, version, escalate_at)
      select '${town.communityId}', id, 'B-' || g, 'repair', 'open', 'normal', 'counter', '楼道灯不亮', '${town.policyId}',
        received, received, received + interval '24 hours', 'resolve', received, 86400, '${agent?.id}', '${agent?.name}',
        '${worker?.id}', '${worker?.name}', 2, received + interval '18 hours'
      from drawn
    )
    insert into cases.case_event (community_id, id, case_id, seq, kind, occurred_at, actor_kind, actor_id, actor_name, detail)
    select '${town.communityId}', gen_random_uuid(), drawn.id, e.seq, e.kind, drawn.received, 'staff', '${agent?.id}',
      '${agent?.name}', e.detail
    from drawn, (values
      (1, 'opened', jsonb_build_object('terms', '${terms}'::jsonb, 'liveContact', true, 'kind', 'repair', 'urgency', 'normal')),
      (2, 'assigned', jsonb_build_object('assigneeId', '${worker?.id}', 'assigneeName', '${worker?.name}'))
    ) as e (seq, kind, detail)`
}

async function told(stage: Stage, town: Town): Promise<number> {
  return withClient(stage.ownerUrl, async (client) => {
    await client.query(`set app.communities = '${town.communityId}'`)
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from cases.escalation where community_id = '${town.communityId}' and told_by is null`,
    )
    return rows[0]?.n ?? 0
  })
}

/** CPU seconds so far: of the program, and of PostgreSQL with all the processes it has or had. */
function cpu(stage: Stage): { worker: number; database: number } {
  const { program, database } = stage.pids()
  const children = readdirSync('/proc').filter(
    (it) => /^\d+$/.test(it) && statOf(Number(it))?.parent === database,
  )
  const own = statOf(database)
  return {
    worker: statOf(program)?.own ?? 0,
    database:
      (own?.own ?? 0) +
      (own?.ended ?? 0) +
      children.reduce((sum, it) => sum + (statOf(Number(it))?.own ?? 0), 0),
  }
}

function statOf(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name may hold blanks and brackets; what follows the last bracket does not. Times are in hundredths.
    const [, parent, ...rest] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (field: number) => (rest[field - 5] ?? 0) / 100
    return { parent: parent ?? 0, own: at(14) + at(15), ended: at(16) + at(17) }
  } catch {
    return undefined
  }
}
