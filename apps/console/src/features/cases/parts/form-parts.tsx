import type { CaseView } from '@zhanggui/contract'
import { useSay } from '../../../shared/say.tsx'

/** What opens in the dock; what can be done there. */
export const dockModes = [
  'reply',
  'note',
  'assign',
  'appoint',
  'arrive',
  'pause',
  'resolve',
  'call-back',
  'reopen',
  'reclassify',
  'decline',
  'rule-on-appeal',
] as const
export type DockMode = (typeof dockModes)[number]

export type FormProps = { view: CaseView; onDone: (mode: DockMode) => void; onCancel: () => void }

/** Said where the person writes, when the case moved on meanwhile. */
export function StaleNotice() {
  const say = useSay()
  return (
    <p className="dock-stale" role="alert">
      {say('desk.dock.stale')}
    </p>
  )
}
