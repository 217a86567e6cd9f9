import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { boardGroups, boardMetrics, type FigureRow } from '@zhanggui/contract'
import { StatePanel } from '@zhanggui/ui'
import { Button, Segmented, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { serverNow } from '../../../shared/now.ts'
import { useTheme } from '../../../shared/preferences.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { figuresQuery, type Opened } from '../data.ts'
import { lastDays } from '../days.ts'
import { saveCsv, saveXlsx, tableOf } from '../export.ts'
import { groupName } from '../group-name.ts'
import { Behind } from '../parts/behind.tsx'
import { FigureTable } from '../parts/figure-table.tsx'
import { percentOf } from '../percent.ts'
import { type FiguresSearch, spans } from '../search.ts'

const route = getRouteApi('/in/boards/figures')
const Chart = lazy(() => import('../parts/chart.tsx').then((it) => ({ default: it.Chart })))

/** The service figures over a span, broken down, as a chart and as a table that opens and can be taken along. */
export function FiguresScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const theme = useTheme()
  const navigate = route.useNavigate()
  const { days = 90, by = 'week', metric = 'on_time' } = route.useSearch()
  const go = (next: FiguresSearch) => void navigate({ search: { days, by, metric, ...next } })
  const span = lastDays(days, serverNow(), community.timeZone)
  const query = useQuery(figuresQuery(community.id, span, by))
  const [opened, setOpened] = useState<Opened>()
  const groups = boardGroups.filter((it) => it !== 'person' || can('board.people'))
  const name = `${say('desk.nav.boards')}-${span.from}-${span.to}`
  const exported = (rows: readonly FigureRow[]) => tableOf(say, rows, by, say(`board.by.${by}`))
  return (
    <>
      <p className="lead">{say('board.figures.lead')}</p>
      <div className="board-choices">
        <Segmented
          aria-label={say('board.span.label')}
          value={days}
          options={spans.map((value) => ({ value, label: say(`board.span.${value}`) }))}
          onChange={(value) => go({ days: value })}
        />
        <Select
          aria-label={say('board.by.label')}
          value={by}
          options={groups.map((value) => ({ value, label: say(`board.by.${value}`) }))}
          onChange={(value) => go({ by: value })}
        />
        <Select
          aria-label={say('board.metric.label')}
          value={metric}
          options={boardMetrics.map((value) => ({ value, label: say(`board.metric.${value}`) }))}
          onChange={(value) => go({ metric: value })}
        />
        <span className="board-export">
          <Button
            disabled={!query.data?.rows.length}
            onClick={() => saveCsv(exported(query.data?.rows ?? []), name)}
          >
            {say('board.export.csv')}
          </Button>
          <Button
            disabled={!query.data?.rows.length}
            onClick={() => {
              saveXlsx(exported(query.data?.rows ?? []), name).catch(() =>
                toast(say('board.export.failed'), 'trouble'),
              )
            }}
          >
            {say('board.export.xlsx')}
          </Button>
        </span>
      </div>
      <Loaded query={query} shape="card" rows={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <StatePanel
              state="empty"
              title={say('board.figures.empty')}
              text={say('board.figures.emptyText')}
            />
          ) : (
            <>
              {by !== 'none' && (
                <section className="card">
                  <Suspense fallback={<div className="board-chart" />}>
                    <Chart
                      rows={rows.map((row) => ({
                        name: groupName(say, by, row),
                        received: row.cases,
                        percent: numberOf(percentOf(row.metrics[metric] ?? { counted: 0, due: 0 })),
                      }))}
                      label={say('board.chart.label', {
                        metric: say(`board.metric.${metric}`),
                        by: say(`board.by.${by}`),
                      })}
                      receivedLabel={say('board.chart.received')}
                      metricLabel={say(`board.metric.${metric}`)}
                      dark={theme === 'dark'}
                    />
                  </Suspense>
                </section>
              )}
              <FigureTable
                rows={rows}
                first={say(`board.by.${by}`)}
                nameOf={(row) => groupName(say, by, row)}
                metric={metric}
                onOpen={(row, of, part) =>
                  setOpened({ metric: of, part, span, by, key: row.key, label: groupName(say, by, row) })
                }
              />
            </>
          )
        }
      </Loaded>
      {opened && <Behind opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

const numberOf = (percent: string | undefined): number | null =>
  percent === undefined ? null : Number(percent)
