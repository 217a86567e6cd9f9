import { useEffect, useRef } from 'react'
import type { CaseKind } from '@zhanggui/contract/words'
import { emergencyIn, type EmergencyCall } from '@zhanggui/rules/danger'
import { EmergencyCard } from '@zhanggui/ui/emergency'

type DangerProps = { text: string; kind: CaseKind; phones: readonly EmergencyCall[] }

/** As soon as the words speak of danger: whom to ring first, in sight, while one goes on typing. */
export const Danger = ({ text, kind, phones }: DangerProps) => {
  const found = kind === 'praise' || kind === 'suggestion' ? undefined : emergencyIn(text)?.kind
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (found) card.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [found])
  if (!found) return null
  return (
    <div ref={card} className="r-danger">
      <EmergencyCard kind={found} phones={phones} to="resident" />
    </div>
  )
}
