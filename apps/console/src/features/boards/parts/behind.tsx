import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StatePanel } from '@zhanggui/ui'
import { Button, Drawer } from 'antd'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { behindQuery, type Opened } from '../data.ts'

/** The cases behind a figure, in a drawer beside it. */
export function Behind({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const say = useSay()
  const times = useTimes()
  const { community } = useSession()
  const query = useInfiniteQuery(behindQuery(community.id, opened))
  const title = say('board.rowsOf', {
    metric: say(`board.metric.${opened.metric}`),
    part: say(`board.term.${opened.metric}.${opened.part}`),
  })
  return (
    <Drawer open title={title} onClose={onClose} size={460}>
      <p className="muted small board-behind-of">{opened.label}</p>
      <Loaded query={query} rows={6}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items)
          if (items.length === 0) return <StatePanel small state="empty" title={say('board.noRows')} />
          return (
            <>
              <ul className="board-behind">
                {items.map((it) => (
                  <li key={it.id}>
                    <Link to="/cases/$id" params={{ id: it.id }}>
                      <span className="tabular">{it.number}</span> {say(`case.kind.${it.kind}`)} ·{' '}
                      {say(`case.status.${it.status}`)}
                    </Link>
                    <p className="board-behind-text">{it.text}</p>
                    <p className="muted small">
                      {[it.place?.label, it.assignee, times.when(it.receivedAt)]
                        .filter((each) => each !== undefined && each !== null)
                        .join(' · ')}
                    </p>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {say('board.more')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </Drawer>
  )
}
