import { callBackOutcomes, caseKinds, urgencies } from '@zhanggui/contract/words'
import type { CallBackOutcome, CaseKind, Urgency } from '@zhanggui/contract/words'
import { Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/say.tsx'
import { useAct } from '../data.ts'
import { ActForm } from './act-form.tsx'
import type { FormProps } from './form-parts.tsx'

function Words(props: {
  label: string
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
}) {
  return (
    <Input.TextArea
      autoFocus={props.autoFocus ?? false}
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      maxLength={500}
      autoSize={{ minRows: 2, maxRows: 6 }}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

function Choices<T extends string>(props: {
  legend: string
  all: readonly T[]
  value: T | ''
  text: (it: T) => string
  onChange: (it: T) => void
}) {
  return (
    <fieldset className="choice-row">
      <legend>{props.legend}</legend>
      {props.all.map((each) => (
        <button
          key={each}
          type="button"
          className="choice"
          aria-pressed={props.value === each}
          onClick={() => props.onChange(each)}
        >
          {props.text(each)}
        </button>
      ))}
    </fieldset>
  )
}

/** What came of calling the resident; not solved says what they said. */
export function CallBackForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const empty: { outcome: CallBackOutcome | ''; text: string } = { outcome: '', text: '' }
  const [draft, change, clear] = useDraft(`${view.id}.call-back`, empty)
  const act = useAct(view, () => undefined)
  const { outcome } = draft
  const text = draft.text.trim()
  const send = async () => {
    if (outcome === '') return
    const body = { outcome, ...(text === '' ? {} : { text }) }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.callBackOnCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('call-back')
  }
  return (
    <ActForm
      act={act}
      mode="call-back"
      ready={outcome !== '' && (outcome !== 'unsolved' || text !== '')}
      hint={
        outcome === ''
          ? say('desk.callBack.attempts', { made: view.callBacks })
          : say(`desk.callBack.${outcome}`)
      }
      onSend={send}
      onCancel={onCancel}
    >
      <Choices
        legend={say('desk.callBack.outcome')}
        all={callBackOutcomes}
        value={outcome}
        text={(each) => say(`callBack.${each}`)}
        onChange={(next) => change({ outcome: next })}
      />
      <Words
        label={say('desk.callBack.text')}
        value={draft.text}
        onChange={(next) => change({ text: next })}
      />
    </ActForm>
  )
}

/** Another kind or urgency, with the reason. */
export function ReclassifyForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const start: { kind: CaseKind; urgency: Urgency; reason: string } = {
    kind: view.kind,
    urgency: view.urgency,
    reason: '',
  }
  const [draft, change, clear] = useDraft(`${view.id}.reclassify`, start)
  const act = useAct(view, () => undefined)
  const reason = draft.reason.trim()
  const changed = draft.kind !== view.kind || draft.urgency !== view.urgency
  const send = async () => {
    const body = { kind: draft.kind, urgency: draft.urgency, reason }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.reclassifyCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('reclassify')
  }
  return (
    <ActForm
      act={act}
      mode="reclassify"
      ready={changed && reason !== ''}
      hint={say('desk.reclassify.hint')}
      onSend={send}
      onCancel={onCancel}
    >
      <Choices
        legend={say('desk.column.kind')}
        all={caseKinds}
        value={draft.kind}
        text={(each) => say(`case.kind.${each}`)}
        onChange={(kind) => change({ kind })}
      />
      <Choices
        legend={say('desk.column.urgency')}
        all={urgencies}
        value={draft.urgency}
        text={(each) => say(`urgency.${each}`)}
        onChange={(urgency) => change({ urgency })}
      />
      <Words
        label={say('desk.reclassify.reason')}
        value={draft.reason}
        onChange={(next) => change({ reason: next })}
      />
    </ActForm>
  )
}

/** Taking the case up again, with the reason that the resident is told. */
export function ReopenForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const [draft, change, clear] = useDraft(`${view.id}.reopen`, { reason: '' })
  const act = useAct(view, () => undefined)
  const reason = draft.reason.trim()
  const send = async () => {
    const sent = await act.run(reason, ({ key, expectedVersion }) =>
      api.reopenCase({ params: { id: view.id }, body: { reason, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('reopen')
  }
  return (
    <ActForm
      act={act}
      mode="reopen"
      ready={reason !== ''}
      hint={say('desk.reopen.hint')}
      onSend={send}
      onCancel={onCancel}
    >
      <Words
        autoFocus
        label={say('desk.reopen.reason')}
        value={draft.reason}
        onChange={(next) => change({ reason: next })}
      />
    </ActForm>
  )
}

const rulings = ['upheld', 'rejected'] as const

/** The committee's ruling on an appeal, with the reason everybody concerned is told. */
export function RulingForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const empty: { ruling: (typeof rulings)[number] | ''; reason: string } = { ruling: '', reason: '' }
  const [draft, change, clear] = useDraft(`${view.id}.ruling`, empty)
  const act = useAct(view, () => undefined)
  const { ruling } = draft
  const reason = draft.reason.trim()
  const send = async () => {
    if (ruling === '') return
    const body = { ruling, reason }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.ruleOnAppeal({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone('rule-on-appeal')
  }
  return (
    <ActForm
      act={act}
      mode="rule-on-appeal"
      ready={ruling !== '' && reason !== ''}
      hint={say('desk.ruling.hint')}
      onSend={send}
      onCancel={onCancel}
    >
      <Choices
        legend={say('desk.act.rule-on-appeal')}
        all={rulings}
        value={ruling}
        text={(each) => say(`appeal.${each}`)}
        onChange={(next) => change({ ruling: next })}
      />
      <Words
        label={say('desk.ruling.reason')}
        value={draft.reason}
        onChange={(next) => change({ reason: next })}
      />
    </ActForm>
  )
}
