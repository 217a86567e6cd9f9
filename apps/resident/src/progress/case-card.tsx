import { ClockRing, Icon, kindIcons, useFormat, useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { useServerNow } from '../data/now.ts'
import type { CaseItem } from '../data/queries.ts'
import { Stars } from '../verdict/stars.tsx'
import { clockTone, nextWords, promiseWords } from './next-words.ts'
import './case-card.css'

/** A case in a list: what it is about, what happens next, and by when where that was promised. */
export const CaseCard = ({ it }: { it: CaseItem }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const promise = promiseWords(t, format, now, it)
  const over =
    it.status === 'closed' || it.status === 'cancelled' || it.status === 'declined' || it.status === 'merged'
  return (
    <Link href={`/app/cases/${it.id}`} className="r-card r-case">
      <div className="r-case-top">
        <span className="r-case-kind">
          <Icon name={kindIcons[it.kind]} />
          {t(`case.kind.${it.kind}`)}
        </span>
        <span className="r-case-when">{format.when(over ? it.changedAt : it.receivedAt, now)}</span>
      </div>
      <p className="r-case-text">{it.text}</p>
      <div className="r-case-next" data-over={over || undefined}>
        {it.due && !over && (
          <ClockRing
            {...clockTone(it.due, now)}
            label={t(`clock.${it.due.kind}`)}
            words="unseen"
            size="small"
          />
        )}
        <div>
          <strong>{nextWords(t, it)}</strong>
          {promise && (
            <span className="r-case-promise" data-late={promise.late || undefined}>
              {promise.words}
            </span>
          )}
          {it.rating !== null && <Stars rating={it.rating} />}
        </div>
        <Icon name="right" className="r-case-go" />
      </div>
    </Link>
  )
}
