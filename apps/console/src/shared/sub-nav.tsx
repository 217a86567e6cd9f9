import { Link } from '@tanstack/react-router'
import { useSay } from './say.tsx'
import { useSession } from './session.tsx'

/** The pages under 房与人, side by side. */
export function HomesNav() {
  const say = useSay()
  const { can } = useSession()
  return (
    <nav className="sub-nav" aria-label={say('desk.nav.homes')}>
      <Link to="/homes" activeOptions={{ exact: true, includeSearch: false }}>
        {say('desk.homes.chart')}
      </Link>
      {can('people.read') && (
        <Link to="/people" activeOptions={{ exact: true, includeSearch: false }}>
          {say('desk.homes.people')}
        </Link>
      )}
      <Link to="/places" activeOptions={{ includeSearch: false }}>
        {say('desk.homes.places')}
      </Link>
      {can('people.import') && <Link to="/people/import">{say('desk.homes.import')}</Link>}
    </nav>
  )
}
