import { useQuery } from '@tanstack/react-query'
import type { CaseView, WorkOrderView } from '@zhanggui/contract'
import { Tag } from '@zhanggui/ui'
import { Button, Drawer, Progress } from 'antd'
import { useState } from 'react'
import { useNarrow } from '../../../shared/media.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSpoken } from '../../../shared/spoken.ts'
import { Loaded } from '../../../shared/states.tsx'
import { caseWorkQuery } from '../data.ts'
import { Checklist } from './checklist.tsx'
import { OpenOrder } from './open-order.tsx'
import { QuoteCard } from './quote-card.tsx'
import '../work.css'

/** The work orders of a case: how far each is, its checklist at a touch, and a new one by the procedure that fits. */
export function WorkCard({ view }: { view: CaseView }) {
  const say = useSay()
  const spoken = useSpoken()
  const narrow = useNarrow()
  const query = useQuery(caseWorkQuery(view.id))
  const [open, setOpen] = useState<string | undefined>()
  const [opening, setOpening] = useState(false)
  const nothing =
    query.data !== undefined &&
    query.data.orders.length + query.data.quotes.length === 0 &&
    !query.data.mayOpen
  if (nothing) return null
  const order = query.data?.orders.find((it) => it.id === open)
  return (
    <section className="work-card" aria-label={say('desk.work.title')}>
      <Loaded query={query} shape="text" rows={2} small>
        {(work) => (
          <>
            {work.orders.map((it) => (
              <OrderLine key={it.id} order={it} onOpen={() => setOpen(it.id)} />
            ))}
            {work.mayOpen && !opening && (
              <div className="work-new">
                <Button onClick={() => setOpening(true)}>{say('desk.work.open')}</Button>
                {work.orders.length === 0 && work.offers[0] && work.offers[0].words.length > 0 && (
                  <span className="muted small">
                    {say('desk.work.suggest', {
                      name: spoken(work.offers[0].name),
                      words: work.offers[0].words.join(say('desk.list.join')),
                    })}
                  </span>
                )}
              </div>
            )}
            <QuoteCard view={view} work={work} />
            {opening && <OpenOrder view={view} offers={work.offers} onClose={() => setOpening(false)} />}
          </>
        )}
      </Loaded>
      <Drawer
        open={order !== undefined}
        onClose={() => setOpen(undefined)}
        size={narrow ? '100%' : 520}
        title={order && say('desk.work.order', { seq: order.seq, name: spoken(order.procedure.name) })}
        closable={{ 'aria-label': say('ui.close') }}
        destroyOnHidden
      >
        {order && <Checklist order={order} caseId={view.id} onFinished={() => setOpen(undefined)} />}
      </Drawer>
    </section>
  )
}

function OrderLine({ order, onOpen }: { order: WorkOrderView; onOpen: () => void }) {
  const say = useSay()
  const spoken = useSpoken()
  const { progress } = order
  const next = order.steps.find((it) => it.state === 'waiting')
  return (
    <div className="work-line">
      <div className="work-line-head">
        <b>{say('desk.work.order', { seq: order.seq, name: spoken(order.procedure.name) })}</b>
        <Tag quiet={order.state !== 'open'}>{say(`work.${order.state}`)}</Tag>
        <span className="muted small">{order.assignee.name}</span>
      </div>
      <div className="work-line-foot">
        <Progress
          percent={Math.round((100 * progress.settled) / progress.steps)}
          showInfo={false}
          size="small"
          aria-label={say('desk.work.progress', { settled: progress.settled, steps: progress.steps })}
        />
        <span className="small tabular">
          {say('desk.work.progress', { settled: progress.settled, steps: progress.steps })}
        </span>
        <Button type={order.may.record ? 'primary' : 'default'} onClick={onOpen}>
          {say(order.may.record ? 'desk.work.go' : 'desk.work.look')}
        </Button>
      </div>
      {order.state === 'open' && next && (
        <p className="muted small">{say('desk.work.next', { step: spoken(next.title) })}</p>
      )}
      {order.dropReason && <p className="muted small">{order.dropReason}</p>}
    </div>
  )
}
