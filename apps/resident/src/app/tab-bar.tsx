import { Icon, useT, type IconName } from '@zhanggui/ui'
import { Link, useLocation } from 'wouter'
import './tab-bar.css'

/** The five ways on; reporting is the big one in the middle. */
export const TabBar = () => {
  const t = useT<'resident'>()
  return (
    <nav className="r-tabs" aria-label={t('resident.tabs')}>
      <Tab to="/app" icon="home" label={t('resident.tab.home')} />
      <Tab to="/app/bills" icon="bill" label={t('resident.tab.bills')} />
      <Link href="/app/report" className="r-tab-report">
        <span>{t('resident.tab.report')}</span>
      </Link>
      <Tab to="/app/community" icon="building" label={t('resident.tab.community')} />
      <Tab to="/app/me" icon="user" label={t('resident.tab.me')} />
    </nav>
  )
}

const Tab = ({ to, icon, label }: { to: string; icon: IconName; label: string }) => {
  const [path] = useLocation()
  const here = path.replace(/\/$/, '') === to
  return (
    <Link href={to} className="r-tab" aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
    </Link>
  )
}
