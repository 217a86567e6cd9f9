import { closingCodes, type ClosingCode } from '@zhanggui/contract/words'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { PhotoField } from '../../../shared/photo-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

/** A withdrawal is the resident's own act. */
const codes = closingCodes.filter((each) => each !== 'withdrawn')

const empty: { text: string; photos: string[]; noPhotoReason: string; code: ClosingCode } = {
  code: 'solved',
  text: '',
  photos: [],
  noPhotoReason: '',
}

/** What was done, with photos; a repair without any says why. The resident reads it and confirms. */
export function ResolveForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const [draft, change, clear] = useDraft(`${view.id}.resolve`, empty)
  const [tried, setTried] = useState(false)
  const act = useAct(view, () => undefined)
  const text = draft.text.trim()
  const reason = draft.noPhotoReason.trim()
  const needsEvidence = draft.code === 'solved' && view.kind === 'repair' && draft.photos.length === 0
  const ready = text !== '' && (!needsEvidence || reason !== '')
  const send = async () => {
    setTried(true)
    if (!ready || act.busy) return
    const body = {
      text,
      code: draft.code,
      photos: draft.photos,
      ...(needsEvidence ? { noPhotoReason: reason } : {}),
    }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.resolveCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('resolve')
  }
  return (
    <div className="form" onKeyDown={onSendKey(() => void send(), onCancel)}>
      <Input.TextArea
        autoFocus
        aria-label={say('desk.resolve.text')}
        placeholder={say('desk.resolve.text')}
        status={tried && text === '' ? 'error' : ''}
        value={draft.text}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => change({ text: event.target.value })}
      />
      <fieldset className="choice-row">
        <legend>{say('desk.resolve.code')}</legend>
        {codes.map((each) => (
          <button
            key={each}
            type="button"
            className="choice"
            aria-pressed={draft.code === each}
            onClick={() => change({ code: each })}
          >
            {say(`closingCode.${each}`)}
          </button>
        ))}
      </fieldset>
      <PhotoField photos={draft.photos} onChange={(photos) => change({ photos })} />
      {needsEvidence && (
        <Input
          aria-label={say('desk.resolve.noPhoto')}
          placeholder={say('desk.resolve.noPhoto')}
          status={tried && reason === '' ? 'error' : ''}
          value={draft.noPhotoReason}
          maxLength={200}
          onChange={(event) => change({ noPhotoReason: event.target.value })}
        />
      )}
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <span className="form-to">
          {tried && !ready
            ? say(text === '' ? 'desk.resolve.needText' : 'desk.resolve.needPhoto')
            : say('desk.resolve.hint')}
        </span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" loading={act.busy} onClick={() => void send()}>
          {say('desk.act.resolve')}
          <kbd aria-hidden>Ctrl ⏎</kbd>
        </Button>
      </div>
    </div>
  )
}
