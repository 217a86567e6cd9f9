import { type BoardMetric, boardMetrics, type FigureRow } from '@zhanggui/contract'
import { Table, Tooltip } from 'antd'
import { useSay } from '../../../shared/say.tsx'
import { percentOf } from '../percent.ts'
import { Figure } from './figure.tsx'

/** Groups by figures; every figure opens. By person, what one would expect of their mix of kinds stands below it. */
export function FigureTable(props: {
  rows: readonly FigureRow[]
  first: string
  nameOf: (row: FigureRow) => string
  metric?: BoardMetric
  onOpen?: (row: FigureRow, metric: BoardMetric, part: 'counted' | 'missed') => void
}) {
  const say = useSay()
  const { rows, nameOf, onOpen } = props
  return (
    <Table<FigureRow>
      size="small"
      rowKey="key"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'name', title: props.first, fixed: 'left', render: (_: unknown, row) => nameOf(row) },
        {
          key: 'cases',
          title: say('board.received'),
          align: 'right',
          render: (_: unknown, row) => <span className="tabular">{row.cases}</span>,
        },
        ...boardMetrics.map((metric) => ({
          key: metric,
          title: say(`board.metric.${metric}`),
          className: metric === props.metric ? 'board-chosen' : '',
          render: (_: unknown, row: FigureRow) => (
            <>
              <Figure
                metric={metric}
                ratio={row.metrics[metric]}
                {...(onOpen ? { onOpen: (part: 'counted' | 'missed') => onOpen(row, metric, part) } : {})}
              />
              <Expected row={row} metric={metric} />
            </>
          ),
        })),
      ]}
    />
  )
}

function Expected({ row, metric }: { row: FigureRow; metric: BoardMetric }) {
  const say = useSay()
  const due = row.metrics[metric]?.due ?? 0
  const counted = row.expected?.[metric]
  if (counted === undefined || due === 0) return null
  const percent = percentOf({ counted, due })
  return percent === undefined ? null : (
    <Tooltip title={say('board.expectedHint')}>
      <span className="board-expected muted small">
        {say('board.expected')} {say('board.perCent', { value: percent })}
      </span>
    </Tooltip>
  )
}
