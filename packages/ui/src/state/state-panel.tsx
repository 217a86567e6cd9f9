import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { useT } from '../language.tsx'
import { Scene } from './scene.tsx'

export const panelStates = ['empty', 'failed', 'offline', 'forbidden', 'missing'] as const
export type PanelState = (typeof panelStates)[number]

interface StatePanelProps {
  state: PanelState
  /** What is not there, said for this place; the usual words otherwise. */
  title?: ReactNode
  /** What the reader can do about it. */
  text?: ReactNode
  onRetry?: () => void
  retrying?: boolean
  /** One way on, where there is a better one than trying again. */
  action?: ReactNode
  /** For a card or a side column. */
  small?: boolean
}

/** What stands where content cannot: it says why and what to do, and never looks like a zero. */
export const StatePanel = (props: StatePanelProps) => {
  const { state, title, text, onRetry, retrying = false, action, small = false } = props
  const t = useT()
  const urgent = state === 'failed' || state === 'offline'
  return (
    <div className="zg-state" data-small={small || undefined} role={urgent ? 'alert' : undefined}>
      <Scene state={state} />
      <p className="zg-state-title">{title ?? t(`ui.state.${state}`)}</p>
      <p className="zg-state-text">{text ?? t(`ui.state.${state}.text`)}</p>
      {(onRetry || action !== undefined) && (
        <div className="zg-state-acts">
          {onRetry && (
            <Button icon="refresh" busy={retrying} onClick={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  )
}
