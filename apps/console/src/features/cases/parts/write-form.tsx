import { Button, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { PhotoField } from '../../../shared/photo-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

const empty: { text: string; photos: string[] } = { text: '', photos: [] }

/** Words to the resident, or a note among staff: two colours, two buttons, so that one is never sent as the other. */
export function WriteForm({ view, onDone, onCancel, kind }: FormProps & { kind: 'reply' | 'note' }) {
  const say = useSay()
  const [draft, change, clear] = useDraft(`${view.id}.${kind}`, empty)
  const act = useAct(view, () => undefined)
  const text = draft.text.trim()
  const send = async () => {
    if (text === '' || act.busy) return
    const call = kind === 'reply' ? api.replyToCase : api.noteOnCase
    const body = { text, photos: draft.photos }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      call({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone(kind)
  }
  return (
    <div className="write" data-kind={kind} onKeyDown={onSendKey(() => void send(), onCancel)}>
      <Input.TextArea
        autoFocus
        aria-label={say(`desk.write.${kind}`)}
        placeholder={say(`desk.write.${kind}`)}
        value={draft.text}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => change({ text: event.target.value })}
      />
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <PhotoField photos={draft.photos} onChange={(photos) => change({ photos })} />
        <span className="form-to">
          {say(`desk.write.to.${kind}`, { name: view.person?.name ?? say('desk.case.resident') })}
        </span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" disabled={text === ''} loading={act.busy} onClick={() => void send()}>
          {say(`desk.send.${kind}`)}
          <kbd aria-hidden>Ctrl ⏎</kbd>
        </Button>
      </div>
    </div>
  )
}
