import type { CaseView, PromiseView } from '@zhanggui/contract'
import { ClockRing, useClockCaption } from '@zhanggui/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useNow } from '../../../shared/now.ts'
import { PromiseStateTag } from '../../../shared/promise-state.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useAct } from '../data.ts'
import { PromiseDialog, type PromiseDialogKind } from './promise-dialog.tsx'
import './promise.css'

/** What was promised on this case and where it stands: what runs and what was broken; what is settled, folded. */
export function PromiseBar({ view }: { view: CaseView }) {
  const say = useSay()
  if (view.promises.length === 0) return null
  const waits = (it: PromiseView) => it.state === 'open' || it.state === 'broken'
  const order = (it: PromiseView) => (it.state === 'open' ? 0 : 1)
  const waiting = view.promises.filter(waits).toSorted((a, b) => order(a) - order(b))
  const settled = view.promises.filter((it) => !waits(it))
  return (
    <div className="promises" tabIndex={0} role="group" aria-label={say('desk.promise.bar')}>
      <ul aria-label={say('desk.promise.bar')}>
        {waiting.map((it) => (
          <OnePromise key={it.id} view={view} it={it} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details open={waiting.length === 0 && settled.length < 3}>
          <summary>{say('desk.promise.settled', { count: settled.length })}</summary>
          <ul aria-label={say('desk.promise.settled', { count: settled.length })}>
            {settled.map((it) => (
              <OnePromise key={it.id} view={view} it={it} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function OnePromise({ view, it }: { view: CaseView; it: PromiseView }) {
  const say = useSay()
  const times = useTimes()
  const { can, me } = useSession()
  const [dialog, setDialog] = useState<PromiseDialogKind>()
  const act = useAct(view, () => undefined)
  const mayWork = can('case.reply')
  const waiting = it.change?.state === 'asked' || it.change?.state === 'offered'
  const others = (id: string | null) => can('promise.decide') && id !== me.account.id
  const decide = async (verdict: 'approve' | 'refuse') => {
    const done = await act.run(verdict, ({ key, expectedVersion }) =>
      api.decidePromiseChange({
        params: { id: view.id, promiseId: it.id },
        body: { verdict, expectedVersion },
        key,
      }),
    )
    if (done) toast(say(`desk.promise.done.change-${verdict === 'approve' ? 'approved' : 'refused'}`))
  }
  return (
    <li className="promise" data-state={it.state}>
      {it.state === 'open' ? <Running it={it} /> : <PromiseStateTag state={it.state} />}
      <span className="promise-words">
        <b>{it.who.name}</b> {say('desk.promise.until', { when: times.deadline(it.dueAt) })} · {it.what}
        <span className="promise-note">
          {say('desk.promise.evidence')} {say(`desk.promise.evidence.${it.evidence}`)}
          {it.reference !== null && ` · ${say('desk.promise.basis', { reference: it.reference })}`}
          {it.settledAt !== null && it.state !== 'broken' && ` · ${times.deadline(it.settledAt)}`}
        </span>
        {it.change && <Change change={it.change} />}
      </span>
      <span className="promise-acts">
        {it.state === 'open' && it.change?.state === 'asked' && others(it.change.askedById) && (
          <>
            <Button size="small" type="primary" loading={act.busy} onClick={() => void decide('approve')}>
              {say('desk.promise.approve')}
            </Button>
            <Button size="small" disabled={act.busy} onClick={() => void decide('refuse')}>
              {say('desk.promise.refuse')}
            </Button>
          </>
        )}
        {mayWork && (it.state === 'open' || it.state === 'broken') && (
          <Button size="small" onClick={() => setDialog('keep')}>
            {say('desk.promise.keep')}
          </Button>
        )}
        {mayWork && it.state === 'open' && !waiting && (
          <Button size="small" onClick={() => setDialog('ask')}>
            {say('desk.promise.ask')}
          </Button>
        )}
        {it.state === 'open' && others(it.who.id) && (
          <Button size="small" type="text" onClick={() => setDialog('withdraw')}>
            {say('desk.promise.withdraw')}
          </Button>
        )}
      </span>
      <ActTrouble error={act.error} />
      {dialog && <PromiseDialog kind={dialog} view={view} it={it} onClose={() => setDialog(undefined)} />}
    </li>
  )
}

/** The time left as a ring, by the clock on the wall: a promise knows no office hours. */
function Running({ it }: { it: PromiseView }) {
  const say = useSay()
  const caption = useClockCaption()
  const now = useNow(1)
  const [made, due] = [Date.parse(it.madeAt), Date.parse(it.dueAt)]
  const left = (due - now) / 1000
  const used = due > made ? Math.min(1, Math.max(0, (now - made) / (due - made))) : 1
  const tone = left < 0 ? 'late' : used >= 0.75 ? 'soon' : 'ok'
  return (
    <ClockRing
      used={used}
      tone={tone}
      label={say('desk.promise.state.open')}
      caption={caption(tone, Math.abs(left))}
    />
  )
}

const changeWords = {
  asked: 'desk.promise.changeAsked',
  offered: 'desk.promise.changeOffered',
  objected: 'desk.promise.changeObjected',
  refused: 'desk.promise.changeRefused',
  lapsed: 'desk.promise.changeLapsed',
  agreed: 'desk.promise.changeAgreed',
} as const

function Change({ change }: { change: NonNullable<PromiseView['change']> }) {
  const say = useSay()
  const times = useTimes()
  return (
    <span className="promise-note" data-change={change.state}>
      {say(changeWords[change.state], {
        name: change.askedBy,
        when: times.deadline(change.dueAt),
        reason: change.reason,
      })}
    </span>
  )
}
