import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, useT } from '@zhanggui/ui'
import { Link, useLocation, useSearch } from 'wouter'
import { activeCasesQuery, finishedCasesQuery, type Me } from '../../data/queries.ts'
import { Choice } from '../../kit/choice.tsx'
import { Page } from '../../kit/page.tsx'
import { Empty, Failed, Loading } from '../../kit/states.tsx'
import { useOutgoing } from '../../outbox/use-outbox.ts'
import { CaseCard } from '../../progress/case-card.tsx'
import './cases.css'

/** My cases: those under way, and those that are over. */
export const CasesScreen = ({ me }: { me: Me }) => {
  const t = useT<'resident'>()
  const [, navigate] = useLocation()
  const show = new URLSearchParams(useSearch()).get('show') === 'finished' ? 'finished' : 'active'
  const unsent = useOutgoing(me.account.id).length
  return (
    <Page title={t('resident.cases.title')} back="/app">
      <Choice
        label={t('resident.cases.show')}
        value={show}
        options={[
          { value: 'active', label: t('resident.cases.active') },
          { value: 'finished', label: t('resident.cases.finished') },
        ]}
        onChoose={(next) =>
          navigate(next === 'finished' ? '/app/cases?show=finished' : '/app/cases', { replace: true })
        }
      />
      {unsent > 0 && (
        <Link href="/app" className="r-unsent">
          {t('resident.outbox.count', { count: unsent })}
        </Link>
      )}
      {show === 'active' ? <Active /> : <Finished />}
    </Page>
  )
}

const Active = () => {
  const t = useT<'resident'>()
  const { data, error, refetch, isFetching } = useQuery(activeCasesQuery)
  if (!data) {
    return error ? <Failed problem={error} again={() => void refetch()} busy={isFetching} /> : <Loading />
  }
  if (data.length === 0) {
    return (
      <Empty
        title={t('resident.cases.noneActive')}
        act={
          <Link href="/app/report" className="zg-button" data-look="primary">
            {t('resident.cases.report')}
          </Link>
        }
      >
        {t('resident.cases.noneActiveText')}
      </Empty>
    )
  }
  return data.map((it) => <CaseCard key={it.id} it={it} />)
}

const Finished = () => {
  const t = useT<'resident'>()
  const list = useInfiniteQuery(finishedCasesQuery)
  if (!list.data) {
    return list.error ? (
      <Failed problem={list.error} again={() => void list.refetch()} busy={list.isFetching} />
    ) : (
      <Loading />
    )
  }
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return <Empty title={t('resident.cases.noneFinished')}>{t('resident.cases.noneFinishedText')}</Empty>
  }
  return (
    <>
      {items.map((it) => (
        <CaseCard key={it.id} it={it} />
      ))}
      {list.isFetchNextPageError && <p className="r-wrong">{t('resident.more.failed')}</p>}
      {list.hasNextPage && (
        <Button data-wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('resident.more')}
        </Button>
      )}
    </>
  )
}
