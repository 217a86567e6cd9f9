import type { CaseAction, CaseView } from '@zhanggui/contract'
import { Button, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { hasDraft } from '../../../shared/draft.ts'
import { useKeys } from '../../../shared/keys.ts'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useAct } from '../data.ts'
import { AssignForm } from './assign-form.tsx'
import { DeclineForm } from './decline-form.tsx'
import { type DockMode, dockModes, type FormProps, StaleNotice } from './form-parts.tsx'
import { PauseForm } from './pause-form.tsx'
import { ResolveForm } from './resolve-form.tsx'
import { CallBackForm, ReclassifyForm, ReopenForm, RulingForm } from './verify-forms.tsx'
import { AppointForm, ArriveForm } from './visit-forms.tsx'
import { WriteForm } from './write-form.tsx'
import './dock.css'

const keyOf: Partial<Record<CaseAction, string>> = {
  reply: 'r',
  note: 'n',
  assign: 'a',
  pause: 'w',
  resume: 'w',
  resolve: 's',
}

const forms: Record<DockMode, (props: FormProps & { promising: boolean }) => ReactNode> = {
  reply: ({ promising, ...props }) => <WriteForm {...props} kind="reply" promising={promising} />,
  note: ({ promising: _promising, ...props }) => <WriteForm {...props} kind="note" />,
  assign: ({ promising: _promising, ...props }) => <AssignForm {...props} />,
  pause: ({ promising: _promising, ...props }) => <PauseForm {...props} />,
  resolve: ({ promising: _promising, ...props }) => <ResolveForm {...props} />,
  decline: ({ promising: _promising, ...props }) => <DeclineForm {...props} />,
  appoint: ({ promising: _promising, ...props }) => <AppointForm {...props} />,
  arrive: ({ promising: _promising, ...props }) => <ArriveForm {...props} />,
  'call-back': ({ promising: _promising, ...props }) => <CallBackForm {...props} />,
  reopen: ({ promising: _promising, ...props }) => <ReopenForm {...props} />,
  reclassify: ({ promising: _promising, ...props }) => <ReclassifyForm {...props} />,
  'rule-on-appeal': ({ promising: _promising, ...props }) => <RulingForm {...props} />,
}

/** What needs no words: done at the press of a button. */
const callOf = { accept: api.acceptCase, resume: api.resumeCase, acknowledge: api.acknowledgeCase }
type AtOnce = keyof typeof callOf
const isAtOnce = (action: CaseAction): action is AtOnce => action in callOf

/** Where one acts on the case: writing to the resident and among ourselves kept apart, then only what is allowed now. */
export function Dock({
  view,
  onActed,
  startWith,
}: {
  view: CaseView
  onActed: () => void
  startWith?: DockMode
}) {
  const say = useSay()
  const may = (action: CaseAction) => view.actions.includes(action)
  const writing = (['reply', 'note'] as const).filter(may)
  const acting = (
    [
      'acknowledge',
      'accept',
      'assign',
      'appoint',
      'arrive',
      'pause',
      'resume',
      'resolve',
      'call-back',
      'reopen',
      'reclassify',
      'decline',
      'rule-on-appeal',
    ] as const
  ).filter(may)
  // The next step of the usual course stands out: take it on, send somebody, go on, finish.
  const main = (
    ['accept', 'resume', ...(view.assignee ? [] : (['assign'] as const)), 'resolve'] as const
  ).find(may)
  const [chosen, setChosen] = useState<DockMode | undefined>(startWith)
  // The key for promising opens the reply with its promise first.
  const [promising, setPromising] = useState(false)
  const mode = chosen !== undefined && may(chosen) ? chosen : undefined
  const at = useAct(view, onActed)

  const done = (finished: DockMode) => {
    setChosen(undefined)
    toast(say(`desk.done.${finished}`))
    onActed()
  }
  const atOnce = async (action: AtOnce) => {
    const call = callOf[action]
    const did = await at.run(action, ({ key, expectedVersion }) =>
      call({ params: { id: view.id }, body: { expectedVersion }, key }),
    )
    if (did) toast(say(`desk.done.${action}`))
  }
  const begin = (action: CaseAction) => {
    setPromising(false)
    if (isAtOnce(action)) void atOnce(action)
    else setChosen(dockModes.find((each) => each === action))
  }
  const promise = () => {
    setChosen('reply')
    setPromising(true)
  }
  useKeys({
    ...Object.fromEntries(
      [...writing, ...acting].flatMap((action) => {
        const key = keyOf[action]
        return key === undefined ? [] : [[key, () => begin(action)]]
      }),
    ),
    ...(may('reply') ? { p: promise } : {}),
  })

  if (writing.length + acting.length === 0) return <p className="dock-none">{say('desk.dock.none')}</p>
  return (
    <section className="dock" aria-label={say('desk.dock.label')} data-mode={mode ?? 'closed'}>
      {at.stale && <StaleNotice />}
      <div className="dock-bar">
        <span className="dock-write" role="group" aria-label={say('desk.dock.write')}>
          {writing.map((each) => (
            <button
              key={each}
              type="button"
              className="dock-tab"
              data-kind={each}
              aria-pressed={mode === each}
              onClick={() => setChosen(mode === each ? undefined : each)}
            >
              {say(`desk.act.${each}`)}
              {mode !== each && hasDraft(`${view.id}.${each}`) && (
                <span className="dock-draft">{say('desk.dock.draft')}</span>
              )}
              <kbd aria-hidden>{keyOf[each]?.toUpperCase()}</kbd>
            </button>
          ))}
        </span>
        <span className="dock-acts" role="group" aria-label={say('desk.dock.acts')}>
          {acting.map((each) => (
            <Tooltip key={each} title={say(`desk.actHint.${each}`)}>
              <Button
                type={each === main && mode === undefined ? 'primary' : 'default'}
                loading={at.busy && isAtOnce(each)}
                aria-pressed={mode === each}
                onClick={() => begin(each)}
              >
                {say(`desk.act.${each}`)}
                {keyOf[each] && <kbd aria-hidden>{keyOf[each].toUpperCase()}</kbd>}
              </Button>
            </Tooltip>
          ))}
        </span>
      </div>
      <ActTrouble error={at.error} />
      {mode !== undefined && (
        <div className="dock-form" key={`${mode}${promising}`}>
          {forms[mode]({ view, promising, onDone: done, onCancel: () => setChosen(undefined) })}
        </div>
      )}
    </section>
  )
}
