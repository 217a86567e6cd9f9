import { useQuery } from '@tanstack/react-query'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { notificationsQuery } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failed, Loading } from '../../kit/states.tsx'
import { NewsRow } from './news-row.tsx'
import './home.css'

/** Everything I was told, the newest first. */
export const MessagesScreen = () => {
  const t = useT<'resident'>()
  const news = useQuery(notificationsQuery)
  const unread = news.data?.items.filter((it) => it.readAt === null).map((it) => it.id) ?? []
  const readAll = useAct({
    send: (ids: string[]) => api.markNotificationsRead({ body: { ids } }),
    done: () => void news.refetch(),
  })
  return (
    <Page
      title={t('resident.messages.title')}
      back="/app"
      action={
        unread.length > 0 && (
          <Button look="quiet" busy={readAll.isPending} onClick={() => readAll.mutate(unread.slice(0, 100))}>
            {t('resident.messages.readAll')}
          </Button>
        )
      }
    >
      {news.data ? (
        news.data.items.length === 0 ? (
          <Empty title={t('resident.messages.none')}>{t('resident.messages.noneText')}</Empty>
        ) : (
          <ul className="r-card r-rows">
            {news.data.items.map((it) => (
              <NewsRow key={it.id} it={it} />
            ))}
          </ul>
        )
      ) : news.error ? (
        <Failed problem={news.error} again={() => void news.refetch()} busy={news.isFetching} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
