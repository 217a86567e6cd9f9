import { pauseReasons, type PauseReason } from '@zhanggui/contract/words'
import { Button, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { serverNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { instantAt, wallIn, wallOnDay } from '../../../shared/wall-time.ts'
import { WhenField } from '../../../shared/when-field.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

const empty: { reason: PauseReason | ''; resumeAt: string; text: string } = {
  reason: '',
  resumeAt: '',
  text: '',
}

/** Why it waits, until when, and what the resident is told. A dispute over responsibility stops no clock. */
export function PauseForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const { community } = useSession()
  const zone = community.timeZone
  const [draft, change, clear] = useDraft(`${view.id}.pause`, empty)
  const act = useAct(view, () => undefined)
  const { reason } = draft
  const resumeAt = instantAt(draft.resumeAt, zone)
  const past = resumeAt !== undefined && Date.parse(resumeAt) <= serverNow()
  const ready = reason !== '' && resumeAt !== undefined && !past
  const send = async () => {
    if (!ready || act.busy) return
    const text = draft.text.trim()
    const body = { reason, resumeAt, ...(text === '' ? {} : { text }) }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.pauseCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('pause')
  }
  const soon = [
    { key: 'in2h', wall: () => wallIn(2, serverNow(), zone) },
    { key: 'tomorrow', wall: () => wallOnDay(1, '09:00', serverNow(), zone) },
    { key: 'in3d', wall: () => wallOnDay(3, '09:00', serverNow(), zone) },
    { key: 'in7d', wall: () => wallOnDay(7, '09:00', serverNow(), zone) },
  ] as const
  return (
    <div className="form" onKeyDown={onSendKey(() => void send(), onCancel)}>
      <fieldset className="choice-row">
        <legend>{say('desk.pause.reason')}</legend>
        {pauseReasons.map((each, index) => (
          <button
            key={each}
            type="button"
            className="choice"
            autoFocus={index === 0}
            aria-pressed={reason === each}
            onClick={() => change({ reason: each })}
          >
            {say(`pause.${each}`)}
          </button>
        ))}
      </fieldset>
      {reason === 'ownership-dispute' && <p className="form-warn">{say('desk.pause.disputeRuns')}</p>}
      <fieldset className="choice-row">
        <legend>{say('desk.pause.until')}</legend>
        <WhenField
          label={say('desk.pause.until')}
          value={draft.resumeAt}
          onChange={(resumeAt) => change({ resumeAt })}
        />
        {soon.map(({ key, wall }) => (
          <button key={key} type="button" className="choice" onClick={() => change({ resumeAt: wall() })}>
            {say(`desk.pause.${key}`)}
          </button>
        ))}
      </fieldset>
      <Input.TextArea
        aria-label={say('desk.pause.text')}
        placeholder={say('desk.pause.text')}
        value={draft.text}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        onChange={(event) => change({ text: event.target.value })}
      />
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <span className="form-to">{past ? say('desk.pause.past') : say('desk.pause.hint')}</span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" disabled={!ready} loading={act.busy} onClick={() => void send()}>
          {say('desk.act.pause')}
        </Button>
      </div>
    </div>
  )
}
