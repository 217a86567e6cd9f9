import { Logger as QueueLogger, makeWorkerUtils, run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from './log.ts'
import { liveChannel } from './live.ts'
import { countJob, outboxLag } from './metrics.ts'
import { liveTask } from './outbox.ts'

export type Task = (payload: Record<string, unknown>) => Promise<void>

/** Something that the worker looks after again and again, by the program's own clock; never twice at once in a process. */
export type Round = { everyMs: number; run(): Promise<unknown> }

export type Jobs = { wake(): void; close(): Promise<void> }

const batch = 500
const pollMs = 1000

/**
 * Carries what transactions queued: outbox rows become jobs (graphile-worker) and notifications, in batches,
 * outside the transactions that wrote them, because NOTIFY inside a busy transaction makes commits wait for
 * each other. A row is gone only in the transaction that made its job, so nothing is lost or doubled.
 * `relayOnly` leaves running the jobs to another process.
 */
export async function startJobs(options: {
  ownerUrl: string
  tasks: Record<string, Task>
  /** Tasks that run by themselves, as lines of a crontab in UTC. */
  crontab: string
  /** What is looked after every few seconds, where jobs run. */
  rounds?: Record<string, Round>
  concurrency: number
  relayOnly: boolean
  log: Logger
}): Promise<Jobs> {
  const { log } = options
  const pool = new pg.Pool({ connectionString: options.ownerUrl, max: options.concurrency + 3 })
  pool.on('error', (error) => log.debug({ err: error }, 'queue connection lost'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const logger = new QueueLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ message }, 'queue')
  })
  const utils = await makeWorkerUtils({ pgPool: pool, logger })
  await utils.migrate()
  await utils.release()

  const taskList: TaskList = {}
  for (const [name, task] of Object.entries(options.tasks)) {
    taskList[name] = async (payload) => {
      try {
        await task(payload as Record<string, unknown>)
        countJob(name, 'done')
      } catch (error) {
        countJob(name, 'failed')
        log.error({ err: error, task: name }, 'job failed; it will be tried again')
        throw error
      }
    }
  }
  let runner: Runner | undefined
  if (!options.relayOnly) {
    runner = await run({
      pgPool: pool,
      taskList,
      crontab: options.crontab,
      concurrency: options.concurrency,
      noHandleSignals: true,
      logger,
      pollInterval: 2000,
    })
  }

  let closed = false
  let running: Promise<void> | undefined
  let again = false
  const relay = async () => {
    do {
      again = false
      try {
        while (!closed && (await relayBatch(pool)) === batch);
      } catch (error) {
        log.debug({ err: error }, 'the outbox can not be read right now')
      }
    } while (again && !closed)
  }
  const wake = () => {
    again = true
    running ??= relay().finally(() => (running = undefined))
  }
  const rounds = options.relayOnly
    ? []
    : Object.entries(options.rounds ?? {}).map(([name, it]) => goRounds(name, it, log))
  const timer = setInterval(wake, pollMs)
  wake()
  return {
    wake,
    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all(rounds.map((stop) => stop()))
      await running
      await runner?.stop().catch(() => undefined)
      await pool.end()
    },
  }
}

/** Goes round until told to stop, which waits for the round under way. A round that fails is tried again the next time. */
function goRounds(name: string, round: Round, log: Logger): () => Promise<void> {
  let stopped = false
  let wait: NodeJS.Timeout | undefined
  let going = Promise.resolve()
  const go = async () => {
    try {
      await round.run()
      countJob(name, 'done')
    } catch (error) {
      countJob(name, 'failed')
      log.error({ err: error, task: name }, 'a round failed; the next one tries again')
    }
    if (!stopped) again()
  }
  const again = () => {
    wait = setTimeout(() => {
      going = go()
    }, round.everyMs)
  }
  again()
  return async () => {
    stopped = true
    clearTimeout(wait)
    await going
  }
}

async function relayBatch(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{
      task: string
      payload: unknown
      run_at: string | null
      job_key: string | null
    }>(
      `delete from platform.outbox where id in (
         select id from platform.outbox order by id limit ${batch} for update skip locked)
       returning task, payload, run_at::text, job_key`,
    )
    outboxLag.set(rows.length)
    if (rows.length > 0) {
      const jobs = rows.filter((it) => it.task !== liveTask)
      const news = rows.filter((it) => it.task === liveTask)
      if (jobs.length > 0) {
        await client.query(
          `select graphile_worker.add_job(j->>'task', j->'payload', run_at := (j->>'run_at')::timestamptz,
             max_attempts := 25, job_key := j->>'job_key') from json_array_elements($1::json) j`,
          [JSON.stringify(jobs)],
        )
      }
      if (news.length > 0) {
        await client.query(`select pg_notify('${liveChannel}', n) from unnest($1::text[]) n`, [
          news.map((it) => JSON.stringify(it.payload)),
        ])
      }
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
