import type { EndpointName } from '@zhanggui/contract'
import { v7 } from 'uuid'

/** Kinds of things that requests name by id, secret or version. */
export const things = [
  'community',
  'place',
  'home',
  'person',
  'residency',
  'account',
  'case',
  'file',
  'roster',
  'calendar',
  'session',
  'notification',
  'token',
  'secret',
  'invitation',
  'cursor',
  'key',
] as const
export type Thing = (typeof things)[number]

/**
 * What requests can name: things of the community that is fuzzed, and things of others that must stay out of reach.
 * It learns from the answers; of each kind it keeps the newest, so that requests meet on the same things.
 */
export type Pool = {
  own: Record<Thing, string[]>
  foreign: Record<Thing, string[]>
  versions: Map<string, number>
  policyVersion: number
}

const kept = 24

export function newPool(): Pool {
  const empty = () => Object.fromEntries(things.map((it) => [it, []])) as unknown as Record<Thing, string[]>
  return { own: empty(), foreign: empty(), versions: new Map(), policyVersion: 1 }
}

export function remember(list: string[], it: string | undefined, most = kept): void {
  if (it === undefined || list.includes(it)) return
  list.push(it)
  if (list.length > most) list.shift()
}

/** One of the pool's things by number; a fresh id when there is none yet. */
export const pick = (list: readonly string[], n: number): string =>
  list.length === 0 ? v7() : (list[n % list.length] ?? '')

const learns: Partial<Record<EndpointName, Thing>> = {
  openCase: 'case',
  addPlace: 'place',
  addPerson: 'person',
  uploadFile: 'file',
  uploadPublicFile: 'file',
  previewRoster: 'roster',
  publishCalendar: 'calendar',
}

type Answer = {
  id?: string
  version?: number
  token?: string
  secret?: string
  accountId?: string
  nextCursor?: string | null
  residencies?: { id: string }[] | number
  items?: { id?: string; version?: number }[]
}

/** Takes from an answer what later requests can name. */
export function learn(pool: Pool, name: EndpointName, answer: Answer): void {
  const { own, versions } = pool
  const thing = learns[name]
  if (thing) remember(own[thing], answer.id)
  if (name === 'addPlace' && answer.id !== undefined) remember(own.home, answer.id)
  if (name === 'makePlaceCode') remember(own.token, answer.token)
  if (name === 'inviteStaff') {
    remember(own.invitation, answer.token)
    remember(own.account, answer.accountId)
  }
  if (name === 'openPublicCase') remember(own.secret, answer.secret)
  if (name === 'listNotifications') for (const it of answer.items ?? []) remember(own.notification, it.id)
  if (name === 'listSessions') for (const it of answer.items ?? []) remember(own.session, it.id, 6)
  if (name === 'publishPolicy' && answer.version !== undefined) pool.policyVersion = answer.version
  if (Array.isArray(answer.residencies)) for (const it of answer.residencies) remember(own.residency, it.id)
  if (typeof answer.nextCursor === 'string') remember(own.cursor, answer.nextCursor)
  for (const it of [answer, ...(answer.items ?? [])]) {
    if (it.id !== undefined && typeof it.version === 'number') versions.set(it.id, it.version)
  }
}
