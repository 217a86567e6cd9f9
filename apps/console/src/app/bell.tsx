import { BellOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Answer } from '@zhanggui/client'
import { StatePanel } from '@zhanggui/ui'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { api } from '../shared/api.ts'
import { useSay } from '../shared/say.tsx'
import { useTimes } from '../shared/session.tsx'
import { Loaded } from '../shared/states.tsx'
import './bell.css'

type Told = Answer<'listNotifications'>['items'][number]

/** What I was told, newest first: work sent to me, deadlines, escalations. */
export function Bell() {
  const say = useSay()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const query = useQuery({
    queryKey: ['notifications'],
    queryFn: ({ signal }) => api.listNotifications({ signal }),
    refetchInterval: 60_000,
  })
  const read = useMutation({
    mutationFn: (ids: string[]) => api.markNotificationsRead({ body: { ids } }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const unread = query.data?.unread ?? 0
  const fresh = (query.data?.items ?? []).filter((it) => it.readAt === null).map((it) => it.id)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      classNames={{ root: 'bell-panel' }}
      title={
        <span className="bell-head">
          {say('desk.bell.title')}
          {fresh.length > 0 && (
            <Button type="link" size="small" onClick={() => read.mutate(fresh)}>
              {say('desk.bell.readAll')}
            </Button>
          )}
        </span>
      }
      content={
        <Loaded query={query} rows={4} small>
          {({ items }) =>
            items.length === 0 ? (
              <StatePanel small state="empty" title={say('desk.bell.none')} text="" />
            ) : (
              <ul className="bell-list">
                {items.map((it) => (
                  <BellRow
                    key={it.id}
                    it={it}
                    onOpen={() => {
                      setOpen(false)
                      if (it.readAt === null) read.mutate([it.id])
                    }}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      }
    >
      <Badge count={unread} size="small" overflowCount={50}>
        <Button
          type="text"
          shape="circle"
          className="top-bell"
          icon={<BellOutlined />}
          aria-label={unread === 0 ? say('desk.bell.title') : say('desk.bell.unread', { count: unread })}
        />
      </Badge>
    </Popover>
  )
}

function BellRow({ it, onOpen }: { it: Told; onOpen: () => void }) {
  const say = useSay()
  const times = useTimes()
  const navigate = useNavigate()
  const urgent = it.kind === 'case-escalated'
  return (
    <li>
      <button
        type="button"
        className="bell-row"
        data-new={it.readAt === null || undefined}
        data-urgent={urgent || undefined}
        onClick={() => {
          onOpen()
          if (it.caseId !== null) void navigate({ to: '/cases/$id', params: { id: it.caseId } })
        }}
      >
        <span className="bell-kind">
          <b>{say(`told.${it.kind}`)}</b>
          <span className="muted tabular">{times.when(it.at)}</span>
        </span>
        <span className="bell-words">
          {it.caseNumber && <span className="tabular">{it.caseNumber}</span>} {it.excerpt}
        </span>
      </button>
    </li>
  )
}
