import { Outlet, useRouter } from '@tanstack/react-router'
import { MessagesProvider } from '@zhanggui/ui'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { ApiProblem } from '../shared/api.ts'
import { useKeys } from '../shared/keys.ts'
import { speakToServer } from '../shared/api.ts'
import { usePreferences } from '../shared/preferences.ts'
import { useSay } from '../shared/say.tsx'
import { SessionProvider, useMe, useSession } from '../shared/session.tsx'
import { PageLoading, PageTrouble } from '../shared/states.tsx'
import { useMessages } from './language.tsx'
import { DangerBand } from './danger-band.tsx'
import { keptCommunity, keepCommunity } from './kept-community.ts'
import { useLive } from './live.ts'
import { NewCaseContext } from './new-case-context.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

const NewCaseDrawer = lazy(async () => ({
  default: (await import('../features/cases/parts/new-case-drawer.tsx')).NewCaseDrawer,
}))
const HelpSheet = lazy(async () => ({ default: (await import('./help-sheet.tsx')).HelpSheet }))

/** Finds out who is here before anything is shown; leads to the sign-in when nobody is. */
export function Shell() {
  const me = useMe()
  const say = useSay()
  const router = useRouter()
  const { locale } = usePreferences()
  const messages = useMessages()
  const [chosen, setChosen] = useState(keptCommunity)
  const signedOut = me.error instanceof ApiProblem && me.error.status === 401
  const resident = me.data?.account.kind === 'resident'

  useEffect(() => {
    // Asked of the router at this moment: the address changes with the very step taken here.
    const { pathname, href } = router.state.location
    if (!signedOut || pathname === '/sign-in') return
    void router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [signedOut, router])
  useEffect(() => {
    if (resident) location.assign('/app/')
  }, [resident])
  useEffect(() => speakToServer(locale), [locale])

  const choose = useCallback((id: string) => {
    keepCommunity(id)
    setChosen(id)
  }, [])

  if (signedOut || resident || me.isPending) return <PageLoading />
  if (!me.data) return <PageTrouble error={me.error} onRetry={() => void me.refetch()} />
  const community = me.data.communities.find((each) => each.id === chosen) ?? me.data.communities[0]
  if (!community)
    return <PageTrouble title={say('desk.shell.noCommunity')} text={say('desk.shell.noCommunityText')} />
  return (
    <SessionProvider me={me.data} community={community} onChoose={choose}>
      <MessagesProvider locale={messages.locale} messages={messages.messages} timeZone={community.timeZone}>
        <Frame key={community.id} />
      </MessagesProvider>
    </SessionProvider>
  )
}

function Frame() {
  const say = useSay()
  const { can } = useSession()
  const [newCase, setNewCase] = useState(false)
  const [help, setHelp] = useState(false)
  useLive()
  const mayOpen = can('case.open')
  const openNewCase = useCallback(() => setNewCase(true), [])
  useKeys({ '?': () => setHelp(true), ...(mayOpen ? { c: openNewCase } : {}) })

  return (
    <NewCaseContext value={mayOpen ? openNewCase : undefined}>
      <a className="skip" href="#main">
        {say('desk.shell.skip')}
      </a>
      <div className="shell">
        <Rail />
        <TopBar onHelp={() => setHelp(true)} />
        <DangerBand />
        <main id="main" className="shell-main" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {newCase && <NewCaseDrawer onClose={() => setNewCase(false)} />}
        {help && <HelpSheet onClose={() => setHelp(false)} />}
      </Suspense>
    </NewCaseContext>
  )
}
