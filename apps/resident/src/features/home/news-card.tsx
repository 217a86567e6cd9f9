import type { UseQueryResult } from '@tanstack/react-query'
import type { Answer } from '@zhanggui/client'
import { useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { NewsRow } from './news-row.tsx'

/** What I was told and have not read, the newest three; where they can not be fetched it says so. */
export const NewsCard = ({ news }: { news: UseQueryResult<Answer<'listNotifications'>> }) => {
  const t = useT<'resident'>()
  if (news.error && !news.data)
    return <p className="r-quiet r-news-failed">{t('resident.messages.failed')}</p>
  const unread = news.data?.items.filter((it) => it.readAt === null) ?? []
  if (unread.length === 0) return null
  return (
    <>
      <div className="r-section">
        <h2>{t('resident.messages.new')}</h2>
        <Link href="/app/messages">{t('resident.messages.all')}</Link>
      </div>
      <ul className="r-card r-rows">
        {unread.slice(0, 3).map((it) => (
          <NewsRow key={it.id} it={it} />
        ))}
      </ul>
    </>
  )
}
