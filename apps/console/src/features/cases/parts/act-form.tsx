import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import type { useAct } from '../data.ts'
import { type DockMode, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

/** What the smaller forms of the dock share: their fields, what went wrong, what will follow, and the two buttons. */
export function ActForm(props: {
  act: ReturnType<typeof useAct>
  mode: DockMode
  ready: boolean
  hint: string
  onSend: () => Promise<void>
  onCancel: () => void
  children: ReactNode
}) {
  const say = useSay()
  const { act, ready } = props
  const send = () => {
    if (ready && !act.busy) void props.onSend()
  }
  return (
    <div className="form" onKeyDown={onSendKey(send, props.onCancel)}>
      {props.children}
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <span className="form-to">{props.hint}</span>
        <Button onClick={props.onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" disabled={!ready} loading={act.busy} onClick={send}>
          {say(`desk.act.${props.mode}`)}
        </Button>
      </div>
    </div>
  )
}
