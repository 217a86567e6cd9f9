import { Link, useRouterState } from '@tanstack/react-router'
import { useSay } from './say.tsx'
import { useSession } from './session.tsx'

const exact = { exact: true, includeSearch: false } as const
const here = (on: boolean) => (on ? true : undefined)

/** The pages under 房与人, side by side. */
export function HomesNav() {
  const say = useSay()
  const { can } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const roster = path.startsWith('/people/import')
  return (
    <nav className="sub-nav" aria-label={say('desk.nav.homes')}>
      <Link to="/homes" activeOptions={exact} data-here={here(path.startsWith('/homes'))}>
        {say('desk.homes.chart')}
      </Link>
      {can('people.read') && (
        <Link to="/people" activeOptions={exact} data-here={here(path.startsWith('/people') && !roster)}>
          {say('desk.homes.people')}
        </Link>
      )}
      <Link to="/places" data-here={here(path.startsWith('/places'))}>
        {say('desk.homes.places')}
      </Link>
      {can('people.import') && (
        <Link to="/people/import" data-here={here(roster)}>
          {say('desk.homes.import')}
        </Link>
      )}
    </nav>
  )
}
