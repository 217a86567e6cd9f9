import pg from 'pg'
import type { Actor } from './context.ts'
import { permissionsIn } from './context.ts'
import type { Logger } from './log.ts'
import { livePages } from './metrics.ts'
import type { LiveNews } from './outbox.ts'

export const liveChannel = 'zhanggui_live'

/** One open page. */
export type Listener = {
  actor: Actor
  send(news: Pick<LiveNews, 'kind' | 'communityId' | 'id' | 'version'>): void
}

/** Hands the database's notifications to the pages open at this process. Any number of processes may do so. */
export type LiveHub = { add(listener: Listener): () => void; close(): Promise<void> }

/** Whether this actor may know that this changed. */
export function mayHear(actor: Actor, news: LiveNews): boolean {
  if (actor.accountId !== null && news.accountIds?.includes(actor.accountId)) return true
  const reach = actor.reach.find((it) => it.communityId === news.communityId)
  if (!reach) return false
  if (news.personIds?.some((it) => reach.personIds.includes(it))) return true
  return news.kind !== 'notification' && actor.kind === 'staff' && permissionsIn(reach).includes('case.read')
}

/** Listens at `url` and keeps listening: a lost connection is made again, and pages are told to look anew. */
export function openLiveHub(options: { url: string; log: Logger }): LiveHub {
  const listeners = new Set<Listener>()
  let closed = false
  let client: pg.Client | undefined
  let wait: NodeJS.Timeout | undefined
  const retry = () => {
    if (!closed) wait = setTimeout(() => void connect(), 1000)
  }
  const connect = async () => {
    client = new pg.Client({ connectionString: options.url, keepAlive: true })
    client.on('error', () => undefined)
    client.on('end', retry)
    client.on('notification', ({ payload }) => {
      if (!payload) return
      const news = JSON.parse(payload) as LiveNews
      const { kind, communityId, id, version } = news
      for (const it of listeners) if (mayHear(it.actor, news)) it.send({ kind, communityId, id, version })
    })
    try {
      await client.connect()
      await client.query(`listen ${liveChannel}`)
    } catch (error) {
      options.log.debug({ err: error }, 'live news are not connected yet')
      await client.end().catch(() => undefined)
    }
  }
  void connect()
  return {
    add(listener) {
      listeners.add(listener)
      livePages.set(listeners.size)
      return () => {
        listeners.delete(listener)
        livePages.set(listeners.size)
      }
    },
    async close() {
      closed = true
      clearTimeout(wait)
      await client?.end().catch(() => undefined)
    },
  }
}
