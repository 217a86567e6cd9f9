import type { PersonView } from '@zhanggui/contract'
import { Button, Form, Input } from 'antd'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { usePersonAct } from '../data.ts'

type Fields = { name: string; phone: string; note: string }

/** Corrects a person's data. The phone is shown masked only, so it is replaced, never edited. */
export function PersonForm({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const say = useSay()
  const change = usePersonAct((fields: Fields) =>
    api.changePerson({
      params: { id: person.id },
      body: {
        expectedVersion: person.version,
        ...(fields.name === person.name ? {} : { name: fields.name }),
        ...(fields.phone.trim() === '' ? {} : { phone: fields.phone }),
        ...(fields.note === person.note ? {} : { note: fields.note }),
      },
    }),
  )
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: person.name, phone: '', note: person.note }}
      onFinish={(fields) =>
        change.mutate(fields, {
          onSuccess: () => {
            toast(say('desk.saved'))
            onDone()
          },
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
      <Form.Item name="phone" label={say('desk.people.newPhone')} extra={say('desk.people.newPhoneHint')}>
        <Input maxLength={40} inputMode="tel" placeholder={person.phone ?? ''} />
      </Form.Item>
      <Form.Item name="note" label={say('desk.people.note')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {say('desk.save')}
      </Button>{' '}
      <Button onClick={onDone}>{say('ui.cancel')}</Button>
      <ActTrouble error={change.error} />
    </Form>
  )
}
