import { CloseOutlined, FullscreenOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { BoardMetric } from '@zhanggui/contract'
import { Button } from 'antd'
import { serverNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { figuresQuery, todayQuery } from '../data.ts'
import { lastDays } from '../days.ts'
import { percentOf } from '../percent.ts'
import '../boards.css'

const shown: readonly BoardMetric[] = ['response', 'on_time', 'resolution', 'satisfaction']

/** For the screen on the wall: a few large numbers, readable from across the room, no names and no addresses. */
export function WallScreen() {
  const say = useSay()
  const times = useTimes()
  const navigate = useNavigate()
  const { community, can } = useSession()
  const today = useQuery(todayQuery(community.id))
  const figures = useQuery({
    ...figuresQuery(community.id, lastDays(30, serverNow(), community.timeZone), 'none'),
    refetchInterval: 300_000,
  })
  return (
    <Allowed when={can('board.read')}>
      <div className="board-wall">
        <header>
          <h1>{community.name}</h1>
          <span className="board-wall-acts">
            <Button
              icon={<FullscreenOutlined />}
              onClick={() => void document.documentElement.requestFullscreen?.()}
            >
              {say('board.wall.full')}
            </Button>
            <Button icon={<CloseOutlined />} onClick={() => void navigate({ to: '/boards' })}>
              {say('board.wall.leave')}
            </Button>
          </span>
        </header>
        <Loaded query={today} shape="card">
          {(now) => (
            <>
              <ul className="board-wall-counts">
                {(
                  [
                    ['arrived', now.arrived],
                    ['resolved', now.resolved],
                    ['active', now.active],
                    ['unassigned', now.unassigned],
                    ['late', now.late],
                  ] as const
                ).map(([label, count]) => (
                  <li key={label} data-alarm={label === 'late' && count > 0}>
                    <b className="tabular">{count}</b>
                    <span>{say(`board.today.${label}`)}</span>
                  </li>
                ))}
              </ul>
              <p className="board-wall-time">{say('board.wall.asOf', { when: times.time(now.at) })}</p>
            </>
          )}
        </Loaded>
        <h2>{say('board.wall.last30')}</h2>
        <Loaded query={figures} shape="card">
          {({ rows }) => (
            <ul className="board-wall-figures">
              {shown.map((metric) => {
                const ratio = rows[0]?.metrics[metric] ?? { counted: 0, due: 0 }
                const percent = percentOf(ratio)
                return (
                  <li key={metric}>
                    <b className="tabular">
                      {percent === undefined ? say('board.none') : say('board.perCent', { value: percent })}
                    </b>
                    <span>{say(`board.metric.${metric}`)}</span>
                    <span className="tabular board-wall-of">
                      {percent === undefined
                        ? say('board.noneDue')
                        : say('board.ofDue', { counted: String(ratio.counted), due: String(ratio.due) })}
                    </span>
                  </li>
                )
              })}
            </ul>
          )}
        </Loaded>
      </div>
    </Allowed>
  )
}
