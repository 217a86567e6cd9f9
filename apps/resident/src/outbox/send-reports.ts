import { ApiProblem, type Answer } from '@zhanggui/client'
import { api } from '../data/api.ts'
import { forgetPhotos, keptPhoto } from '../photos/photo-store.ts'
import { uploadPhoto } from '../photos/upload-photo.ts'
import { dropReport, outgoing, putReport, type OutgoingReport } from './outbox.ts'

export type Sent =
  | { is: 'sent'; receipt: Answer<'openCase'> }
  | { is: 'waiting'; problem: unknown }
  | { is: 'refused'; problem: unknown }

const patience = 15_000
const running = new Map<string, Promise<Sent>>()

/**
 * Sends one report: its photos first, then the report under its own id. No answer, or a busy server, leaves it
 * waiting; a refusal is noted on it in the given words. A report already on its way is waited for, not sent twice.
 */
export function sendReport(report: OutgoingReport, words: (problem: unknown) => string): Promise<Sent> {
  const before = running.get(report.id)
  if (before) return before
  const sending = send(report, words).finally(() => running.delete(report.id))
  running.set(report.id, sending)
  return sending
}

async function send(report: OutgoingReport, words: (problem: unknown) => string): Promise<Sent> {
  try {
    const photos: string[] = []
    for (const note of report.photos) {
      const fileId = note.fileId ?? (await sendKept(note.key))
      if (fileId !== undefined) photos.push(fileId)
    }
    const { id, kind, text, placeId } = report
    const body = { id, kind, text, photos, ...(placeId === null ? {} : { placeId }) }
    const receipt = await inTime((signal) => api.openCase({ body, key: id, signal }))
    dropReport(id)
    void forgetPhotos(report.photos.map((it) => it.key))
    return { is: 'sent', receipt }
  } catch (problem) {
    if (!isRefusal(problem)) return { is: 'waiting', problem }
    putReport({ ...report, refused: words(problem) })
    return { is: 'refused', problem }
  }
}

/** A network that has just come back may swallow a request without a word: then it counts as not answered. */
async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    return await ask(stop.signal)
  } finally {
    clearTimeout(timer)
  }
}

async function sendKept(key: string): Promise<string | undefined> {
  const photo = await keptPhoto(key)
  return photo && uploadPhoto({ key, photo })
}

/** Only an answer about the report itself: being signed out or asked to slow down says nothing about it. */
function isRefusal(problem: unknown): boolean {
  if (!(problem instanceof ApiProblem)) return false
  const { status } = problem
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429
}

/** Sends whatever of this account waits, one after the other, and stops at the first that finds no answer. */
export async function sendWaiting(account: string, words: (problem: unknown) => string): Promise<number> {
  let sent = 0
  for (const report of outgoing().filter((it) => it.account === account && it.refused === undefined)) {
    // The page it was written on is sending it and will say so itself.
    if (running.has(report.id)) continue
    const outcome = await sendReport(report, words)
    if (outcome.is === 'waiting') break
    if (outcome.is === 'sent') sent += 1
  }
  return sent
}
