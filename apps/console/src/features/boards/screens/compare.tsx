import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type BoardMetric, boardMetrics, type Ratio } from '@zhanggui/contract'
import { shareChange } from '@zhanggui/rules/figures'
import { StatePanel } from '@zhanggui/ui'
import { DatePicker, Segmented } from 'antd'
import { useState } from 'react'
import { serverNow } from '../../../shared/now.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { figuresQuery, type Opened } from '../data.ts'
import { around, todayIn } from '../days.ts'
import { Behind } from '../parts/behind.tsx'
import { Figure } from '../parts/figure.tsx'
import { pointsOf } from '../percent.ts'
import { lengths } from '../search.ts'

const route = getRouteApi('/in/boards/compare')

/** Did it help? The same figures before and after a day, with how sure one can be of the difference. */
export function CompareScreen() {
  const say = useSay()
  const { community } = useSession()
  const navigate = route.useNavigate()
  const { date, weeks = 8 } = route.useSearch()
  const today = todayIn(serverNow(), community.timeZone)
  return (
    <>
      <p className="lead">{say('board.compare.lead')}</p>
      <div className="board-choices">
        <label className="board-choice">
          <span>{say('board.compare.date')}</span>
          <DatePicker
            placeholder={date ?? say('board.compare.choose')}
            allowClear={false}
            disabledDate={(day) => day.format('YYYY-MM-DD') > today}
            onChange={(_, chosen) => {
              if (typeof chosen === 'string' && chosen !== '') {
                void navigate({ search: { date: chosen, weeks } })
              }
            }}
          />
        </label>
        <label className="board-choice">
          <span>{say('board.compare.weeks')}</span>
          <Segmented
            value={weeks}
            options={lengths.map((value) => ({ value, label: say(`board.compare.weeks.${value}`) }))}
            onChange={(value) => void navigate({ search: { ...(date ? { date } : {}), weeks: value } })}
          />
        </label>
      </div>
      {date === undefined || date > today ? (
        <StatePanel
          state="empty"
          title={say('board.compare.choose')}
          text={say('board.compare.chooseText')}
        />
      ) : (
        <Compared date={date} weeks={weeks} today={today} />
      )}
    </>
  )
}

function Compared({ date, weeks, today }: { date: string; weeks: number; today: string }) {
  const say = useSay()
  const { community } = useSession()
  const { before, after, cut } = around(date, weeks, today)
  const earlier = useQuery(figuresQuery(community.id, before, 'none'))
  const later = useQuery(figuresQuery(community.id, after, 'none'))
  const [opened, setOpened] = useState<Opened>()
  const open = (span: typeof before, metric: BoardMetric, label: string) => (part: 'counted' | 'missed') =>
    setOpened({ metric, part, span, by: 'none', key: 'all', label })
  const nothing: Ratio = { counted: 0, due: 0 }
  return (
    <>
      <p className="muted small">
        {say('board.compare.spans', {
          beforeFrom: before.from,
          beforeTo: before.to,
          afterFrom: after.from,
          afterTo: after.to,
        })}
        {cut && ` ${say('board.compare.future')}`}
      </p>
      <Loaded query={earlier} rows={7}>
        {(was) => (
          <Loaded query={later} rows={7}>
            {(is) => (
              <div
                className="board-compare-scroll"
                tabIndex={0}
                role="group"
                aria-label={say('board.nav.compare')}
              >
                <table className="board-compare">
                  <thead>
                    <tr>
                      <th scope="col">{say('board.metric.label')}</th>
                      <th scope="col">{say('board.compare.before')}</th>
                      <th scope="col">{say('board.compare.after')}</th>
                      <th scope="col">{say('board.compare.change')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {boardMetrics.map((metric) => {
                      const a = was.rows[0]?.metrics[metric] ?? nothing
                      const b = is.rows[0]?.metrics[metric] ?? nothing
                      return (
                        <tr key={metric}>
                          <th scope="row">{say(`board.metric.${metric}`)}</th>
                          <td>
                            <Figure
                              metric={metric}
                              ratio={a}
                              onOpen={open(before, metric, say('board.compare.before'))}
                            />
                          </td>
                          <td>
                            <Figure
                              metric={metric}
                              ratio={b}
                              onOpen={open(after, metric, say('board.compare.after'))}
                            />
                          </td>
                          <td>
                            <Change metric={metric} before={a} after={b} />
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
      {opened && <Behind opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Change(props: { metric: BoardMetric; before: Ratio; after: Ratio }) {
  const say = useSay()
  const found = shareChange(props.before, props.after)
  if (!found) return <span className="muted">{say('board.compare.tooFew')}</span>
  const { change, interval, sure } = found
  return (
    <span className="board-change" data-tone={sure ? toneOf(props.metric, change) : 'unsure'}>
      <b className="tabular">{say('board.compare.points', { value: pointsOf(change) })}</b>{' '}
      <span>{verdictText(say, props.metric, change, sure)}</span>
      <span className="muted small">
        {say('board.compare.range', { from: pointsOf(interval.from), to: pointsOf(interval.to) })}
      </span>
    </span>
  )
}

/** Rework is the one figure that is better when it falls. */
const toneOf = (metric: BoardMetric, change: number): 'better' | 'worse' =>
  metric === 'rework' ? (change < 0 ? 'better' : 'worse') : change > 0 ? 'better' : 'worse'

const verdictText = (say: Say, metric: BoardMetric, change: number, sure: boolean): string =>
  say(sure ? `board.compare.${toneOf(metric, change)}` : 'board.compare.unsure')
