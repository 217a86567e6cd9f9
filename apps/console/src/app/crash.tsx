import { useSay } from '../shared/say.tsx'
import { PageTrouble } from '../shared/states.tsx'

/** A fault of ours in the page; what was typed is in the drafts. A new version on the server is the usual cause. */
export function CrashScreen() {
  const say = useSay()
  return (
    <PageTrouble
      title={say('desk.crash.title')}
      text={say('desk.crash.text')}
      onRetry={() => location.reload()}
    />
  )
}
