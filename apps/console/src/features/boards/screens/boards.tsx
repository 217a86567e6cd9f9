import { FullscreenOutlined } from '@ant-design/icons'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Allowed } from '../../../shared/states.tsx'
import '../boards.css'

const exact = { exact: true, includeSearch: false } as const

/** The boards side by side; several communities only for those who have several. */
export function BoardsScreen() {
  const say = useSay()
  const { can, me } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const here = (to: string) => (path === to ? true : undefined)
  return (
    <Allowed when={can('board.read')}>
      <div className="page">
        <nav className="sub-nav" aria-label={say('desk.nav.boards')}>
          <Link to="/boards" activeOptions={exact} data-here={here('/boards')}>
            {say('board.nav.today')}
          </Link>
          <Link to="/boards/figures" activeOptions={exact} data-here={here('/boards/figures')}>
            {say('board.nav.figures')}
          </Link>
          <Link to="/boards/compare" activeOptions={exact} data-here={here('/boards/compare')}>
            {say('board.nav.compare')}
          </Link>
          {me.communities.length > 1 && (
            <Link to="/boards/communities" activeOptions={exact} data-here={here('/boards/communities')}>
              {say('board.nav.communities')}
            </Link>
          )}
          <Link to="/wall" className="board-wall-link">
            <FullscreenOutlined /> {say('board.nav.wall')}
          </Link>
        </nav>
        <Outlet />
      </div>
    </Allowed>
  )
}
