import type { Body } from '@zhanggui/client'
import type { PhotoNote } from '../photos/use-photos.ts'

/**
 * A report that a person has sent and the server has not confirmed. It no longer changes: its id is the act's key, so
 * sending it again, from another window too, never makes a second case.
 */
export type OutgoingReport = {
  id: string
  /** Whose it is; another account on the same phone neither sees nor sends it. */
  account: string
  kind: Body<'openCase'>['kind']
  text: string
  placeId: string | null
  placeLabel: string | null
  photos: readonly PhotoNote[]
  /** When the person pressed send. */
  at: string
  /** The server's refusal in words; such a report is not sent again until the person has changed it. */
  refused?: string
}

const slot = 'zhanggui.outbox'
const listeners = new Set<() => void>()
let all: readonly OutgoingReport[] | undefined

function read(): readonly OutgoingReport[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? '[]')
    return Array.isArray(kept) ? (kept as OutgoingReport[]) : []
  } catch {
    return []
  }
}

function write(next: readonly OutgoingReport[]): void {
  all = next
  try {
    localStorage.setItem(slot, JSON.stringify(next))
  } catch {
    // Nothing can be stored here: it is still sent as long as the page is open.
  }
  for (const listener of listeners) listener()
}

/** Everything unsent on this phone; the same array until something changes. */
export function outgoing(): readonly OutgoingReport[] {
  all ??= read()
  return all
}

/** Calls back when the outbox changes, in this window or another; answers how to stop. */
export function watchOutbox(listener: () => void): () => void {
  const fromElsewhere = (event: StorageEvent) => {
    if (event.key !== slot) return
    all = read()
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', fromElsewhere)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', fromElsewhere)
  }
}

/** Puts a report in, or in the place of the one with the same id. */
export function putReport(report: OutgoingReport): void {
  write([...read().filter((it) => it.id !== report.id), report])
}

export function dropReport(id: string): void {
  write(read().filter((it) => it.id !== id))
}
