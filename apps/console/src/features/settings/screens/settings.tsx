import { Link, Outlet } from '@tanstack/react-router'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import './settings.css'

/** The settings one may see, side by side; the account is everybody's. */
export function SettingsScreen() {
  const say = useSay()
  const { can } = useSession()
  return (
    <div className="page settings">
      <nav className="settings-nav" aria-label={say('desk.nav.settings')}>
        {can('policy.read') && <Link to="/settings/service-times">{say('desk.settings.serviceTimes')}</Link>}
        {can('procedure.read') && <Link to="/settings/procedures">{say('desk.procedure.title')}</Link>}
        {can('calendar.read') && <Link to="/settings/calendars">{say('desk.settings.calendars')}</Link>}
        {can('staff.read') && <Link to="/settings/staff">{say('desk.settings.staff')}</Link>}
        {can('policy.read') && <Link to="/settings/assignment">{say('desk.settings.assignment')}</Link>}
        {can('duty.read') && <Link to="/settings/teams">{say('desk.settings.teams')}</Link>}
        {can('duty.read') && <Link to="/settings/duty-roster">{say('desk.settings.dutyRoster')}</Link>}
        {can('duty.read') && <Link to="/settings/duty-phones">{say('desk.settings.dutyPhones')}</Link>}
        {can('estate.change') && <Link to="/settings/codes">{say('desk.settings.codes')}</Link>}
        <Link to="/settings/account">{say('desk.settings.account')}</Link>
      </nav>
      <div className="settings-main">
        <Outlet />
      </div>
    </div>
  )
}
