import type { WorkOrderView, WorkStepView } from '@zhanggui/contract'
import { CheckOutlined, MinusOutlined, SafetyOutlined } from '@ant-design/icons'
import { PhotoStrip } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, photoUrl } from '../../../shared/api.ts'
import { decimalText } from '../../../shared/decimal.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { useSpoken } from '../../../shared/spoken.ts'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useWorkAct } from '../data.ts'
import { StepForm } from './step-form.tsx'

/** The checklist of a work order, one step under the other, made for a thumb: touch a step, give its evidence, done. */
export function Checklist(props: { order: WorkOrderView; caseId: string; onFinished: () => void }) {
  const { order, caseId } = props
  const say = useSay()
  const spoken = useSpoken()
  const first = order.steps.find((it) => it.state === 'waiting')?.key
  const [chosen, setChosen] = useState<string | undefined>(order.may.record ? first : undefined)
  const [dropping, setDropping] = useState<string | undefined>()
  const act = useWorkAct(caseId)
  const purpose = spoken(order.procedure.purpose)
  const nextAfter = (key: string) => {
    const at = order.steps.findIndex((it) => it.key === key)
    return [...order.steps.slice(at + 1), ...order.steps.slice(0, at)].find((it) => it.state === 'waiting')
      ?.key
  }
  const finish = async () => {
    const done = await act.run(`finish ${order.id}`, (key) =>
      api.finishWorkOrder({ params: { id: order.id }, body: {}, key }),
    )
    if (!done) return
    toast(say('desk.work.finished'))
    props.onFinished()
  }
  const drop = async () => {
    const reason = (dropping ?? '').trim()
    if (reason === '') return
    const done = await act.run(`drop ${order.id} ${reason}`, (key) =>
      api.dropWorkOrder({ params: { id: order.id }, body: { reason }, key }),
    )
    if (done) props.onFinished()
  }
  return (
    <>
      <p className="muted small">
        {say('desk.work.by', {
          name: order.assignee.name,
          version: order.procedure.version,
        })}
      </p>
      {purpose !== '' && <p className="work-purpose">{purpose}</p>}
      {order.note && <p className="work-note">{order.note}</p>}
      <ol className="work-steps">
        {order.steps.map((step, index) => (
          <StepRow
            key={step.key}
            step={step}
            number={index + 1}
            open={chosen === step.key}
            onToggle={
              order.may.record ? () => setChosen(chosen === step.key ? undefined : step.key) : undefined
            }
          >
            <StepForm
              key={step.entries.length}
              orderId={order.id}
              caseId={caseId}
              step={step}
              onDone={() => setChosen(nextAfter(step.key))}
            />
          </StepRow>
        ))}
      </ol>
      <ActTrouble error={act.error} />
      <div className="work-foot">
        {order.may.drop && dropping === undefined && (
          <Button onClick={() => setDropping('')}>{say('desk.work.drop')}</Button>
        )}
        {order.may.record && dropping === undefined && (
          <Button
            type="primary"
            className="work-finish"
            disabled={order.progress.missing > 0}
            loading={act.busy}
            onClick={() => void finish()}
          >
            {order.progress.missing > 0
              ? say('desk.work.missing', { count: order.progress.missing })
              : say('desk.work.finish')}
          </Button>
        )}
        {dropping !== undefined && (
          <>
            <Input
              autoFocus
              aria-label={say('desk.work.dropReason')}
              placeholder={say('desk.work.dropReason')}
              value={dropping}
              maxLength={200}
              onChange={(event) => setDropping(event.target.value)}
            />
            <Button onClick={() => setDropping(undefined)}>{say('ui.cancel')}</Button>
            <Button danger loading={act.busy} disabled={dropping.trim() === ''} onClick={() => void drop()}>
              {say('desk.work.drop')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

function StepRow(props: {
  step: WorkStepView
  number: number
  open: boolean
  onToggle: (() => void) | undefined
  children: React.ReactNode
}) {
  const { step, onToggle } = props
  const say = useSay()
  const spoken = useSpoken()
  const head = (
    <>
      <span className="work-mark" aria-hidden>
        {step.state === 'done' ? (
          <CheckOutlined />
        ) : step.state === 'passed' ? (
          <MinusOutlined />
        ) : (
          props.number
        )}
      </span>
      <span className="work-step-words">
        <span className="work-step-title">
          {step.safety && <SafetyOutlined className="work-safety" aria-label={say('desk.work.safety')} />}
          {spoken(step.title)}
        </span>
        <span className="muted small">
          {[
            say(`evidence.${step.evidence}`),
            say(`team.${step.role}`),
            ...(step.required ? [] : [say('desk.work.optional')]),
          ].join(' · ')}
          <span className="zg-unseen"> {say(`desk.work.state.${step.state}`)}</span>
        </span>
      </span>
    </>
  )
  return (
    <li className="work-step" data-state={step.state} data-safety={step.safety || undefined}>
      {onToggle ? (
        <button type="button" className="work-step-head" aria-expanded={props.open} onClick={onToggle}>
          {head}
        </button>
      ) : (
        <div className="work-step-head">{head}</div>
      )}
      <Entries step={step} />
      {props.open && props.children}
    </li>
  )
}

/** What was recorded at a step; what was corrected stays to be read, struck through. */
function Entries({ step }: { step: WorkStepView }) {
  const say = useSay()
  const times = useTimes()
  const spoken = useSpoken()
  if (step.entries.length === 0) return null
  return (
    <ul className="work-entries">
      {step.entries.map((it, index) => (
        <li key={it.id} data-old={index < step.entries.length - 1 || undefined}>
          <span className="muted small">
            {it.by.name} · {times.when(it.at)}
            {it.kind === 'passed' && ` · ${say('desk.work.state.passed')}`}
          </span>
          {it.reading !== null && (
            <b className="tabular" data-out={!it.inRange || undefined}>
              {decimalText(it.reading)} {step.reading?.unit}
              {!it.inRange && ` · ${say('desk.work.outOfRange')}`}
            </b>
          )}
          {it.materials.map((one) => (
            <span key={one.name}>
              {one.name} {decimalText(one.quantity)} {one.unit}
            </span>
          ))}
          {it.note && <span>{it.note}</span>}
          {it.photos.length > 0 && (
            <PhotoStrip
              photos={it.photos.map((id) => ({
                id,
                thumb: photoUrl(id, 'thumb'),
                full: photoUrl(id, 'full'),
                name: spoken(step.title),
              }))}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
