import { Checkbox, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { serverNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { instantAt, wallIn, wallOnDay } from '../../../shared/wall-time.ts'
import { WhenField } from '../../../shared/when-field.tsx'
import { useAct } from '../data.ts'
import { ActForm } from './act-form.tsx'
import type { FormProps } from './form-parts.tsx'

/** Somebody is on site: a word about it if there is one. */
export function ArriveForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const [draft, change, clear] = useDraft(`${view.id}.arrive`, { text: '' })
  const act = useAct(view, () => undefined)
  const send = async () => {
    const text = draft.text.trim()
    const body = text === '' ? {} : { text }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.arriveOnCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('arrive')
  }
  return (
    <ActForm act={act} mode="arrive" ready hint={say('desk.arrive.hint')} onSend={send} onCancel={onCancel}>
      <Input
        autoFocus
        aria-label={say('desk.arrive.text')}
        placeholder={say('desk.arrive.text')}
        value={draft.text}
        maxLength={500}
        onChange={(event) => change({ text: event.target.value })}
      />
    </ActForm>
  )
}

const windows = [1, 2, 4] as const

/** When somebody comes: a beginning, how long the window is, and whether the resident asked for this time. */
export function AppointForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const zone = useSession().community.timeZone
  const [draft, change, clear] = useDraft(`${view.id}.appoint`, { from: '', hours: 2, byResident: false })
  const act = useAct(view, () => undefined)
  const from = instantAt(draft.from, zone)
  const past = from !== undefined && Date.parse(from) <= serverNow()
  const send = async () => {
    if (from === undefined || past) return
    const to = new Date(Date.parse(from) + draft.hours * 3_600_000).toISOString()
    const body = { from, to, byResident: draft.byResident }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.appointOnCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('appoint')
  }
  const soon = [
    { key: 'in2h', wall: () => wallIn(2, serverNow(), zone) },
    { key: 'tomorrow', wall: () => wallOnDay(1, '09:00', serverNow(), zone) },
  ] as const
  return (
    <ActForm
      act={act}
      mode="appoint"
      ready={from !== undefined && !past}
      hint={past ? say('desk.pause.past') : say('desk.appoint.hint')}
      onSend={send}
      onCancel={onCancel}
    >
      <fieldset className="choice-row">
        <legend>{say('desk.appoint.from')}</legend>
        <WhenField
          label={say('desk.appoint.from')}
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        {soon.map(({ key, wall }) => (
          <button key={key} type="button" className="choice" onClick={() => change({ from: wall() })}>
            {say(`desk.pause.${key}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="choice-row">
        <legend>{say('desk.appoint.window')}</legend>
        {windows.map((hours) => (
          <button
            key={hours}
            type="button"
            className="choice"
            aria-pressed={draft.hours === hours}
            onClick={() => change({ hours })}
          >
            {say('desk.appoint.hours', { hours })}
          </button>
        ))}
      </fieldset>
      <Checkbox checked={draft.byResident} onChange={(event) => change({ byResident: event.target.checked })}>
        {say('desk.appoint.byResident')}
      </Checkbox>
    </ActForm>
  )
}
