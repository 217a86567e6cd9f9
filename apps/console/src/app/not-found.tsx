import { Link } from '@tanstack/react-router'
import { useSay } from '../shared/say.tsx'
import { PageTrouble } from '../shared/states.tsx'

export function NotFoundScreen() {
  const say = useSay()
  return (
    <PageTrouble
      kind="missing"
      text={say('desk.missing.page')}
      action={<Link to="/">{say('desk.missing.back')}</Link>}
    />
  )
}
