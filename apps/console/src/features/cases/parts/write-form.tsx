import { Button, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { PhotoField } from '../../../shared/photo-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { GuardFindings, useGuard } from './guard-findings.tsx'
import { emptyPromise, type PromiseDraft, PromisePicker, promiseSaid } from './promise-picker.tsx'
import { onSendKey } from './send-key.ts'

const empty: { text: string; photos: string[]; override: string } & PromiseDraft = {
  text: '',
  photos: [],
  override: '',
  ...emptyPromise,
}

/** Words to the resident, or a note among staff: two colours, two buttons, so that one is never sent as the other. */
export function WriteForm({
  view,
  onDone,
  onCancel,
  kind,
  promising = false,
}: FormProps & { kind: 'reply' | 'note'; promising?: boolean }) {
  const say = useSay()
  const { community, me } = useSession()
  const [draft, change, clear] = useDraft(
    `${view.id}.${kind}`,
    promising ? { ...empty, promising: 'some' as const } : empty,
  )
  const act = useAct(view, () => undefined)
  const text = draft.text.trim()
  const promise = promiseSaid(draft, view, community.timeZone, me.account.id)
  const findings = useGuard(view, kind === 'reply' ? text : '', draft.promising === 'some')
  const override = draft.override.trim()
  const unread = findings.some((it) => it.code === 'needs-review')
  const stopped = findings.some((it) => it.severity === 'block') && (unread || override === '')
  const ready = text !== '' && (kind === 'note' || (promise !== undefined && !stopped))
  const asking = useAct(view, () => undefined)
  const askReview = () =>
    void asking.run(text, ({ key }) => api.askReplyReview({ params: { id: view.id }, body: { text }, key }))
  const send = async () => {
    if (!ready || act.busy) return
    const words = { text, photos: draft.photos }
    const sent = await act.run(JSON.stringify([words, promise]), ({ key, expectedVersion }) =>
      kind === 'reply'
        ? api.replyToCase({
            params: { id: view.id },
            body: { ...words, ...promise, guard: override === '' ? {} : { override }, expectedVersion },
            key,
          })
        : api.noteOnCase({ params: { id: view.id }, body: { ...words, expectedVersion }, key }),
    )
    if (!sent) return
    clear()
    onDone(kind)
  }
  return (
    <div className="write" data-kind={kind} onKeyDown={onSendKey(() => void send(), onCancel)}>
      <Input.TextArea
        autoFocus={!promising}
        aria-label={say(`desk.write.${kind}`)}
        placeholder={say(`desk.write.${kind}`)}
        value={draft.text}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => change({ text: event.target.value })}
      />
      {kind === 'reply' && (
        <GuardFindings
          findings={findings}
          onReplace={(old, better) => change({ text: draft.text.replace(old, better) })}
          override={draft.override}
          onOverride={(reason) => change({ override: reason })}
          onAskReview={askReview}
          asking={asking.busy}
          asked={view.timeline.some((it) => it.review?.act === 'asked' && it.text === text)}
        />
      )}
      {kind === 'reply' && <PromisePicker view={view} draft={draft} onChange={change} first={promising} />}
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <PhotoField photos={draft.photos} onChange={(photos) => change({ photos })} />
        <span className="form-to">
          {say(`desk.write.to.${kind}`, { name: view.person?.name ?? say('desk.case.resident') })}
        </span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" disabled={!ready} loading={act.busy} onClick={() => void send()}>
          {say(`desk.send.${kind}`)}
          <kbd aria-hidden>Ctrl ⏎</kbd>
        </Button>
      </div>
    </div>
  )
}
