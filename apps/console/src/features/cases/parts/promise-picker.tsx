import { useQuery } from '@tanstack/react-query'
import type { CaseView, NewPromise, NoPromiseReason, PromiseEvidence } from '@zhanggui/contract'
import { noPromiseReasons, promiseEvidences } from '@zhanggui/contract/words'
import { Input, Select } from 'antd'
import { useEffect, useRef } from 'react'
import { serverNow } from '../../../shared/now.ts'
import { staffQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { instantAt, wallIn, wallOnDay } from '../../../shared/wall-time.ts'
import { WhenField } from '../../../shared/when-field.tsx'
import './promise.css'

/** What has been picked so far; kept with the draft. */
export type PromiseDraft = {
  promising: '' | 'some' | 'none'
  what: string
  by: string
  who: string
  evidence: PromiseEvidence | ''
  because: NoPromiseReason | ''
}
export const emptyPromise: PromiseDraft = {
  promising: '',
  what: '',
  by: '',
  who: '',
  evidence: '',
  because: '',
}

type Said = { promise: NewPromise } | { noPromise: NoPromiseReason }

/** Who it is unless somebody else is chosen, and by what one will see it. */
const usualEvidence = (view: CaseView): PromiseEvidence =>
  view.kind === 'repair' && view.assignee ? 'visit' : 'answer'

/** What the draft says as it is sent; undefined while something is missing. */
export function promiseSaid(draft: PromiseDraft, view: CaseView, zone: string, me: string): Said | undefined {
  if (draft.promising === 'none') return draft.because === '' ? undefined : { noPromise: draft.because }
  if (draft.promising !== 'some') return undefined
  const by = instantAt(draft.by, zone)
  const what = draft.what.trim()
  if (by === undefined || Date.parse(by) <= serverNow() || what === '') return undefined
  const staffId = draft.who === '' ? (view.assignee?.id ?? me) : draft.who
  return { promise: { staffId, what, by, evidence: draft.evidence || usualEvidence(view) } }
}

/** Whoever answers a resident promises something or says why not; there is no third. */
export function PromisePicker(props: {
  view: CaseView
  draft: PromiseDraft
  onChange: (part: Partial<PromiseDraft>) => void
  /** Whoever pressed the key for promising begins here. */
  first?: boolean
}) {
  const say = useSay()
  const { draft, onChange, view } = props
  return (
    <fieldset className="promise-picker">
      <legend>{say('desk.promise.legend')}</legend>
      <span className="choice-row" role="group" aria-label={say('desk.promise.legend')}>
        {(['some', 'none'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="choice"
            aria-pressed={draft.promising === each}
            onClick={() => onChange({ promising: each })}
          >
            {say(`desk.promise.${each}`)}
          </button>
        ))}
        {draft.promising === '' && <span className="promise-hint">{say('desk.promise.choose')}</span>}
        {draft.promising === 'none' &&
          noPromiseReasons.map((each) => (
            <button
              key={each}
              type="button"
              className="choice"
              aria-pressed={draft.because === each}
              onClick={() => onChange({ because: each })}
            >
              {say(`desk.promise.reason.${each}`)}
            </button>
          ))}
      </span>
      {draft.promising === 'some' && (
        <Making view={view} draft={draft} onChange={onChange} first={props.first ?? false} />
      )}
    </fieldset>
  )
}

function Making(props: {
  view: CaseView
  draft: PromiseDraft
  onChange: (part: Partial<PromiseDraft>) => void
  first: boolean
}) {
  const say = useSay()
  const times = useTimes()
  const { community, me } = useSession()
  const zone = community.timeZone
  const { draft, onChange, view } = props
  const field = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (props.first) field.current?.querySelector('input')?.focus()
  }, [props.first])
  const staff = useQuery(staffQuery(community.id))
  const now = serverNow()
  const soon = [
    { key: 'in1h', wall: wallIn(1, now, zone) },
    { key: 'in4h', wall: wallIn(4, now, zone) },
    { key: 'today', wall: wallOnDay(0, '18:00', now, zone) },
    { key: 'tomorrow', wall: wallOnDay(1, '12:00', now, zone) },
  ] as const
  const ahead = (wall: string) => Date.parse(instantAt(wall, zone) ?? '') > now
  const whoId = draft.who === '' ? (view.assignee?.id ?? me.account.id) : draft.who
  const people = (staff.data?.items ?? []).filter((it) => it.state === 'active')
  const names = new Map([
    [me.account.id, me.account.name],
    ...(view.assignee ? [[view.assignee.id, view.assignee.name] as const] : []),
    ...people.map((it) => [it.accountId, it.name] as const),
  ])
  const by = instantAt(draft.by, zone)
  const past = by !== undefined && Date.parse(by) <= now
  return (
    <>
      <span className="choice-row" ref={field}>
        <Input
          className="promise-what"
          aria-label={say('desk.promise.what')}
          placeholder={say('desk.promise.what')}
          value={draft.what}
          maxLength={100}
          onChange={(event) => onChange({ what: event.target.value })}
        />
        <Select
          className="promise-who"
          aria-label={say('desk.promise.who')}
          value={whoId}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...names].map(([value, label]) => ({ value, label }))}
          onChange={(who: string) => onChange({ who })}
        />
      </span>
      <span className="choice-row" role="group" aria-label={say('desk.promise.by')}>
        <WhenField
          label={say('desk.promise.by')}
          value={draft.by}
          onChange={(wall) => onChange({ by: wall })}
        />
        {soon
          .filter(({ wall }) => ahead(wall))
          .map(({ key, wall }) => (
            <button
              key={key}
              type="button"
              className="choice"
              aria-pressed={draft.by === wall}
              onClick={() => onChange({ by: wall })}
            >
              {say(`desk.promise.${key}`)}
            </button>
          ))}
      </span>
      <span className="choice-row" role="group" aria-label={say('desk.promise.evidence')}>
        <span className="promise-label">{say('desk.promise.evidence')}</span>
        {promiseEvidences.map((each) => (
          <button
            key={each}
            type="button"
            className="choice"
            aria-pressed={(draft.evidence || usualEvidence(view)) === each}
            onClick={() => onChange({ evidence: each })}
          >
            {say(`desk.promise.evidence.${each}`)}
          </button>
        ))}
      </span>
      {past && <p className="form-warn">{say('desk.promise.past')}</p>}
      {by !== undefined && !past && draft.what.trim() !== '' && (
        <p className="promise-hint">
          {say('desk.promise.preview', {
            words: say('desk.promise.sentence', {
              name: names.get(whoId) ?? '',
              when: times.deadline(by),
              what: draft.what.trim(),
            }),
          })}
        </p>
      )}
    </>
  )
}
