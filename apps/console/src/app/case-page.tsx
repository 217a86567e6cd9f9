import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router'
import { CaseScreen } from '../features/cases/screens/case.tsx'
import { WorkCard } from '../features/work/parts/work-card.tsx'
import { useMedium } from '../shared/media.ts'
import { useSession } from '../shared/session.tsx'
import { Allowed } from '../shared/states.tsx'
import { CaseAside, CaseContextFold } from './case-aside.tsx'
import './case-page.css'

const route = getRouteApi('/in/cases/$id')

/** One case on a page of its own, for a link or a second window. */
export function CasePage() {
  const { can } = useSession()
  const { id } = route.useParams()
  const medium = useMedium()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const back = () => (canGoBack ? router.history.back() : void router.navigate({ to: '/cases' }))
  return (
    <Allowed when={can('case.read')}>
      <div className="case-page">
        <CaseScreen
          key={id}
          id={id}
          onBack={back}
          after={(view) => <WorkCard view={view} />}
          {...(medium ? { between: <CaseContextFold id={id} /> } : {})}
        />
        {!medium && <CaseAside id={id} />}
      </div>
    </Allowed>
  )
}
