import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PromiseFigures, PromiseItem } from '@zhanggui/contract'
import { HowComputed, StatePanel } from '@zhanggui/ui'
import { Button, Checkbox, Table } from 'antd'
import { serverNow } from '../../../shared/now.ts'
import { PromiseStateTag } from '../../../shared/promise-state.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { wallOnDay } from '../../../shared/wall-time.ts'
import { promiseFiguresQuery, type PromiseFilter, promiseListQuery } from '../data.ts'
import { type LedgerSearch, type LedgerTab, ledgerTabs } from '../search.ts'
import './promises.css'

const route = getRouteApi('/in/promises')

/** 承诺台账: every promise made to a resident, next due first, and the share that was kept. */
export function PromisesScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { show: tab = 'open', mine = false, days = 30 } = search
  const from = wallOnDay(1 - days, '00:00', serverNow(), community.timeZone).slice(0, 10)
  const go = (part: LedgerSearch) => void navigate({ search: { ...search, ...part } })
  return (
    <Allowed when={can('promise.read')}>
      <div className="page">
        <header className="page-head">
          <h1>{say('desk.nav.promises')}</h1>
          <span className="page-acts" role="group" aria-label={say('desk.ledger.rate')}>
            {([7, 30, 90] as const).map((each) => (
              <button
                key={each}
                type="button"
                className="ledger-choice"
                aria-pressed={days === each}
                onClick={() => go({ days: each })}
              >
                {say('desk.ledger.days', { days: each })}
              </button>
            ))}
          </span>
        </header>
        <Figures from={from} onOpen={() => go({ show: 'all', mine: false })} />
        <div className="ledger-tabs">
          {ledgerTabs.map((each) => (
            <button
              key={each}
              type="button"
              className="ledger-choice"
              aria-pressed={tab === each}
              onClick={() => go({ show: each })}
            >
              {say(`desk.ledger.state.${each}`)}
            </button>
          ))}
          <Checkbox checked={mine} onChange={(event) => go({ mine: event.target.checked })}>
            {say('desk.ledger.mine')}
          </Checkbox>
        </div>
        <Rows filter={filterOf(community.id, tab, mine, from)} />
      </div>
    </Allowed>
  )
}

function filterOf(communityId: string, tab: LedgerTab, mine: boolean, from: string): PromiseFilter {
  return {
    communityId,
    from,
    ...(mine ? { staffId: 'me' as const } : {}),
    ...(tab === 'all' ? {} : tab === 'asked' ? { change: 'asked' } : { state: tab }),
  }
}

function Figures({ from, onOpen }: { from: string; onOpen: () => void }) {
  const { community } = useSession()
  const query = useQuery(promiseFiguresQuery(community.id, from))
  return (
    <Loaded query={query} shape="text" rows={2}>
      {(figures) => <Shown figures={figures} onOpen={onOpen} />}
    </Loaded>
  )
}

function Shown({ figures, onOpen }: { figures: PromiseFigures; onOpen: () => void }) {
  const say = useSay()
  const times = useTimes()
  const { numerator, denominator } = figures.rate
  const terms = [
    { label: say('desk.ledger.state.kept'), value: figures.due.kept },
    { label: say('desk.ledger.state.kept-late'), value: figures.due.keptLate, part: 'denominator' as const },
    { label: say('desk.ledger.state.broken'), value: figures.due.broken, part: 'denominator' as const },
    {
      label: say('desk.promise.state.renegotiated'),
      value: figures.renegotiated,
      part: 'excluded' as const,
    },
    { label: say('desk.promise.state.withdrawn'), value: figures.withdrawn, part: 'excluded' as const },
  ]
  return (
    <section className="ledger-figures" aria-label={say('desk.ledger.rate')}>
      <div className="ledger-rate">
        <span className="ledger-label">{say('desk.ledger.rate')}</span>
        {denominator === 0 ? (
          <span className="ledger-nothing">{say('desk.ledger.nothingDue')}</span>
        ) : (
          <HowComputed
            label={say('desk.ledger.rate')}
            formula={say('desk.ledger.formula')}
            terms={terms}
            asOf={times.when(figures.at)}
            rows={{ count: denominator, onOpen }}
          >
            <b>{((numerator / denominator) * 100).toFixed(1)}%</b>{' '}
            <span className="ledger-share">{say('desk.ledger.share', { numerator, denominator })}</span>
          </HowComputed>
        )}
      </div>
      <ul className="ledger-parts">
        <li>
          {say('desk.ledger.state.open')} <b>{figures.open}</b>
        </li>
        <li>
          {say('desk.ledger.state.kept-late')} <b>{figures.due.keptLate}</b>
        </li>
        <li data-bad={figures.due.broken > 0 || undefined}>
          {say('desk.ledger.state.broken')} <b>{figures.due.broken}</b>
        </li>
        <li>{say('desk.ledger.renegotiated', { count: figures.renegotiated })}</li>
        <li>{say('desk.ledger.withdrawn', { count: figures.withdrawn })}</li>
        <li>
          {say('desk.ledger.answers', {
            total: figures.answers.total,
            promised: figures.answers.promised,
            notStated: figures.answers.notStated,
          })}
        </li>
      </ul>
      {figures.people.length > 0 && (
        <ul className="ledger-people" aria-label={say('desk.ledger.people')}>
          {figures.people.slice(0, 8).map((it) => (
            <li key={it.who.id}>
              {it.who.name} <b>{say('desk.ledger.share', { numerator: it.kept, denominator: it.due })}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Rows({ filter }: { filter: PromiseFilter }) {
  const say = useSay()
  const times = useTimes()
  const query = useInfiniteQuery(promiseListQuery(filter))
  return (
    <Loaded query={query} rows={8}>
      {(data) => (
        <>
          <Table<PromiseItem>
            size="small"
            rowKey="id"
            dataSource={data.pages.flatMap((page) => page.items)}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{
              emptyText: (
                <StatePanel
                  small
                  state="empty"
                  title={say('desk.ledger.none')}
                  text={say('desk.ledger.noneText')}
                />
              ),
            }}
            columns={[
              {
                key: 'due',
                title: say('desk.ledger.column.due'),
                render: (_: unknown, it) => <span className="tabular">{times.deadline(it.dueAt)}</span>,
              },
              {
                key: 'state',
                title: say('desk.ledger.column.state'),
                render: (_: unknown, it) => <PromiseStateTag state={it.state} />,
              },
              { key: 'who', title: say('desk.ledger.column.who'), render: (_: unknown, it) => it.who.name },
              {
                key: 'what',
                title: say('desk.ledger.column.what'),
                render: (_: unknown, it) => <What it={it} />,
              },
              {
                key: 'case',
                title: say('desk.ledger.column.case'),
                render: (_: unknown, it) => (
                  <Link to="/cases/$id" params={{ id: it.caseId }}>
                    {it.caseNumber}
                    {it.place !== null && ` · ${it.place}`}
                  </Link>
                ),
              },
            ]}
          />
          {query.hasNextPage && (
            <p className="ledger-foot">
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {say('desk.ledger.more')}
              </Button>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}

function What({ it }: { it: PromiseItem }) {
  const say = useSay()
  const times = useTimes()
  return (
    <span className="ledger-what">
      {it.what}
      {it.change?.state === 'asked' && (
        <span className="ledger-wish">
          {say('desk.promise.changeAsked', {
            name: it.change.askedBy,
            when: times.deadline(it.change.dueAt),
            reason: it.change.reason,
          })}
        </span>
      )}
    </span>
  )
}
