import { Suspense, lazy, useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useT } from '@zhanggui/ui'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { rememberVisit } from '../data/head-start.ts'
import { forgetRemembered, isRemembered, remember } from '../data/kept.ts'
import { useLive } from '../data/live.ts'
import { problemText } from '../data/problem.ts'
import { homesQuery, meQuery, type Me } from '../data/queries.ts'
import { Failed, Loading, Missing } from '../kit/states.tsx'
import { useTell } from '../kit/tell.tsx'
import { useBackClosesViewer } from '../kit/use-back-closes.ts'
import { useSendingOutbox } from '../outbox/use-outbox.ts'
import { useSettings } from '../settings/settings-provider.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { TabBar } from './tab-bar.tsx'

const screens = {
  home: () => import('../features/home/home-screen.tsx'),
  report: () => import('../features/report/report-screen.tsx'),
  sent: () => import('../features/report/sent-screen.tsx'),
  cases: () => import('../features/cases/cases-screen.tsx'),
  case: () => import('../features/cases/case-screen.tsx'),
  messages: () => import('../features/home/messages-screen.tsx'),
  me: () => import('../features/me/me-screens.tsx'),
}
const SignIn = lazy(async () => ({
  default: (await import('../features/sign-in/sign-in-screen.tsx')).SignIn,
}))
const StaffHere = lazy(async () => ({
  default: (await import('../features/sign-in/staff-here.tsx')).StaffHere,
}))
const HomeScreen = lazy(async () => ({ default: (await screens.home()).HomeScreen }))
const ReportScreen = lazy(async () => ({ default: (await screens.report()).ReportScreen }))
const SentScreen = lazy(async () => ({ default: (await screens.sent()).SentScreen }))
const CasesScreen = lazy(async () => ({ default: (await screens.cases()).CasesScreen }))
const CaseScreen = lazy(async () => ({ default: (await screens.case()).CaseScreen }))
const MessagesScreen = lazy(async () => ({ default: (await screens.messages()).MessagesScreen }))
const MeScreens = lazy(async () => ({ default: (await screens.me()).MeScreens }))
const BillsScreen = lazy(async () => ({
  default: (await import('../features/bills/bills-screen.tsx')).BillsScreen,
}))
const CommunityScreen = lazy(async () => ({
  default: (await import('../features/community/community-screen.tsx')).CommunityScreen,
}))

// While the server is asked who is there, the screen most people come for is on its way too.
if (/^\/app\/?$/.test(location.pathname)) void screens.home().catch(() => undefined)

/** Everything that needs a session: asks who is signed in, and lets in, or shows the way in. */
export const SignedIn = () => {
  const { data: me, error, refetch, isFetching } = useQuery(meQuery)
  useEffect(() => {
    if (me === undefined) return
    const resident = me?.account.kind === 'resident'
    rememberVisit(resident)
    if (resident) remember('zhanggui.kept.me', me)
    else forgetRemembered()
  }, [me])
  if (me) return me.account.kind === 'resident' ? <Screens me={me} /> : <StaffHere me={me} />
  if (me === null) return <SignIn />
  if (error) return <Failed problem={error} again={() => void refetch()} busy={isFetching} />
  return <Loading />
}

const Screens = ({ me }: { me: Me }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const client = useQueryClient()
  const { localeChosen, locale, choose } = useSettings()
  const [path] = useLocation()
  const tabs = ['/app', '/app/bills', '/app/community', '/app/me'].includes(path.replace(/\/$/, ''))

  useLive(true)
  useBackClosesViewer()
  useSendingOutbox(
    me.account.id,
    (problem) => problemText(problem, t),
    () => tell(t('resident.outbox.sentNow')),
  )
  useEffect(() => {
    if (!localeChosen && me.account.locale !== locale) void choose({ locale: me.account.locale })
    // The account's language counts once, on arrival.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [me.account.id])
  useEffect(() => {
    // While the person reads the first screen, what comes next is fetched.
    const timer = setTimeout(() => {
      void client.prefetchQuery(homesQuery)
      for (const load of Object.values(screens)) void load().catch(() => undefined)
    }, 1500)
    return () => clearTimeout(timer)
  }, [client])

  return (
    <>
      <OfflineBanner silent={isRemembered(me)} />
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/app">
            <HomeScreen me={me} />
          </Route>
          <Route path="/app/report">
            <ReportScreen me={me} />
          </Route>
          <Route path="/app/report/:id">{({ id }) => <SentScreen key={id} id={id} me={me} />}</Route>
          <Route path="/app/cases">
            <CasesScreen me={me} />
          </Route>
          <Route path="/app/cases/:id">{({ id }) => <CaseScreen key={id} id={id} />}</Route>
          <Route path="/app/messages">
            <MessagesScreen />
          </Route>
          <Route path="/app/bills">
            <BillsScreen />
          </Route>
          <Route path="/app/community">
            <CommunityScreen />
          </Route>
          <Route path="/app/me/*?">
            <MeScreens me={me} />
          </Route>
          <Route path="/app/sign-in">
            <Redirect to="/app" replace />
          </Route>
          <Route>
            <Missing />
          </Route>
        </Switch>
      </Suspense>
      {tabs && <TabBar />}
    </>
  )
}
