import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { activeStatuses, type CaseStatus, type Today } from '@zhanggui/contract'
import { StatePanel } from '@zhanggui/ui'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { todayQuery } from '../data.ts'
import { Heat } from '../parts/heat.tsx'

/** What of the case list a number leads to. */
type Cases = { status?: CaseStatus[]; assignee?: string; late?: boolean; sort?: 'newest' }

/** Today at a glance; every number leads to its cases. */
export function TodayScreen() {
  const say = useSay()
  const { community } = useSession()
  const query = useQuery(todayQuery(community.id))
  return (
    <Loaded query={query} shape="card" rows={6}>
      {(today) => (
        <>
          <TodayNumbers today={today} />
          <div className="board-two">
            <section className="card">
              <h2>{say('board.today.waiting')}</h2>
              <Waiting today={today} />
            </section>
            <section className="card">
              <h2>{say('board.today.repeats')}</h2>
              <p className="muted small">{say('board.today.repeatsLead')}</p>
              <Repeats today={today} />
            </section>
          </div>
          <section className="card">
            <h2>{say('board.today.heat')}</h2>
            <p className="muted small">{say('board.today.heatLead')}</p>
            <Heat heat={today.heat} />
          </section>
        </>
      )}
    </Loaded>
  )
}

function TodayNumbers({ today }: { today: Today }) {
  const say = useSay()
  const times = useTimes()
  const active: Cases = { status: [...activeStatuses] }
  const tiles: { label: string; count: number; search: Cases; note?: string; alarm?: boolean }[] = [
    {
      label: say('board.today.arrived'),
      count: today.arrived,
      search: { sort: 'newest' },
      note: say('board.today.usual', { count: (today.usualHundredths / 100).toFixed(0) }),
    },
    { label: say('board.today.resolved'), count: today.resolved, search: { status: ['resolved', 'closed'] } },
    { label: say('board.today.late'), count: today.late, search: { ...active, late: true }, alarm: true },
    {
      label: say('board.today.unassigned'),
      count: today.unassigned,
      search: { ...active, assignee: 'none' },
    },
    { label: say('board.today.awaiting'), count: today.awaitingResident, search: { status: ['resolved'] } },
    { label: say('board.today.active'), count: today.active, search: active },
  ]
  return (
    <>
      <ul className="board-tiles">
        {tiles.map((tile) => (
          <li key={tile.label} data-alarm={tile.alarm === true && tile.count > 0}>
            <Link to="/cases" search={tile.search}>
              <span className="board-tile-label">{tile.label}</span>
              <span className="board-tile-count tabular">{tile.count}</span>
              {tile.note !== undefined && <span className="muted small">{tile.note}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted small">{say('board.wall.asOf', { when: times.time(today.at) })}</p>
    </>
  )
}

function Waiting({ today }: { today: Today }) {
  const say = useSay()
  const most = Math.max(1, ...today.waiting.map((it) => it.cases))
  if (today.waiting.length === 0) {
    return <StatePanel small state="empty" title={say('board.today.waitingNone')} />
  }
  return (
    <ul className="board-bars">
      {today.waiting.map((it) => (
        <li key={it.reason}>
          <span>{say(`pause.${it.reason}`)}</span>
          <i aria-hidden style={{ width: `${(it.cases / most) * 100}%` }} />
          <b className="tabular">{it.cases}</b>
        </li>
      ))}
    </ul>
  )
}

function Repeats({ today }: { today: Today }) {
  const say = useSay()
  if (today.repeats.length === 0) {
    return <StatePanel small state="empty" title={say('board.today.repeatsNone')} />
  }
  return (
    <ul className="board-repeats">
      {today.repeats.map((it) => (
        <li key={`${it.place.id} ${it.kind}`}>
          <Link to="/cases" search={{ placeId: it.place.id, kind: [it.kind] }}>
            {say('board.today.repeatLine', { place: it.place.label, kind: say(`case.kind.${it.kind}`) })}
          </Link>
          <b className="tabular">{say('board.cases', { count: it.cases })}</b>
        </li>
      ))}
    </ul>
  )
}
