import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer } from '@zhanggui/client'
import type { RosterView } from '@zhanggui/contract'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { RosterPreview } from '../parts/roster-preview.tsx'
import './roster.css'

const types: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A roster read from a spreadsheet: chosen, looked at row by row, then taken over, all or the good rows. */
export function RosterScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const client = useQueryClient()
  const [kept, keep, forget] = useDraft(`roster.${community.id}`, none)
  const [applied, setApplied] = useState<Answer<'applyRoster'>>()
  const query = useQuery({
    queryKey: ['roster', kept.id],
    queryFn: ({ signal }) => api.readRoster({ params: { id: kept.id }, signal }),
    enabled: kept.id !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const read = useMutation({
    mutationFn: (file: File) => {
      const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
      return api.previewRoster({
        params: { communityId: community.id },
        query: { fileName: file.name.slice(-200) },
        raw: new Blob([file], { type }),
      })
    },
    onSuccess: (roster: RosterView) => {
      client.setQueryData(['roster', roster.id], roster)
      setApplied(undefined)
      keep({ id: roster.id })
    },
  })
  const restart = () => {
    forget()
    setApplied(undefined)
    read.reset()
  }
  return (
    <Allowed when={can('people.import')}>
      <div className="page">
        <HomesNav />
        <header className="page-head">
          <h1>{say('desk.homes.import')}</h1>
          {kept.id !== '' && (
            <span className="page-acts">
              <Button onClick={restart}>{say('desk.roster.another')}</Button>
            </span>
          )}
        </header>
        {kept.id === '' ? (
          <>
            <DropFile busy={read.isPending} onFile={(file) => read.mutate(file)} />
            <ActTrouble error={read.error} />
            <RosterHelp />
          </>
        ) : applied ? (
          <RosterDone applied={applied} />
        ) : (
          <Loaded query={query} rows={8}>
            {(roster) => (
              <RosterPreview
                roster={roster}
                onApplied={(result) => {
                  setApplied(result)
                  void client.invalidateQueries({ queryKey: ['people'] })
                  void client.invalidateQueries({ queryKey: ['estate'] })
                  void client.invalidateQueries({ queryKey: ['roster'] })
                }}
              />
            )}
          </Loaded>
        )}
      </div>
    </Allowed>
  )
}

const none = { id: '' }

function DropFile(props: { busy: boolean; onFile: (file: File) => void }) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) props.onFile(file)
      }}
    >
      <InboxOutlined />
      <p>{say('desk.roster.drop')}</p>
      <Button type="primary" loading={props.busy} onClick={() => picker.current?.click()}>
        {say('desk.roster.choose')}
      </Button>
      <p className="muted small">{say('desk.roster.formats')}</p>
      <input
        ref={picker}
        hidden
        type="file"
        aria-label={say('desk.roster.choose')}
        accept=".xlsx,.csv"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) props.onFile(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}

function RosterHelp() {
  const say = useSay()
  return (
    <section className="card roster-help">
      <h2>{say('desk.roster.helpTitle')}</h2>
      <ul>
        <li>{say('desk.roster.help1')}</li>
        <li>{say('desk.roster.help2')}</li>
        <li>{say('desk.roster.help3')}</li>
      </ul>
    </section>
  )
}

function RosterDone({ applied }: { applied: Answer<'applyRoster'> }) {
  const say = useSay()
  return (
    <section className="card roster-done">
      <h2>{say('desk.roster.doneTitle')}</h2>
      <dl className="facts">
        {(['homes', 'people', 'residencies', 'skipped'] as const).map((each) => (
          <div key={each} className="facts-row">
            <dt>{say(`desk.roster.done.${each}`)}</dt>
            <dd className="tabular">{applied[each]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/people">{say('desk.roster.toPeople')}</Link>
        {' · '}
        <Link to="/homes">{say('desk.roster.toChart')}</Link>
      </p>
    </section>
  )
}
