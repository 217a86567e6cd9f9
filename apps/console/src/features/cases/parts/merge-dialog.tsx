import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '@zhanggui/contract'
import { StatusTag } from '@zhanggui/ui'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { caseQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { ActTrouble, Loaded } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'

/** Two cases side by side, with what was said and how their clocks stand; one of them goes on. */
export function MergeDialog(props: { view: CaseView; otherId: string; onClose: () => void }) {
  const query = useQuery(caseQuery(props.otherId))
  const say = useSay()
  if (query.data) return <Choose {...props} other={query.data} />
  return (
    <Modal open title={say('desk.merge.title')} footer={null} onCancel={props.onClose}>
      <Loaded query={query} shape="text" rows={4}>
        {() => null}
      </Loaded>
    </Modal>
  )
}

function Choose({ view, other, onClose }: { view: CaseView; other: CaseView; onClose: () => void }) {
  const say = useSay()
  const times = useTimes()
  // The one with the longer history goes on unless somebody chooses the other.
  const [stays, setStays] = useState(other.receivedAt < view.receivedAt ? other.id : view.id)
  const [tell, setTell] = useState(false)
  const act = useAct(view, onClose)
  const target = stays === view.id ? view : other
  const source = stays === view.id ? other : view
  const first = [view.receivedAt, other.receivedAt].toSorted()[0] ?? view.receivedAt
  const merge = () =>
    void act.run(`merge ${source.id} ${target.id} ${String(tell)}`, ({ key }) =>
      api.mergeCase({
        params: { id: source.id },
        body: { intoId: target.id, tellResident: tell, expectedVersion: source.version },
        key,
      }),
    )
  return (
    <Modal
      open
      width={760}
      title={say('desk.merge.title')}
      okText={say('desk.merge.do', { number: target.number })}
      okButtonProps={{ loading: act.busy }}
      cancelText={say('desk.merge.cancel')}
      onOk={merge}
      onCancel={onClose}
    >
      <div className="merge-sides" role="radiogroup" aria-label={say('desk.merge.which')}>
        {[view, other].map((it) => (
          <label key={it.id} data-stays={it.id === stays || undefined}>
            <span>
              <input type="radio" name="stays" checked={it.id === stays} onChange={() => setStays(it.id)} />{' '}
              <strong>{it.number}</strong> <StatusTag status={it.status} />
            </span>
            <span className="muted small">
              {[it.person?.name, it.place?.label, times.when(it.receivedAt)].filter(Boolean).join(' · ')}
            </span>
            <span>{it.text}</span>
            <ol>
              {it.timeline
                .filter((one) => one.text !== null && one.kind !== 'opened')
                .slice(-3)
                .map((one) => (
                  <li key={one.id}>
                    <span className="muted">{say(`event.${one.kind}`)}</span> {one.text}
                  </li>
                ))}
            </ol>
            <ol>
              {it.clocks.map((clock) => (
                <li key={`${clock.kind} ${clock.cycle} ${clock.startedAt}`}>
                  {say(`clock.${clock.kind}`)} · {times.when(clock.startedAt)}
                  {clock.deadline !== null && clock.stoppedAt === null && (
                    <> → {times.deadline(clock.deadline)}</>
                  )}
                </li>
              ))}
            </ol>
          </label>
        ))}
      </div>
      <p>
        {say('desk.merge.result', {
          target: target.number,
          source: source.number,
          when: times.when(first),
        })}
      </p>
      <Checkbox checked={tell} onChange={(event) => setTell(event.target.checked)}>
        {say('desk.merge.tell')}
      </Checkbox>
      <ActTrouble error={act.error} />
      {act.stale && <p role="alert">{say('desk.ties.stale')}</p>}
    </Modal>
  )
}
