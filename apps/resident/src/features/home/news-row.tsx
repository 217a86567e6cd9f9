import { useQueryClient } from '@tanstack/react-query'
import { Icon, useFormat, useT, type IconName } from '@zhanggui/ui'
import { Link } from 'wouter'
import { api } from '../../data/api.ts'
import { useServerNow } from '../../data/now.ts'
import type { Told } from '../../data/queries.ts'

const icons: Readonly<Record<Told['kind'], IconName>> = {
  'case-replied': 'reply',
  'case-assigned': 'assign',
  'case-resolved': 'userCheck',
  'case-reopened': 'undo',
  'case-appointed': 'calendar',
  'case-returned-twice': 'alert',
  'case-rated-low': 'star',
  'case-appealed': 'alert',
  'case-appeal-ruled': 'info',
  'case-paused': 'pause',
  'case-declined': 'decline',
  'case-closed': 'checkCircle',
  'case-due-soon': 'clock',
  'case-escalated': 'alert',
  'case-merged': 'assign',
  'case-urged': 'alert',
  'followed-resolved': 'checkCircle',
  'promise-broken': 'alert',
  'promise-change-offered': 'clock',
  'promise-change-refused': 'decline',
  'promise-change-agreed': 'checkCircle',
  'promise-change-objected': 'decline',
  'promise-withdrawn': 'undo',
  'case-alarm': 'alert',
  'case-needs-you': 'alert',
}

/** One thing I was told; opening it marks it read. */
export const NewsRow = ({ it }: { it: Told }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const client = useQueryClient()
  const read = async () => {
    if (it.readAt !== null) return
    // A mark that does not arrive is no loss: the row stays new and is marked the next time.
    await api.markNotificationsRead({ body: { ids: [it.id] } }).catch(() => undefined)
    await client.invalidateQueries({ queryKey: ['notifications'] })
  }
  const inside = (
    <>
      <span className="r-news-mark" data-new={it.readAt === null || undefined}>
        <Icon name={icons[it.kind]} />
      </span>
      <span className="r-row-words">
        <span className="r-news-kind">
          {it.readAt === null && <span className="zg-unseen">{t('resident.messages.isNew')} </span>}
          {t(`resident.told.${it.kind}`)}
        </span>
        <span className="r-news-excerpt">{it.excerpt}</span>
        <span className="r-quiet">{format.when(it.at, now)}</span>
      </span>
    </>
  )
  return (
    <li>
      {it.caseId === null ? (
        <button type="button" className="r-row" onClick={() => void read()}>
          {inside}
        </button>
      ) : (
        <Link href={`/app/cases/${it.caseId}`} className="r-row" onClick={() => void read()}>
          {inside}
        </Link>
      )}
    </li>
  )
}
