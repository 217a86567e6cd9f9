import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readCompareSearch, readFiguresSearch } from '../features/boards/search.ts'
import { readCaseSearch } from '../features/cases/search.ts'
import { readDeskSearch } from '../features/desk/search.ts'
import { readHomesSearch } from '../features/homes/search.ts'
import { readLedgerSearch } from '../features/promises/search.ts'
import { readWordsSearch, textIn } from '../shared/address.ts'
import { NotFoundScreen } from './not-found.tsx'
import { Shell } from './shell.tsx'
import { CrashScreen } from './crash.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundScreen,
  errorComponent: CrashScreen,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const next = textIn(search['next'])
    return next === undefined ? {} : { next }
  },
  component: lazyRouteComponent(() => import('../features/sign-in/screens/sign-in.tsx'), 'SignInScreen'),
})
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(
    () => import('../features/sign-in/screens/invitation.tsx'),
    'InvitationScreen',
  ),
})

/** Everything behind the sign-in. */
const shell = createRoute({ getParentRoute: () => root, id: 'in', component: Shell })

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
})
const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../features/cases/screens/case-list.tsx'), 'CaseListScreen'),
})
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
})
const promises = createRoute({
  getParentRoute: () => shell,
  path: '/promises',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('../features/promises/screens/promises.tsx'), 'PromisesScreen'),
})
const homes = createRoute({
  getParentRoute: () => shell,
  path: '/homes',
  validateSearch: readHomesSearch,
  component: lazyRouteComponent(() => import('../features/homes/screens/homes.tsx'), 'HomesScreen'),
})
const oneHome = createRoute({
  getParentRoute: () => shell,
  path: '/homes/$id',
  component: lazyRouteComponent(() => import('../features/homes/screens/home.tsx'), 'HomeScreen'),
})
const commonPlaces = createRoute({
  getParentRoute: () => shell,
  path: '/places',
  validateSearch: readWordsSearch,
  component: lazyRouteComponent(() => import('../features/homes/screens/places.tsx'), 'PlacesScreen'),
})
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: readWordsSearch,
  component: lazyRouteComponent(() => import('../features/people/screens/people.tsx'), 'PeopleScreen'),
})
const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../features/people/screens/person.tsx'), 'PersonScreen'),
})
const roster = createRoute({
  getParentRoute: () => shell,
  path: '/people/import',
  component: lazyRouteComponent(() => import('../features/people/screens/roster.tsx'), 'RosterScreen'),
})

const boards = createRoute({
  getParentRoute: () => shell,
  path: '/boards',
  component: lazyRouteComponent(() => import('../features/boards/screens/boards.tsx'), 'BoardsScreen'),
})
const boardToday = createRoute({
  getParentRoute: () => boards,
  path: '/',
  component: lazyRouteComponent(() => import('../features/boards/screens/today.tsx'), 'TodayScreen'),
})
const boardTrend = createRoute({
  getParentRoute: () => boards,
  path: '/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() => import('../features/boards/screens/figures.tsx'), 'FiguresScreen'),
})
const boardCompare = createRoute({
  getParentRoute: () => boards,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('../features/boards/screens/compare.tsx'), 'CompareScreen'),
})
const boardCommunities = createRoute({
  getParentRoute: () => boards,
  path: '/communities',
  component: lazyRouteComponent(
    () => import('../features/boards/screens/communities.tsx'),
    'CommunitiesScreen',
  ),
})
const wall = createRoute({
  getParentRoute: () => shell,
  path: '/wall',
  component: lazyRouteComponent(() => import('../features/boards/screens/wall.tsx'), 'WallScreen'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/screens/settings.tsx'), 'SettingsScreen'),
})
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to lead elsewhere
    throw redirect({ to: '/settings/account' })
  },
})
const account = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/settings/screens/account.tsx'), 'AccountScreen'),
})
const serviceTimes = createRoute({
  getParentRoute: () => settings,
  path: '/service-times',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/service-times.tsx'),
    'ServiceTimesScreen',
  ),
})
const procedures = createRoute({
  getParentRoute: () => settings,
  path: '/procedures',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/procedures.tsx'),
    'ProceduresScreen',
  ),
})
const calendars = createRoute({
  getParentRoute: () => settings,
  path: '/calendars',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/calendars.tsx'),
    'CalendarsScreen',
  ),
})
const staff = createRoute({
  getParentRoute: () => settings,
  path: '/staff',
  component: lazyRouteComponent(() => import('../features/settings/screens/staff.tsx'), 'StaffScreen'),
})
const assignment = createRoute({
  getParentRoute: () => settings,
  path: '/assignment',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/assignment.tsx'),
    'AssignmentScreen',
  ),
})
const teams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(() => import('../features/settings/screens/teams.tsx'), 'TeamsScreen'),
})
const dutyRoster = createRoute({
  getParentRoute: () => settings,
  path: '/duty-roster',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/duty-roster.tsx'),
    'DutyRosterScreen',
  ),
})
const dutyPhones = createRoute({
  getParentRoute: () => settings,
  path: '/duty-phones',
  component: lazyRouteComponent(
    () => import('../features/settings/screens/duty-phones.tsx'),
    'DutyPhonesScreen',
  ),
})
const codes = createRoute({
  getParentRoute: () => settings,
  path: '/codes',
  component: lazyRouteComponent(() => import('../features/settings/screens/codes.tsx'), 'CodesScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invite,
    shell.addChildren([
      desk,
      cases,
      oneCase,
      promises,
      homes,
      oneHome,
      commonPlaces,
      people,
      person,
      roster,
      boards.addChildren([boardToday, boardTrend, boardCompare, boardCommunities]),
      wall,
      settings.addChildren([
        settingsStart,
        account,
        serviceTimes,
        procedures,
        calendars,
        staff,
        assignment,
        teams,
        dutyRoster,
        dutyPhones,
        codes,
      ]),
    ]),
  ]),
  basepath: '/desk',
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
