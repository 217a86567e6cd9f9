import { Component, Suspense, lazy, useState, type ReactNode } from 'react'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { Locale } from '@zhanggui/messages'
import { MessagesProvider } from '@zhanggui/ui'
import { Route, Switch } from 'wouter'
import { headStart } from '../data/head-start.ts'
import { createQueryClient } from '../data/query-client.ts'
import { meQuery } from '../data/queries.ts'
import { Broken, Loading } from '../kit/states.tsx'
import { TellProvider } from '../kit/tell.tsx'
import type { Catalogue } from '../settings/catalogues.ts'
import { SettingsProvider, useSettings } from '../settings/settings-provider.tsx'
import type { Settings } from '../settings/settings.ts'
import { SignedIn } from './signed-in.tsx'

const ReportByCode = lazy(async () => ({
  default: (await import('../features/public/report-by-code.tsx')).ReportByCode,
}))
const FollowReport = lazy(async () => ({
  default: (await import('../features/public/follow-report.tsx')).FollowReport,
}))

type AppProps = { settings: Settings; start: { locale: Locale; catalogue: Catalogue } }

/** The whole page: settings, data and language around the screens. */
export const App = ({ settings, start }: AppProps) => {
  const [client] = useState(() => {
    const made = createQueryClient()
    headStart(made)
    return made
  })
  return (
    <SettingsProvider initial={settings} start={start}>
      <QueryClientProvider client={client}>
        <Spoken>
          <CatchBroken>
            <TellProvider>
              <div className="r-app">
                <Suspense fallback={<Loading />}>
                  <Switch>
                    <Route path="/r/:token">{({ token }) => <ReportByCode token={token} />}</Route>
                    <Route path="/f/:secret">{({ secret }) => <FollowReport secret={secret} />}</Route>
                    <Route>
                      <SignedIn />
                    </Route>
                  </Switch>
                </Suspense>
              </div>
            </TellProvider>
          </CatchBroken>
        </Spoken>
      </QueryClientProvider>
    </SettingsProvider>
  )
}

/** The language chosen, with times told in the zone of the person's community. */
const Spoken = ({ children }: { children: ReactNode }) => {
  const { locale, catalogue } = useSettings()
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  const zone = me?.communities[0]?.timeZone
  return (
    <MessagesProvider locale={locale} messages={catalogue} {...(zone ? { timeZone: zone } : {})}>
      {children}
    </MessagesProvider>
  )
}

/** A part that could not be loaded, or a fault of ours, is said and can be tried again; never a white page. */
class CatchBroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
