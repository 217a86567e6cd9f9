import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ProcedureView } from '@zhanggui/contract'
import { StatePanel, Tag } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { useSpoken } from '../../../shared/spoken.ts'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { procedureQuery, proceduresQuery } from '../data.ts'
import { ChecklistPreview } from '../parts/checklist-preview.tsx'
import { ProcedureEditor } from '../parts/procedure-editor.tsx'
import { newProcedure } from '../procedure.ts'
import './procedures.css'

/** 作业规程: every procedure with its checklist as the phone shows it, its versions, and the editor for the next one. */
export function ProceduresScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const query = useQuery({ ...proceduresQuery(community.id), enabled: can('procedure.read') })
  return (
    <Allowed when={can('procedure.read')}>
      <Loaded query={query} rows={8}>
        {({ items }) => <Procedures items={items} />}
      </Loaded>
      {query.isPending && <h1 className="zg-unseen">{say('desk.procedure.title')}</h1>}
    </Allowed>
  )
}

function Procedures({ items }: { items: readonly ProcedureView[] }) {
  const say = useSay()
  const spoken = useSpoken()
  const { can } = useSession()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(items[0]?.id)
  const [editing, setEditing] = useState<ProcedureView | undefined>()
  const found = items.filter((it) =>
    [...Object.values(it.name), ...it.words].some((one) =>
      one.toLowerCase().includes(q.trim().toLowerCase()),
    ),
  )
  const shown = items.find((it) => it.id === chosen)
  if (editing) {
    return <ProcedureEditor key={editing.id} present={editing} onClose={() => setEditing(undefined)} />
  }
  return (
    <>
      <div className="card-head">
        <h1>{say('desk.procedure.title')}</h1>
        {can('procedure.publish') && (
          <Button icon={<PlusOutlined />} onClick={() => setEditing(newProcedure())}>
            {say('desk.procedure.new')}
          </Button>
        )}
      </div>
      <p className="lead">{say('desk.procedure.lead')}</p>
      {items.length === 0 ? (
        <StatePanel state="empty" title={say('desk.procedure.none')} text={say('desk.procedure.noneText')} />
      ) : (
        <div className="procedures">
          <div className="procedure-list">
            <Input.Search
              allowClear
              aria-label={say('desk.procedure.find')}
              placeholder={say('desk.procedure.find')}
              value={q}
              onChange={(event) => setQ(event.target.value)}
            />
            <ul>
              {found.map((it) => (
                <li key={it.id}>
                  <button
                    type="button"
                    aria-current={it.id === chosen || undefined}
                    onClick={() => setChosen(it.id)}
                  >
                    <span>{spoken(it.name)}</span>
                    <span className="muted small">
                      {say('desk.procedure.size', { steps: it.steps.length, version: it.version })}
                      {it.retired && ` · ${say('desk.procedure.retired')}`}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {found.length === 0 && <p className="muted">{say('desk.procedure.notFound')}</p>}
          </div>
          {shown && <OneProcedure key={shown.id} newest={shown} onEdit={() => setEditing(shown)} />}
        </div>
      )}
    </>
  )
}

function OneProcedure({ newest, onEdit }: { newest: ProcedureView; onEdit: () => void }) {
  const say = useSay()
  const spoken = useSpoken()
  const times = useTimes()
  const { community, can } = useSession()
  const versions = useQuery({
    ...procedureQuery(community.id, newest.id),
    enabled: newest.version > 1,
  })
  const [version, setVersion] = useState(newest.version)
  const all = versions.data?.items ?? [newest]
  const shown = all.find((it) => it.version === version) ?? newest
  const fits = [
    ...shown.kinds.map((it) => say(`case.kind.${it}`)),
    ...shown.placeKinds.map((it) => say(`place.${it}`)),
  ]
  return (
    <section className="card procedure-one">
      <div className="card-head">
        <h2>{spoken(shown.name)}</h2>
        {can('procedure.publish') && <Button onClick={onEdit}>{say('desk.procedure.edit')}</Button>}
      </div>
      <p>{spoken(shown.purpose)}</p>
      <p className="procedure-tags">
        {fits.map((it) => (
          <Tag key={it} quiet>
            {it}
          </Tag>
        ))}
        {shown.retired && <Tag>{say('desk.procedure.retired')}</Tag>}
      </p>
      {shown.words.length > 0 && (
        <p className="muted small">
          {say('desk.procedure.words')} {shown.words.join(say('desk.list.join'))}
        </p>
      )}
      <p className="muted small">
        {say('desk.procedure.published', {
          version: shown.version,
          when: times.when(shown.publishedAt),
          who: shown.publishedBy,
        })}
      </p>
      {all.length > 1 && (
        <p className="procedure-versions">
          {all.map((it) => (
            <Button
              key={it.version}
              size="small"
              type={it.version === shown.version ? 'primary' : 'default'}
              onClick={() => setVersion(it.version)}
            >
              {say('desk.procedure.version', { version: it.version })}
            </Button>
          ))}
        </p>
      )}
      <ChecklistPreview steps={shown.steps} />
    </section>
  )
}
