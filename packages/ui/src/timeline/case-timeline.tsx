import { useMemo, type ReactNode } from 'react'
import { dayOf } from '@zhanggui/messages'
import type { ActorKind } from '../avatar/avatar.tsx'
import { useFormat, useLanguage, useT } from '../language.tsx'
import { useNow } from '../now.ts'
import type { Photo } from '../photo/photo-strip.tsx'
import type { CaseEventKind, Channel, Delivery } from '../words.ts'
import { TimelineEntry } from './timeline-entry.tsx'

export interface TimelineItem {
  id: string
  /** ISO instant. */
  at: string
  actor: { kind: ActorKind; name: string | null }
  kind: CaseEventKind
  channel?: Channel | null
  text?: string | null
  photos?: readonly Photo[]
  /** Seen by staff only. */
  internal?: boolean
  delivery?: Delivery | null
  /** What the event says beyond its name: whom it went to, why, a promise. */
  detail?: ReactNode
}

/** Consecutive items of one day of the community, oldest first. */
const byDay = (items: readonly TimelineItem[], timeZone: string) => {
  const days: { day: string; items: TimelineItem[] }[] = []
  for (const item of items.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const day = dayOf(item.at, timeZone)
    const open = days.at(-1)
    if (open?.day === day) open.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

/** Everything that was said and done in a case, from every channel, in one column by day. */
export const CaseTimeline = ({ items }: { items: readonly TimelineItem[] }) => {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useLanguage()
  const now = useNow(60)
  const days = useMemo(() => byDay(items, timeZone), [items, timeZone])
  return (
    <section className="zg-timeline" aria-label={t('ui.timeline')}>
      {days.map(({ day, items: ofDay }) => (
        <section key={day}>
          <h3 className="zg-timeline-day">
            <time dateTime={day}>{format.day(ofDay[0]?.at ?? now, now)}</time>
          </h3>
          <ol>
            {ofDay.map((item) => (
              <TimelineEntry key={item.id} item={item} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
