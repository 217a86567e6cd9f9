import { useQuery } from '@tanstack/react-query'
import { StatePanel } from '@zhanggui/ui'
import { Segmented } from 'antd'
import { useState } from 'react'
import { serverNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { communitiesQuery } from '../data.ts'
import { lastDays } from '../days.ts'
import { FigureTable } from '../parts/figure-table.tsx'
import { type SpanDays, spans } from '../search.ts'

/** The communities one may see, side by side, by the same formulas. */
export function CommunitiesScreen() {
  const say = useSay()
  const { community } = useSession()
  const [days, setDays] = useState<SpanDays>(90)
  const query = useQuery(communitiesQuery(lastDays(days, serverNow(), community.timeZone)))
  return (
    <>
      <p className="lead">{say('board.communities.lead')}</p>
      <div className="board-choices">
        <Segmented
          aria-label={say('board.span.label')}
          value={days}
          options={spans.map((value) => ({ value, label: say(`board.span.${value}`) }))}
          onChange={setDays}
        />
      </div>
      <Loaded query={query} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <StatePanel state="empty" title={say('board.communities.none')} />
          ) : (
            <FigureTable
              rows={rows}
              first={say('board.communities.column')}
              nameOf={(row) => row.label ?? row.key}
            />
          )
        }
      </Loaded>
    </>
  )
}
