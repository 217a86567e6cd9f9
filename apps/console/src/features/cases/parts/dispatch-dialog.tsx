import { useQuery } from '@tanstack/react-query'
import type { CaseReceipt, CaseView, DispatchView, Team } from '@zhanggui/contract'
import { teams } from '@zhanggui/contract/words'
import { Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { api } from '../../../shared/api.ts'
import { staffQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useAct } from '../data.ts'
import { StaleNotice } from './form-parts.tsx'

export type DialogAct =
  | 'refuse'
  | 'hand-over'
  | 'keep'
  | 'add-co-handler'
  | 'return-result'
  | 'dispute'
  | 'rule'

type Fields = {
  words: string
  person?: string
  team?: Team
  hours?: number
  ruling?: 'upheld' | 'dismissed'
}
const working: ReadonlySet<string> = new Set(['agent', 'dispatcher', 'worker', 'manager'])
const withTeam: readonly DialogAct[] = ['add-co-handler', 'dispute', 'return-result']

/** One thing to do about who has the case: a person or a team where it needs one, and always the words for it. */
export function DispatchDialog(props: {
  act: DialogAct
  view: CaseView
  dispatch: DispatchView
  onClose: () => void
}) {
  const { act, view, dispatch, onClose } = props
  const say = useSay()
  const { community, me } = useSession()
  const [form] = Form.useForm<Fields>()
  const ruling = Form.useWatch('ruling', form)
  const staff = useQuery(staffQuery(community.id))
  const at = useAct(view, () => undefined)
  const helping = dispatch.coHandlers.filter((it) => it.returnedAt === null).map((it) => it.team)
  const choices =
    act === 'return-result'
      ? helping
      : teams.filter((it) => it !== dispatch.leadTeam && !helping.includes(it))
  const people = (staff.data?.items ?? []).filter(
    (it) =>
      it.state === 'active' &&
      it.roles.some((role) => working.has(role)) &&
      it.accountId !== view.assignee?.id &&
      (act !== 'hand-over' || it.accountId !== me.account.id),
  )
  const needed = [{ required: true, whitespace: true, message: say('desk.dispatch.needed') }]
  const chosen = [{ required: true, message: say('desk.dispatch.needed') }]

  const send = async (fields: Fields) => {
    const did = await at.run(JSON.stringify(fields), (options) => call(act, view.id, fields, options))
    if (!did) return
    toast(say(`desk.dispatch.done.${act}`))
    onClose()
  }
  return (
    <Modal
      open
      title={say(`desk.dispatch.${act}`)}
      okText={say(`desk.dispatch.${act}`)}
      cancelText={say('ui.cancel')}
      confirmLoading={at.busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{say(`desk.dispatch.hint.${act}`)}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          hours: 4,
          ...(act === 'rule' ? { ruling: 'dismissed' } : {}),
          ...(act === 'return-result'
            ? { team: helping.find((it) => it === community.team) ?? helping[0] }
            : {}),
        }}
        onFinish={(fields) => void send(fields)}
      >
        {act === 'rule' && (
          <Form.Item name="ruling" label={say('desk.dispatch.ruling')}>
            <Radio.Group
              options={(['dismissed', 'upheld'] as const).map((each) => ({
                value: each,
                label: say(`desk.dispatch.ruling.${each}`),
              }))}
            />
          </Form.Item>
        )}
        {(act === 'hand-over' || (act === 'rule' && ruling === 'upheld')) && (
          <Form.Item name="person" label={say('desk.dispatch.person')} rules={chosen}>
            <Select
              autoFocus={act === 'hand-over'}
              showSearch={{ optionFilterProp: 'label' }}
              options={people.map((it) => ({
                value: it.accountId,
                label: it.team ? `${it.name} ${say(`team.${it.team}`)}` : it.name,
              }))}
            />
          </Form.Item>
        )}
        {withTeam.includes(act) && (
          <Form.Item name="team" label={say('desk.staff.team')} rules={chosen}>
            <Select options={choices.map((each) => ({ value: each, label: say(`team.${each}`) }))} />
          </Form.Item>
        )}
        <Form.Item name="words" label={say(`desk.dispatch.words.${act}`)} rules={needed}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        {act === 'add-co-handler' && (
          <Form.Item name="hours" label={say('desk.dispatch.hours')} rules={chosen}>
            <InputNumber min={1} max={240} precision={0} />
          </Form.Item>
        )}
      </Form>
      {at.stale && <StaleNotice />}
      <ActTrouble error={at.error} />
    </Modal>
  )
}

function call(
  act: DialogAct,
  id: string,
  fields: Fields,
  { key, expectedVersion }: { key: string; expectedVersion: number },
): Promise<CaseReceipt> {
  const params = { id }
  const words = fields.words.trim()
  const team = fields.team ?? 'office'
  switch (act) {
    case 'refuse':
      return api.refuseCase({ params, key, body: { reason: words, expectedVersion } })
    case 'hand-over':
      return api.handOver({ params, key, body: { toId: fields.person ?? '', note: words, expectedVersion } })
    case 'keep':
      return api.answerHandOver({ params, key, body: { answer: 'refuse', reason: words, expectedVersion } })
    case 'add-co-handler': {
      const hours = fields.hours ?? 4
      return api.addCoHandler({ params, key, body: { team, asked: words, hours, expectedVersion } })
    }
    case 'return-result':
      return api.returnResult({ params, key, body: { team, result: words, expectedVersion } })
    case 'dispute':
      return api.disputeCase({
        params,
        key,
        body: { reason: words, proposedTeam: team, expectedVersion },
      })
    case 'rule': {
      const assignee = fields.ruling === 'upheld' && fields.person ? { assigneeId: fields.person } : {}
      const ruling = fields.ruling ?? 'dismissed'
      return api.ruleDispute({ params, key, body: { ruling, words, ...assignee, expectedVersion } })
    }
  }
}
