import { useQuery } from '@tanstack/react-query'
import type { CaseKind } from '@zhanggui/contract'
import { emergencyIn } from '@zhanggui/rules/danger'
import { EmergencyCard } from '@zhanggui/ui/emergency'
import { useEffect } from 'react'
import { emergencyQuery } from '../../../shared/queries.ts'
import { useSession } from '../../../shared/session.tsx'

/** What the caller is to be told first, as soon as the words speak of danger; the urgency follows. */
export function DangerNotice(props: { text: string; kind: CaseKind | ''; onFound: () => void }) {
  const { text, kind, onFound } = props
  const { community } = useSession()
  const phones = useQuery(emergencyQuery(community.id))
  const found = kind === 'praise' || kind === 'suggestion' ? undefined : emergencyIn(text)?.kind
  useEffect(() => {
    if (found) onFound()
    // Once for each danger heard, so that what is chosen after stays chosen on the screen.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [found])
  return found ? <EmergencyCard kind={found} phones={phones.data?.phones ?? []} to="desk" /> : null
}
