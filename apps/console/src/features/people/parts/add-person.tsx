import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, newId } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { usePersonAct } from '../data.ts'

type Fields = { name: string; phone?: string; note?: string }

/** A person put on record at the counter; their home is given on their own page. */
export function AddPersonDialog(props: { onClose: () => void; onAdded: (id: string) => void }) {
  const say = useSay()
  const { community } = useSession()
  const [form] = Form.useForm<Fields>()
  const [id, setId] = useState(newId)
  const add = usePersonAct((fields: Fields) =>
    api.addPerson({
      params: { communityId: community.id },
      body: {
        id,
        name: fields.name,
        phone: fields.phone?.trim() ? fields.phone : null,
        note: fields.note ?? '',
      },
      key: id,
    }),
  )
  return (
    <Modal
      open
      title={say('desk.people.add')}
      okText={say('desk.save')}
      cancelText={say('ui.cancel')}
      confirmLoading={add.isPending}
      onCancel={props.onClose}
      onOk={() => form.submit()}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) =>
          add.mutate(fields, {
            onSuccess: (person) => props.onAdded(person.id),
            onError: () => setId(newId()),
          })
        }
      >
        <Form.Item
          name="name"
          label={say('desk.people.name')}
          rules={[{ required: true, whitespace: true, message: say('desk.people.nameNeeded') }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="phone" label={say('desk.people.phone')}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
        <Form.Item name="note" label={say('desk.people.note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
      <ActTrouble error={add.error} />
    </Modal>
  )
}
