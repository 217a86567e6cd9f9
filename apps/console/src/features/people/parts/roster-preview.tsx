import { useMutation } from '@tanstack/react-query'
import type { Answer } from '@zhanggui/client'
import type { RosterView } from '@zhanggui/contract'
import { formatArea } from '@zhanggui/messages'
import { StatePanel, Tag, type TagTone } from '@zhanggui/ui'
import { Button, Modal, Table } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'

type Row = RosterView['rows'][number]
type Outcome = Row['outcome']
const outcomes = ['error', 'duplicate', 'change', 'new', 'same'] as const satisfies Outcome[]
const tones: Record<Outcome, TagTone> = {
  error: 'danger',
  duplicate: 'soon',
  change: 'info',
  new: 'primary',
  same: 'neutral',
}

/** What a roster would do, row by row; nothing is taken over before the person says so. */
export function RosterPreview(props: {
  roster: RosterView
  onApplied: (result: Answer<'applyRoster'>) => void
}) {
  const say = useSay()
  const { roster, onApplied } = props
  const { counts } = roster
  const [only, setOnly] = useState<Outcome | undefined>(counts.error > 0 ? 'error' : undefined)
  const [asking, setAsking] = useState<'all' | 'good-rows'>()
  const rows = useMemo(
    () => (only === undefined ? roster.rows : roster.rows.filter((row) => row.outcome === only)),
    [roster.rows, only],
  )
  const apply = useMutation({
    mutationFn: (mode: 'all' | 'good-rows') => api.applyRoster({ params: { id: roster.id }, body: { mode } }),
    onSuccess: onApplied,
    onSettled: () => setAsking(undefined),
  })
  const bad = counts.error + counts.duplicate
  const good = counts.new + counts.change
  return (
    <>
      <p className="muted">
        {say('desk.roster.source', { file: roster.fileName, sheet: roster.sheet, line: roster.headerLine })}
      </p>
      <div className="roster-counts" role="group" aria-label={say('desk.roster.filter')}>
        <button type="button" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>
          <b className="tabular">{counts.rows}</b>
          <span>{say('desk.roster.rows')}</span>
        </button>
        {outcomes.map((each) => (
          <button
            key={each}
            type="button"
            data-tone={counts[each] > 0 ? tones[each] : undefined}
            aria-pressed={only === each}
            onClick={() => setOnly(only === each ? undefined : each)}
          >
            <b className="tabular">{counts[each]}</b>
            <span>{say(`desk.roster.outcome.${each}`)}</span>
          </button>
        ))}
      </div>
      <Columns roster={roster} />
      {roster.state === 'applied' ? (
        <p className="roster-act">{say('desk.roster.applied')}</p>
      ) : (
        <div className="roster-act">
          <Button type="primary" disabled={good === 0 || bad > 0} onClick={() => setAsking('all')}>
            {say('desk.roster.applyAll', { count: good })}
          </Button>
          {bad > 0 && (
            <Button disabled={good === 0} onClick={() => setAsking('good-rows')}>
              {say('desk.roster.applyGood', { count: good })}
            </Button>
          )}
          <span className="muted small">
            {good === 0
              ? say('desk.roster.nothing')
              : bad > 0
                ? say('desk.roster.badHint', { count: bad })
                : say('desk.roster.goodHint')}
          </span>
          <ActTrouble error={apply.error} />
        </div>
      )}
      {/* Reached by the keyboard, because nothing in it takes the focus by itself. */}
      <div className="roster-table" tabIndex={0} role="region" aria-label={say('desk.roster.result')}>
        <Table<Row>
          size="small"
          rowKey="line"
          dataSource={rows}
          pagination={{ pageSize: 50, showSizeChanger: false, hideOnSinglePage: true }}
          locale={{
            emptyText: <StatePanel small state="empty" title={say('desk.roster.noneOfThese')} text="" />,
          }}
          columns={[
            { key: 'line', title: say('desk.roster.line'), width: 70, render: (_, row) => row.line },
            {
              key: 'outcome',
              title: say('desk.roster.result'),
              width: 110,
              render: (_, row) => (
                <Tag tone={tones[row.outcome]}>{say(`desk.roster.outcome.${row.outcome}`)}</Tag>
              ),
            },
            { key: 'room', title: say('desk.roster.room'), width: 160, render: (_, row) => row.room },
            { key: 'name', title: say('desk.people.name'), width: 110, render: (_, row) => row.name },
            {
              key: 'phone',
              title: say('desk.people.phone'),
              width: 130,
              render: (_, row) => <span className="tabular">{row.phone}</span>,
            },
            {
              key: 'role',
              title: say('desk.residency.role'),
              width: 90,
              render: (_, row) => row.role && say(`role.${row.role}`),
            },
            {
              key: 'area',
              title: say('desk.home.area'),
              width: 110,
              render: (_, row) =>
                row.area !== null && <span className="tabular">{formatArea(row.area)}</span>,
            },
            {
              key: 'problems',
              title: say('desk.roster.problems'),
              render: (_, row) => <Problems row={row} />,
            },
          ]}
        />
      </div>
      {roster.rows.length < counts.rows && (
        <p className="muted small">{say('desk.roster.partShown', { count: roster.rows.length })}</p>
      )}
      <Modal
        open={asking !== undefined}
        title={say('desk.roster.confirmTitle')}
        okText={say('desk.roster.confirm')}
        cancelText={say('ui.cancel')}
        confirmLoading={apply.isPending}
        onCancel={() => setAsking(undefined)}
        onOk={() => asking && apply.mutate(asking)}
      >
        <p>
          {say('desk.roster.confirmText', { new: counts.new, change: counts.change })}
          {asking === 'good-rows' && say('desk.roster.confirmSkip', { count: bad })}
        </p>
      </Modal>
    </>
  )
}

/** What is said about a row that is taken all the same. */
const notes: ReadonlySet<string> = new Set(['several_phones', 'no_phone_in_text', 'home_new'])

function Problems({ row }: { row: Row }) {
  const say = useSay()
  if (row.problems.length === 0) return null
  return (
    <ul className="roster-problems">
      {row.problems.map((each) => (
        <li key={`${each.column}${each.problem}`} data-note={notes.has(each.problem) || undefined}>
          <b>{say('desk.roster.column', { column: each.column })}</b> {problemOf(say, each.problem)}
          {each.value !== '' && <code>{each.value}</code>}
        </li>
      ))}
    </ul>
  )
}

const problemOf = (say: Say, problem: string): string =>
  say.maybe(`desk.roster.problem.${problem}`) ?? problem

/** How the columns of the sheet were understood. */
function Columns({ roster }: { roster: RosterView }) {
  const say = useSay()
  return (
    <p className="roster-columns">
      <span className="muted">{say('desk.roster.columns')}</span>
      {roster.columns.map((each) => (
        <span key={each.column} data-unknown={each.meaning === null || undefined}>
          {each.heading} →{' '}
          {each.meaning === null
            ? say('desk.roster.unused')
            : (say.maybe(`desk.roster.meaning.${each.meaning}`) ?? each.meaning)}
        </span>
      ))}
    </p>
  )
}
