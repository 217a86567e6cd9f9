import type { MessagesOf, Translate } from '@zhanggui/messages'
import type { CaseItem } from '../data/queries.ts'

export type Words = Translate<MessagesOf<'words' | 'ui' | 'resident'>>
export type Tellers = {
  deadline: (iso: string, now: string) => string
  duration: (seconds: number) => string
}

/** What of a case decides what happens next; a list's row and a case's page both have it. */
export type Standing = Pick<CaseItem, 'status' | 'kind' | 'assignee' | 'pausedFor'> & {
  due: { kind: NonNullable<CaseItem['due']>['kind']; at: string } | null
  resumeAt?: string | null
}

/** What happens next with a case, as one says it to the person who reported it. */
export function nextWords(t: Words, it: Standing): string {
  switch (it.status) {
    case 'new':
      return t('resident.next.new')
    case 'open':
      if (it.assignee) return t('resident.next.by', { name: it.assignee.name })
      return it.kind === 'repair' ? t('resident.next.arranging') : t('resident.next.open')
    case 'paused':
      return it.pausedFor ? t(`pauseForResident.${it.pausedFor}`) : t('case.statusForResident.paused')
    case 'resolved':
    case 'closed':
    case 'merged':
    case 'declined':
    case 'cancelled':
      return t(`case.statusForResident.${it.status}`)
  }
}

/**
 * By when, and only where a clock or an agreed day says so: null where nothing was promised. A promise that is
 * over says by how much; `now` is the server's instant.
 */
export function promiseWords(
  t: Words,
  tell: Tellers,
  now: string,
  it: Standing,
): { words: string; late: boolean } | null {
  if (it.status === 'paused' && it.resumeAt) {
    const when = tell.deadline(it.resumeAt, now)
    const words = t(
      it.pausedFor === 'awaiting-resident' ? 'resident.promise.answer' : 'resident.promise.resume',
      { when },
    )
    return { words, late: false }
  }
  if (!it.due) return null
  const when = tell.deadline(it.due.at, now)
  const over = (Date.parse(now) - Date.parse(it.due.at)) / 1000
  if (over > 0) {
    const span = tell.duration(Math.max(60, over))
    return { words: t(`resident.promise.late.${it.due.kind}`, { when, span }), late: true }
  }
  return { words: t(`resident.promise.${it.due.kind}`, { when }), late: false }
}

/** Whether the case waits for its reporter: to say whether it is solved, or to answer a question. */
export function waitsForMe(it: Pick<CaseItem, 'status' | 'pausedFor'>): boolean {
  return it.status === 'resolved' || (it.status === 'paused' && it.pausedFor === 'awaiting-resident')
}

/** A clock's look on the ring: soon in its last quarter, at most two hours before the end. */
export function clockTone(
  due: NonNullable<CaseItem['due']>,
  now: string,
): { used: number; tone: 'ok' | 'soon' | 'late' } {
  const started = Date.parse(due.startedAt)
  const ends = Date.parse(due.at)
  const present = Date.parse(now)
  const used = ends > started ? (present - started) / (ends - started) : 1
  if (present >= ends) return { used: Math.max(1, used), tone: 'late' }
  const left = ends - present
  return { used, tone: left < 7_200_000 && used > 0.75 ? 'soon' : 'ok' }
}
