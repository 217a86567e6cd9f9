import { ArrowUpOutlined } from '@ant-design/icons'
import { Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { useKeys } from '../../../shared/keys.ts'
import { useSay } from '../../../shared/say.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { useCounts, useQueue } from '../data.ts'
import { type QueueTab, queueTabs } from '../search.ts'
import { Waiting } from './waiting.tsx'
import { QueueRow } from './queue-row.tsx'
import { StatePanel } from '@zhanggui/ui'

type QueueProps = {
  tab: QueueTab
  onTab: (tab: QueueTab) => void
  open: string | undefined
  onOpen: (id: string) => void
  /** Open the first case by itself when none is open. */
  openFirst: boolean
  /** Enter: go into the case that lies open. */
  onEnter: () => void
}

/** The queue by next deadline; j and k walk it. */
export function Queue({ tab, onTab, open, onOpen, openFirst, onEnter }: QueueProps) {
  const say = useSay()
  const { query, shown, fresh, gone, showFresh } = useQueue(tab, open)
  const list = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLLIElement>(null)
  const end = useRef<HTMLDivElement>(null)

  const first = shown?.[0]?.id
  useEffect(() => {
    if (openFirst && open === undefined && first !== undefined) onOpen(first)
  }, [openFirst, open, first, onOpen])
  useEffect(() => {
    if (open !== undefined) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const step = (by: number) => {
    if (!shown || shown.length === 0) return
    const at = shown.findIndex((item) => item.id === open)
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
    if (next) onOpen(next.id)
  }
  useKeys({ j: () => step(1), k: () => step(-1), Enter: onEnter })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    const mark = end.current
    if (!mark || !hasNextPage || isFetchingNextPage) return
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void fetchNextPage()
    })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  return (
    <section className="queue" aria-label={say('desk.queue.label')}>
      <QueueTabs tab={tab} onTab={onTab} />
      <Waiting onOpen={onOpen} />
      <div className="queue-list" ref={list}>
        {fresh > 0 && (
          <button
            type="button"
            className="queue-fresh"
            onClick={() => {
              showFresh()
              list.current?.scrollTo({ top: 0 })
            }}
          >
            <ArrowUpOutlined /> {say('desk.queue.fresh', { count: fresh })}
          </button>
        )}
        <Loaded query={query} rows={6}>
          {() =>
            shown?.length === 0 ? (
              <StatePanel
                state="empty"
                title={say(`desk.queue.empty.${tab}`)}
                text={say('desk.queue.emptyText')}
              />
            ) : (
              <ul>
                {shown?.map((item) => (
                  <QueueRow
                    key={item.id}
                    item={item}
                    open={item.id === open}
                    gone={gone.has(item.id)}
                    onOpen={onOpen}
                    {...(item.id === open ? { rowRef: row } : {})}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        <div ref={end} className="queue-end">
          {isFetchingNextPage && <Spin size="small" />}
        </div>
      </div>
    </section>
  )
}

function QueueTabs(props: { tab: QueueTab; onTab: (tab: QueueTab) => void }) {
  const say = useSay()
  const counts = useCounts()
  return (
    <div className="queue-tabs" role="group" aria-label={say('desk.queue.tabs')}>
      {queueTabs.map((each) => (
        <button key={each} type="button" aria-pressed={each === props.tab} onClick={() => props.onTab(each)}>
          {say(`desk.queue.tab.${each}`)}
          {/* A count that could not be fetched is left out: it must not look like none. */}
          {counts.data && <b>{counts.data[each]}</b>}
        </button>
      ))}
    </div>
  )
}
