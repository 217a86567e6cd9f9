import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Icon, useFormat, useT } from '@zhanggui/ui'
import { useServerNow } from '../../data/now.ts'
import { accessQuery } from '../../data/queries.ts'
import { Page } from '../../kit/page.tsx'
import { Empty, Failed, Loading } from '../../kit/states.tsx'
import './me.css'

/** Who looked at my data, when and what for. */
export const AccessScreen = () => {
  const t = useT<'resident' | 'household'>()
  const format = useFormat()
  const now = useServerNow()
  const list = useInfiniteQuery(accessQuery)
  const items = list.data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t('resident.access.title')} back="/app/me">
      <p className="r-quiet r-lead">{t('resident.access.lead')}</p>
      {items ? (
        items.length === 0 ? (
          <Empty title={t('resident.access.none')}>{t('resident.access.noneText')}</Empty>
        ) : (
          <ul className="r-card r-rows">
            {items.map((it) => (
              <li key={it.id} className="r-row r-access">
                <Icon name="eye" />
                <span className="r-row-words">
                  <strong>{it.by}</strong>
                  <span>
                    {t('resident.access.looked', {
                      what: t.maybe(`resident.access.what.${it.what}`) ?? it.what,
                    })}
                  </span>
                  {it.purpose !== null && (
                    <span className="r-quiet">
                      {t('resident.access.purpose', {
                        purpose: t.maybe(`purpose.${it.purpose}`) ?? it.purpose,
                      })}
                    </span>
                  )}
                  <span className="r-quiet">{format.when(it.at, now)}</span>
                </span>
              </li>
            ))}
          </ul>
        )
      ) : list.error ? (
        <Failed problem={list.error} again={() => void list.refetch()} busy={list.isFetching} />
      ) : (
        <Loading />
      )}
      {list.isFetchNextPageError && <p className="r-wrong">{t('resident.more.failed')}</p>}
      {list.hasNextPage && (
        <Button data-wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('resident.more')}
        </Button>
      )}
    </Page>
  )
}
