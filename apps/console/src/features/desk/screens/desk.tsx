import { type ReactNode, useCallback } from 'react'
import { useMedium, useNarrow } from '../../../shared/media.ts'
import { useSay } from '../../../shared/say.tsx'
import { StatePanel } from '@zhanggui/ui'
import type { QueueTab } from '../search.ts'
import { Queue } from '../parts/queue.tsx'
import './desk.css'

type DeskScreenProps = {
  tab: QueueTab
  open: string | undefined
  onTab: (tab: QueueTab) => void
  onOpen: (id: string | undefined) => void
  /** The case in the middle, and who and where at the right; given by the page, which knows both. */
  renderCase: (id: string, options: { narrow: boolean; medium: boolean; onBack?: () => void }) => ReactNode
  renderAside: (id: string) => ReactNode
}

/** 工作台: the queue, the case, who and where. On a phone one after the other. */
export function DeskScreen({ tab, open, onTab, onOpen, renderCase, renderAside }: DeskScreenProps) {
  const say = useSay()
  const narrow = useNarrow()
  const medium = useMedium()
  const enter = useCallback(() => document.querySelector<HTMLElement>('.case-scroll')?.focus(), [])
  const back = useCallback(() => onOpen(undefined), [onOpen])

  if (narrow && open !== undefined) return renderCase(open, { narrow, medium, onBack: back })
  return (
    <div className="desk" data-narrow={narrow || undefined}>
      <h1 className="zg-unseen">{say('desk.nav.desk')}</h1>
      <Queue
        key={tab}
        tab={tab}
        onTab={onTab}
        open={open}
        onOpen={onOpen}
        openFirst={!narrow}
        onEnter={enter}
      />
      {!narrow && (
        <div className="desk-case">
          {open === undefined ? (
            <StatePanel
              state="empty"
              title={say('desk.desk.nothingOpen')}
              text={say('desk.desk.nothingOpenText')}
            />
          ) : (
            renderCase(open, { narrow, medium })
          )}
        </div>
      )}
      {!medium && open !== undefined && <div className="desk-aside">{renderAside(open)}</div>}
    </div>
  )
}
