import { DownloadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CaseItem } from '@zhanggui/contract'
import { StatePanel } from '@zhanggui/ui'
import { Button, Table } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { saveText, toCsv } from '../../../shared/csv.ts'
import { serverNow } from '../../../shared/now.ts'
import { type CaseFilter, caseListQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { wallOf } from '../../../shared/wall-time.ts'
import { CaseFilters } from '../parts/case-filters.tsx'
import { type ColumnName, columnNames, columns, usualColumns } from '../parts/columns.tsx'
import { ColumnChoice, ViewChoice } from '../parts/list-choices.tsx'
import { keepColumns, keptColumns } from '../saved-views.ts'
import type { CaseSearch } from '../search.ts'
import './case-list.css'

const route = getRouteApi('/in/cases')
const pageSize = 50

/** The list of cases: filtered, in pages, with the columns one wants, and to take along as a file. */
export function CaseListScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [shown, setShown] = useState(() => keptColumns(usualColumns, columnNames))
  const query = useInfiniteQuery(caseListQuery(filterOf(search, community.id), pageSize))
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const go = useCallback((next: CaseSearch) => void navigate({ search: next }), [navigate])
  const showColumns = (next: ColumnName[]) => {
    setShown(next)
    keepColumns(next)
  }

  return (
    <Allowed when={can('case.read')}>
      <div className="page">
        <header className="page-head">
          <h1>{say('desk.nav.cases')}</h1>
          <span className="page-acts">
            <ViewChoice
              now={{ search, columns: shown }}
              onChoose={(view) => {
                showColumns(columnNames.filter((each) => view.columns.includes(each)))
                go(view.search)
              }}
            />
            <ColumnChoice shown={shown} onChange={showColumns} />
            <Button
              icon={<DownloadOutlined />}
              disabled={items.length === 0}
              title={say('desk.list.exportHint')}
              onClick={() => {
                const day = wallOf(serverNow(), community.timeZone).slice(0, 10)
                saveText(
                  csvOf(items, shown, say, community.timeZone),
                  `${say('desk.nav.cases')}-${day}.csv`,
                  'text/csv;charset=utf-8',
                )
              }}
            >
              {say('desk.list.export')}
            </Button>
          </span>
        </header>
        <CaseFilters search={search} onChange={go} />
        <Loaded query={query} rows={8}>
          {() => (
            <>
              <Table<CaseItem>
                size="small"
                rowKey="id"
                dataSource={items}
                pagination={false}
                scroll={{ x: 'max-content' }}
                rowClassName={(item) =>
                  item.due && Date.parse(item.due.at) < serverNow() ? 'case-row-late' : ''
                }
                locale={{
                  emptyText: (
                    <StatePanel
                      small
                      state="empty"
                      title={say('desk.list.none')}
                      text={say('desk.list.noneText')}
                    />
                  ),
                }}
                columns={shown.map((name) => ({
                  key: name,
                  title: say(`desk.column.${name}`),
                  width: columns[name].width,
                  render: (_: unknown, item: CaseItem) => columns[name].show(item),
                }))}
              />
              {items.length > 0 && (
                <p className="list-foot">
                  <span className="muted tabular">
                    {query.hasNextPage
                      ? say('desk.list.shownMore', { count: items.length })
                      : say('desk.list.shownAll', { count: items.length })}
                  </span>
                  {query.hasNextPage && (
                    <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                      {say('desk.list.more')}
                    </Button>
                  )}
                </p>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Allowed>
  )
}

function filterOf(search: CaseSearch, communityId: string): CaseFilter {
  return {
    communityId,
    ...(search.status ? { status: search.status.join(',') } : {}),
    ...(search.kind ? { kind: search.kind.join(',') } : {}),
    ...(search.assignee ? { assignee: search.assignee } : {}),
    ...(search.late ? { late: 'true' as const } : {}),
    ...(search.escalated ? { escalated: 'true' as const } : {}),
    ...(search.q ? { q: search.q } : {}),
    ...(search.placeId ? { placeId: search.placeId } : {}),
    ...(search.personId ? { personId: search.personId } : {}),
    sort: search.sort ?? 'newest',
  }
}

/** What is on screen as a file, in the same columns; times on the community's clock. */
function csvOf(
  items: readonly CaseItem[],
  shown: readonly ColumnName[],
  say: ReturnType<typeof useSay>,
  zone: string,
): string {
  const instant = /^\d{4}-\d\d-\d\dT.*Z$/
  const cell = (text: string) =>
    instant.test(text) ? wallOf(Date.parse(text), zone).replace('T', ' ') : text
  return toCsv([
    shown.map((name) => say(`desk.column.${name}`)),
    ...items.map((item) => shown.map((name) => cell(columns[name].plain(item, say)))),
  ])
}
