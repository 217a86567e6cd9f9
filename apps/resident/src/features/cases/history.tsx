import { CaseTimeline, useFormat, useT } from '@zhanggui/ui'
import type { ReactNode } from 'react'
import { useServerNow } from '../../data/now.ts'
import type { CaseView, TimelineItem } from '../../data/queries.ts'
import { photosOf } from '../../photos/photos-of.ts'
import { withEventWords } from '../../settings/event-words.ts'
import { Stars } from '../../verdict/stars.tsx'

/** Everything that was said and done, oldest first. */
const Told = ({ it }: { it: CaseView }) => {
  const t = useT<'resident'>()
  const detail = useDetail()
  return (
    <CaseTimeline
      items={it.timeline.map((event) => ({
        id: event.id,
        at: event.at,
        actor: event.actor,
        kind: event.kind,
        text: event.text,
        photos: photosOf(
          event.photos,
          t('resident.photos.of', { name: event.actor.name ?? t('resident.someone') }),
        ),
        detail: detail(event),
      }))}
    />
  )
}

/** In the words of events, which only a case's screen says. */
export const History = withEventWords(Told)

const useDetail = (): ((event: TimelineItem) => ReactNode) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  return (event) => {
    if (event.kind === 'assigned' && event.assignee) {
      return t('resident.history.assigned', { name: event.assignee.name })
    }
    if (event.visit) {
      const { from, to } = event.visit
      return t('resident.history.visit', {
        from: format.deadline(from, now),
        to: format.deadline(to, now),
      })
    }
    if (event.kind === 'called-back' && event.outcome) return t.maybe(`callBack.${event.outcome}`)
    if (event.kind === 'resolved' && event.outcome && event.outcome !== 'solved') {
      return t.maybe(`closingCode.${event.outcome}`)
    }
    if (event.kind === 'rated' && event.rating !== null) return <Stars rating={event.rating} />
    if (event.kind === 'resolved' && event.reason) {
      return t('resident.history.noPhoto', { reason: event.reason })
    }
    if (event.kind === 'closed' && event.reason) return t.maybe(`closure.${event.reason}`)
    if (event.promise) {
      return t.maybe(`resident.vow.said.${event.promise.act}`, {
        who: event.promise.who ?? '',
        what: event.promise.what ?? '',
        when: event.promise.by === null ? '' : format.deadline(event.promise.by, now),
      })
    }
    const reason =
      event.kind === 'paused' && event.reason ? t.maybe(`pauseForResident.${event.reason}`) : undefined
    const until =
      event.resumeAt === null
        ? undefined
        : t(event.reason === 'awaiting-resident' ? 'resident.promise.answer' : 'resident.promise.resume', {
            when: format.deadline(event.resumeAt, now),
          })
    const said = [reason, until].filter((part) => part !== undefined)
    return said.length > 0 ? said.join(t('resident.comma')) : undefined
  }
}
