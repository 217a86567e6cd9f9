import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseView } from '@zhanggui/contract'
import { StatusTag } from '@zhanggui/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { suggestionQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { type Act, useAct } from '../data.ts'
import './case-ties.css'

const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }))
const nothing = () => undefined

/** What a case has to do with others: where it went, what came to it, what may be the same, what is related. */
export function CaseTies({ view }: { view: CaseView }) {
  const say = useSay()
  const { can } = useSession()
  const act = useAct(view, nothing)
  const [merging, setMerging] = useState<string | undefined>()
  const may = can('case.merge')
  const unmerge = (id: string) =>
    void act.run(`unmerge ${id}`, ({ key }) => api.unmergeCase({ params: { id }, body: {}, key }))
  return (
    <div className="case-ties">
      {view.mergedInto && (
        <p className="case-tie">
          {say('desk.ties.goesOn')} <CaseLink id={view.mergedInto.id} number={view.mergedInto.number} />
          {view.actions.includes('unmerge') && <Back act={act} onClick={() => unmerge(view.id)} />}
        </p>
      )}
      {view.mergedFrom.map((it) => (
        <p className="case-tie" key={it.id}>
          {say('desk.ties.cameHere')} <CaseLink id={it.id} number={it.number} />
          {may && <Back act={act} onClick={() => unmerge(it.id)} />}
        </p>
      ))}
      {view.links.map((it) => (
        <p className="case-tie" key={it.id}>
          <StatusTag status={it.status} /> <CaseLink id={it.id} number={it.number} />
          <span className="case-tie-words">{it.text}</span>
          {may && (
            <Button
              size="small"
              type="text"
              disabled={act.busy}
              onClick={() => void relate(act, view.id, it.id, true)}
            >
              {say('desk.ties.unrelate')}
            </Button>
          )}
        </p>
      ))}
      {view.status !== 'merged' && may && (
        <MayBeSame view={view} act={act} onMerge={(id) => setMerging(id)} />
      )}
      {(view.recontacts > 0 || view.actions.includes('urge')) && (
        <p className="case-tie">
          {view.recontacts > 0 && <strong>{say('desk.ties.urged', { count: view.recontacts })}</strong>}
          {view.actions.includes('urge') && (
            <Button
              size="small"
              disabled={act.busy}
              onClick={() =>
                void act.run('urge', ({ key }) => api.urgeCase({ params: { id: view.id }, body: {}, key }))
              }
            >
              {say('desk.ties.urge')}
            </Button>
          )}
        </p>
      )}
      {view.followers > 0 && (
        <p className="muted small">{say('desk.suggest.followers', { count: view.followers })}</p>
      )}
      <ActTrouble error={act.error} />
      {act.stale && <p role="alert">{say('desk.ties.stale')}</p>}
      <Suspense>
        {merging !== undefined && (
          <MergeDialog view={view} otherId={merging} onClose={() => setMerging(undefined)} />
        )}
      </Suspense>
    </div>
  )
}

const relate = (act: Act, id: string, otherId: string, end: boolean) =>
  act.run(`relate ${otherId} ${String(end)}`, async ({ key }) => {
    await api.relateCase({ params: { id }, body: { otherId, end }, key })
    return { id, number: '', status: 'open', version: 0, at: '' }
  })

function CaseLink({ id, number }: { id: string; number: string }) {
  return (
    <Link to="/cases/$id" params={{ id }}>
      {number}
    </Link>
  )
}

function Back({ act, onClick }: { act: Act; onClick: () => void }) {
  const say = useSay()
  return (
    <Button size="small" disabled={act.busy} onClick={onClick}>
      {say('desk.ties.unmerge')}
    </Button>
  )
}

/** Open cases of the same matter near there: to merge when it is the same household, else to relate. */
function MayBeSame(props: { view: CaseView; act: Act; onMerge: (id: string) => void }) {
  const { view, act } = props
  const say = useSay()
  const times = useTimes()
  const { data } = useQuery(
    suggestionQuery({
      communityId: view.communityId,
      text: view.text,
      ...(view.place ? { placeId: view.place.id } : {}),
      ...(view.person?.id ? { personId: view.person.id } : {}),
    }),
  )
  const tied = new Set([view.id, ...view.links.map((it) => it.id)])
  const others = (data?.duplicates ?? []).filter((it) => !tied.has(it.id))
  if (others.length === 0) return null
  return (
    <>
      <h4>{say('desk.ties.maybe')}</h4>
      <ul>
        {others.map((it) => (
          <li key={it.id}>
            <StatusTag status={it.status} /> <CaseLink id={it.id} number={it.number ?? ''} />
            <span className="muted small"> {times.when(it.receivedAt)}</span>
            <span className="case-tie-words">
              {it.place} {it.text}
            </span>
            <span className="case-tie-acts">
              {(it.distance === 0 || it.whose === 'mine') && (
                <Button size="small" onClick={() => props.onMerge(it.id)}>
                  {say('desk.ties.merge')}
                </Button>
              )}
              <Button
                size="small"
                type="text"
                disabled={act.busy}
                onClick={() => void relate(act, view.id, it.id, false)}
              >
                {say('desk.ties.relate')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
