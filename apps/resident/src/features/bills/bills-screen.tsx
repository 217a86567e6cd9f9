import { useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { Page } from '../../kit/page.tsx'
import { Empty } from '../../kit/states.tsx'

/** Bills are not published here yet: says so, and where to ask until then. */
export const BillsScreen = () => {
  const t = useT<'resident'>()
  return (
    <Page title={t('resident.tab.bills')}>
      <section className="r-card">
        <Empty
          title={t('resident.bills.none')}
          act={
            <Link href="/app/report?kind=enquiry" className="zg-button">
              {t('resident.bills.ask')}
            </Link>
          }
        >
          {t('resident.bills.noneText')}
        </Empty>
      </section>
    </Page>
  )
}
