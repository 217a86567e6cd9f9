import { household } from '@zhanggui/messages/zh-Hans/household'
import { Route, Switch } from 'wouter'
import type { Me } from '../../data/queries.ts'
import { Missing } from '../../kit/states.tsx'
import { withWords } from '../../settings/more-words.tsx'
import { AccessScreen } from './access-screen.tsx'
import { MeScreen } from './me-screen.tsx'
import { SessionsScreen } from './sessions-screen.tsx'

const Screens = ({ me }: { me: Me }) => (
  <Switch>
    <Route path="/app/me">
      <MeScreen me={me} />
    </Route>
    <Route path="/app/me/access">
      <AccessScreen />
    </Route>
    <Route path="/app/me/sessions">
      <SessionsScreen />
    </Route>
    <Route>
      <Missing />
    </Route>
  </Switch>
)

/** Everything under 我的. */
export const MeScreens = withWords(Screens, household, {
  en: async () => (await import('@zhanggui/messages/en/household')).household,
})
