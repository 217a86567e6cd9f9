import type { CaseView, PromiseView } from '@zhanggui/contract'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { instantAt } from '../../../shared/wall-time.ts'
import { WhenField } from '../../../shared/when-field.tsx'
import { useAct } from '../data.ts'
import { StaleNotice } from './form-parts.tsx'

export type PromiseDialogKind = 'keep' | 'ask' | 'withdraw'

const words = {
  keep: { title: 'desk.promise.keepTitle', field: 'desk.promise.reference', done: 'kept' },
  ask: { title: 'desk.promise.askTitle', field: 'desk.promise.askReason', done: 'change-asked' },
  withdraw: { title: 'desk.promise.withdrawTitle', field: 'desk.promise.withdrawReason', done: 'withdrawn' },
} as const

/** What one has to say for it: where it is written that it was kept, why it needs more time, why it is taken back. */
export function PromiseDialog(props: {
  kind: PromiseDialogKind
  view: CaseView
  it: PromiseView
  onClose: () => void
}) {
  const { kind, view, it } = props
  const say = useSay()
  const { community } = useSession()
  const [text, setText] = useState('')
  const [wall, setWall] = useState('')
  const act = useAct(view, () => undefined)
  const by = instantAt(wall, community.timeZone)
  const early = by !== undefined && Date.parse(by) <= Date.parse(it.dueAt)
  const said = text.trim()
  const ready = said !== '' && (kind !== 'ask' || (by !== undefined && !early))
  const params = { id: view.id, promiseId: it.id }
  const send = async () => {
    if (!ready || act.busy) return
    const done = await act.run(JSON.stringify([kind, it.id, said, by]), ({ key, expectedVersion }) => {
      if (kind === 'keep') return api.keepPromise({ params, body: { reference: said, expectedVersion }, key })
      if (kind === 'withdraw')
        return api.withdrawPromise({ params, body: { reason: said, expectedVersion }, key })
      return api.askPromiseChange({ params, body: { reason: said, by: by ?? '', expectedVersion }, key })
    })
    if (!done) return
    toast(say(`desk.promise.done.${words[kind].done}`))
    props.onClose()
  }
  return (
    <Modal
      open
      title={say(words[kind].title)}
      okText={say(words[kind].title)}
      okButtonProps={{ disabled: !ready, loading: act.busy }}
      cancelText={say('ui.cancel')}
      onOk={() => void send()}
      onCancel={props.onClose}
    >
      <div className="form">
        {kind === 'ask' && (
          <>
            <p className="promise-hint">{say('desk.promise.askHint')}</p>
            <WhenField label={say('desk.promise.askTime')} value={wall} onChange={setWall} />
            {early && <p className="form-warn">{say('desk.promise.later')}</p>}
          </>
        )}
        <Input
          autoFocus
          aria-label={say(words[kind].field)}
          placeholder={say(words[kind].field)}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => void send()}
        />
        {act.stale && <StaleNotice />}
        <ActTrouble error={act.error} />
      </div>
    </Modal>
  )
}
