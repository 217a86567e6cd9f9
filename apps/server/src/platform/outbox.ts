import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** News for open pages: that something changed, and who may hear of it. */
export type LiveNews = {
  kind: 'case' | 'notification' | 'estate'
  communityId: string
  id: string | null
  version: number | null
  /** Staff hear all news of their community's cases; residents only what names one of their persons. */
  personIds?: string[]
  /** Set for what concerns single accounts only. */
  accountIds?: string[]
}

/** Queues a job in this transaction. `key` makes a later job with the same key replace this one; `runAt` delays it. */
export async function queueJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  options: { runAt?: string; key?: string } = {},
): Promise<void> {
  await sql`insert into platform.outbox (task, payload, run_at, job_key)
    values (${task}, ${JSON.stringify(payload)}::jsonb, ${options.runAt ?? null}, ${options.key ?? null})`.execute(
    tx,
  )
}

/** Tells open pages, once this transaction is committed. */
export async function tellLive(tx: Tx, news: LiveNews): Promise<void> {
  await queueJob(tx, liveTask, news)
}

/** Rows of this task are notified by the relay and never become jobs. */
export const liveTask = 'live'
