import { Button, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

const empty: { text: string } = { text: '' }

/** Not ours: the resident is told why, and where to go instead. */
export function DeclineForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const [draft, change, clear] = useDraft(`${view.id}.decline`, empty)
  const act = useAct(view, () => undefined)
  const text = draft.text.trim()
  const send = async () => {
    if (text === '' || act.busy) return
    const sent = await act.run(text, ({ key, expectedVersion }) =>
      api.declineCase({ params: { id: view.id }, body: { text, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('decline')
  }
  return (
    <div className="form" onKeyDown={onSendKey(() => void send(), onCancel)}>
      <Input.TextArea
        autoFocus
        aria-label={say('desk.decline.text')}
        placeholder={say('desk.decline.text')}
        value={draft.text}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={(event) => change({ text: event.target.value })}
      />
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <span className="form-to">{say('desk.decline.hint')}</span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" danger disabled={text === ''} loading={act.busy} onClick={() => void send()}>
          {say('desk.act.decline')}
        </Button>
      </div>
    </div>
  )
}
