import { PlusOutlined } from '@ant-design/icons'
import type { Shift } from '@zhanggui/contract'
import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../../../shared/api.ts'
import { TimeField } from '../../../shared/day-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { weekdays } from '../calendar.ts'
import { useAddShift, useEndShift } from '../duty-data.ts'

/** The shifts, each with the key that stands for it; added and ended here. */
export function ShiftLegend(props: { shifts: readonly Shift[]; inUse: readonly Shift[]; manage: boolean }) {
  const say = useSay()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Shift>()
  return (
    <ul className="shift-legend" aria-label={say('desk.duty.shifts')}>
      {props.shifts.map((shift, index) => {
        const place = props.inUse.findIndex((it) => it.id === shift.id)
        return (
          <li key={shift.id}>
            {place >= 0 && place < 9 && <kbd>{place + 1}</kbd>}
            <span className="roster-shift" data-tone={index % 6}>
              {shift.name}
            </span>
            <span className="tabular small">
              {shift.from}–{shift.until}
            </span>
            {place < 0 && <span className="muted small">{say('desk.duty.ended')}</span>}
            {props.manage && place >= 0 && (
              <button type="button" className="plain-button small" onClick={() => setEnding(shift)}>
                {say('desk.duty.endShift')}
              </button>
            )}
          </li>
        )
      })}
      {props.manage && (
        <li>
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say('desk.duty.addShift')}
          </Button>
        </li>
      )}
      {adding && <ShiftDialog onClose={() => setAdding(false)} />}
      {ending && <EndShiftDialog shift={ending} onClose={() => setEnding(undefined)} />}
    </ul>
  )
}

type Fields = { name: string; from: string; until: string; weekdays: number[] }

function ShiftDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const [form] = Form.useForm<Fields>()
  const add = useAddShift(community.id)
  const needed = [{ required: true, message: say('desk.duty.needed') }]
  return (
    <Modal
      open
      title={say('desk.duty.addShift')}
      okText={say('desk.duty.addShift')}
      cancelText={say('ui.cancel')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{say('desk.duty.shiftHint')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: '08:00', until: '20:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }}
        onFinish={(fields) => add.mutate({ id: newId(), ...fields }, { onSuccess: onClose })}
      >
        <Form.Item
          name="name"
          label={say('desk.duty.shiftName')}
          rules={[{ required: true, whitespace: true, message: say('desk.duty.needed') }]}
        >
          <Input autoFocus maxLength={20} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="from" label={say('desk.duty.from')} rules={needed}>
            <TimeField allowClear={false} />
          </Form.Item>
          <Form.Item name="until" label={say('desk.duty.till')} rules={needed}>
            <TimeField allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item name="weekdays" label={say('desk.duty.weekdays')} rules={needed}>
          <Checkbox.Group
            options={weekdays.map((each) => ({ value: each, label: say(`desk.weekday.${each}`) }))}
          />
        </Form.Item>
      </Form>
      <ActTrouble error={add.error} />
    </Modal>
  )
}

function EndShiftDialog({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const end = useEndShift(community.id)
  return (
    <Modal
      open
      title={say('desk.duty.endTitle', { name: shift.name })}
      okText={say('desk.duty.endShift')}
      okButtonProps={{ danger: true }}
      cancelText={say('ui.cancel')}
      confirmLoading={end.isPending}
      onCancel={onClose}
      onOk={() => end.mutate(shift.id, { onSuccess: onClose })}
    >
      <p>{say('desk.duty.endText')}</p>
      <ActTrouble error={end.error} />
    </Modal>
  )
}
