import type { HomeUse, HomeView } from '@zhanggui/contract'
import { homeUses } from '@zhanggui/contract/words'
import { Button, Form, InputNumber, Select } from 'antd'
import { DayField } from '../../../shared/day-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useChangePlace } from '../data.ts'

type Fields = { use: HomeUse; area: string; handoverOn: string }

/** Square metres as typed (`89.37`) to 0.01 m²; undefined for what is none. */
export function hundredths(typed: string): number | undefined {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!found) return undefined
  const value = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return value > 0 ? value : undefined
}

/** Corrects use, area and hand-over day of a home. */
export function HomeForm({ home, onDone }: { home: HomeView; onDone: () => void }) {
  const say = useSay()
  const change = useChangePlace(home.place.id)
  const save = (fields: Fields) => {
    const area = hundredths(fields.area)
    if (area === undefined) return
    change.mutate(
      {
        expectedVersion: home.version,
        home: { use: fields.use, area, handoverOn: fields.handoverOn === '' ? null : fields.handoverOn },
      },
      {
        onSuccess: () => {
          toast(say('desk.saved'))
          onDone()
        },
      },
    )
  }
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ use: home.use, area: (home.area / 100).toFixed(2), handoverOn: home.handoverOn ?? '' }}
      onFinish={save}
    >
      <Form.Item name="use" label={say('desk.home.use')}>
        <Select options={homeUses.map((each) => ({ value: each, label: say(`homeUse.${each}`) }))} />
      </Form.Item>
      <Form.Item
        name="area"
        label={say('desk.home.area')}
        rules={[
          {
            validator: (_, typed: string) =>
              hundredths(String(typed)) === undefined
                ? Promise.reject(new Error(say('desk.home.areaWrong')))
                : Promise.resolve(),
          },
        ]}
      >
        <InputNumber stringMode min="0.01" precision={2} suffix="㎡" className="home-area" />
      </Form.Item>
      <Form.Item name="handoverOn" label={say('desk.home.handover')}>
        <DayField />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {say('desk.save')}
      </Button>{' '}
      <Button onClick={onDone}>{say('ui.cancel')}</Button>
      <ActTrouble error={change.error} />
    </Form>
  )
}
