import type { Leave, LeaveKind, Member } from '@zhanggui/contract'
import { leaveKinds } from '@zhanggui/contract/words'
import { Form, Input, Modal, Select } from 'antd'
import { newId } from '../../../shared/api.ts'
import { DayField } from '../../../shared/day-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useCancelLeave, useRecordLeave } from '../duty-data.ts'

/** Who is away in the week shown, and until when. */
export function LeaveList({ leave, manage }: { leave: readonly Leave[]; manage: boolean }) {
  const say = useSay()
  const times = useTimes()
  const { community } = useSession()
  const cancel = useCancelLeave(community.id)
  if (leave.length === 0) return null
  return (
    <>
      <h3 className="duty-part">{say('desk.duty.away')}</h3>
      <ul className="leave-list">
        {leave.map((it) => (
          <li key={it.id}>
            <b>{it.staff.name}</b>
            <span>{say(`leave.${it.kind}`)}</span>
            <span className="tabular">
              {it.from === it.until
                ? times.date(it.from)
                : say('desk.duty.fromTo', { from: times.date(it.from), until: times.date(it.until) })}
            </span>
            <span className="muted">{it.note}</span>
            {manage && (
              <button
                type="button"
                className="plain-button small"
                disabled={cancel.isPending}
                onClick={() => cancel.mutate(it.id)}
              >
                {say('desk.duty.cancelLeave')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ActTrouble error={cancel.error} />
    </>
  )
}

type Fields = { accountId: string; kind: LeaveKind; from: string; until: string; note?: string }

/** Notes that somebody is away. */
export function LeaveDialog(props: { members: readonly Member[]; today: string; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const [form] = Form.useForm<Fields>()
  const record = useRecordLeave(community.id)
  const needed = [{ required: true, message: say('desk.duty.needed') }]
  return (
    <Modal
      open
      title={say('desk.duty.addLeave')}
      okText={say('desk.duty.addLeave')}
      cancelText={say('ui.cancel')}
      confirmLoading={record.isPending}
      onCancel={props.onClose}
      onOk={() => form.submit()}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'annual', from: props.today, until: props.today }}
        onFinish={({ note, ...fields }) =>
          record.mutate(
            { id: newId(), ...fields, ...(note?.trim() ? { note: note.trim() } : {}) },
            { onSuccess: props.onClose },
          )
        }
      >
        <Form.Item name="accountId" label={say('desk.duty.whoAway')} rules={needed}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            options={props.members.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={say('desk.duty.leaveKind')} rules={needed}>
          <Select options={leaveKinds.map((each) => ({ value: each, label: say(`leave.${each}`) }))} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="from" label={say('desk.duty.firstDay')} rules={needed}>
            <DayField allowClear={false} />
          </Form.Item>
          <Form.Item
            name="until"
            label={say('desk.duty.lastDay')}
            dependencies={['from']}
            rules={[
              ...needed,
              ({ getFieldValue }) => ({
                validator: (_, value: string) =>
                  value < (getFieldValue('from') as string)
                    ? Promise.reject(new Error(say('desk.duty.lastBeforeFirst')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <DayField allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={say('desk.duty.note')}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
      <ActTrouble error={record.error} />
    </Modal>
  )
}
