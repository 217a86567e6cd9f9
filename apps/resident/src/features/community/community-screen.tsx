import { useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { Page } from '../../kit/page.tsx'
import { Empty } from '../../kit/states.tsx'

/** The community's notices; none have been published here yet. */
export const CommunityScreen = () => {
  const t = useT<'resident'>()
  return (
    <Page title={t('resident.tab.community')}>
      <section className="r-card">
        <h2>{t('resident.notices.title')}</h2>
        <Empty
          title={t('resident.notices.none')}
          act={
            <Link href="/app/report?kind=suggestion" className="zg-button">
              {t('resident.notices.suggest')}
            </Link>
          }
        >
          {t('resident.notices.noneText')}
        </Empty>
      </section>
    </Page>
  )
}
