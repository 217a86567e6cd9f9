import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { CaseScreen } from '../features/cases/screens/case.tsx'
import { DeskScreen } from '../features/desk/screens/desk.tsx'
import { WorkCard } from '../features/work/parts/work-card.tsx'
import { useSession } from '../shared/session.tsx'
import { CaseAside, CaseContextFold } from './case-aside.tsx'
import { entries, visibleEntries } from './navigation.ts'
import type { QueueTab } from '../features/desk/search.ts'

const route = getRouteApi('/in/')

/** The desk, put together: the queue of one feature, the case of another. */
export function DeskPage() {
  const { can } = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  // Those who work on no cases themselves look at all of them.
  // Who leads looks at all there is; who works on cases looks at their own first.
  const tab = search.tab ?? (can('case.accept') && !can('policy.publish') ? 'mine' : 'active')
  const onTab = useCallback((next: QueueTab) => void navigate({ search: { tab: next } }), [navigate])
  const onOpen = useCallback(
    (id: string | undefined) =>
      void navigate({
        search: { ...(search.tab ? { tab: search.tab } : {}), ...(id === undefined ? {} : { case: id }) },
        replace: id !== undefined && window.innerWidth > 760,
      }),
    [navigate, search.tab],
  )
  // Whoever works on no cases begins where their work is.
  const [first = 'settings'] = visibleEntries(can)
  if (first !== 'desk') return <Navigate to={entries[first].to} replace />
  return (
    <DeskScreen
      tab={tab}
      open={search.case}
      onTab={onTab}
      onOpen={onOpen}
      renderCase={(id, { medium, onBack }) => (
        <CaseScreen
          key={id}
          id={id}
          onBack={onBack}
          after={(view) => <WorkCard view={view} />}
          {...(medium ? { between: <CaseContextFold id={id} /> } : {})}
        />
      )}
      renderAside={(id) => <CaseAside id={id} />}
    />
  )
}
