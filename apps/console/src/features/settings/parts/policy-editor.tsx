import { PlusOutlined } from '@ant-design/icons'
import type { CalendarView, PolicyView } from '@zhanggui/contract'
import { clockKinds } from '@zhanggui/contract/words'
import { problemsOf } from '@zhanggui/rules/ladder'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useDraft } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { usePublishPolicy } from '../data.ts'
import { neverReached, policyChanges, type Rule, uncovered } from '../policy.ts'
import { PolicyPreview } from './policy-preview.tsx'
import { RuleRow } from './rule-row.tsx'

type EditorProps = { present: PolicyView; calendars: readonly CalendarView[]; onClose: () => void }

/** Changes the rules as a draft and publishes them as the next version, after showing what becomes different. */
export function PolicyEditor({ present, calendars, onClose }: EditorProps) {
  const say = useSay()
  const { community } = useSession()
  const start = useMemo(
    () => ({
      name: present.name,
      basis: present.basis,
      rules: present.rules as Rule[],
      reopenPercent: present.reopenPercent,
      reopenFloorSeconds: present.reopenFloorSeconds,
    }),
    [present],
  )
  const [draft, change, clear] = useDraft(`policy.${community.id}.${present.version}`, start)
  const [previewing, setPreviewing] = useState(false)
  const publish = usePublishPolicy(community.id)

  const missing = uncovered(draft.rules)
  const idle = neverReached(draft.rules)
  const changes = policyChanges(present.rules, draft.rules)
  const otherwise = JSON.stringify({ ...draft, rules: [] }) !== JSON.stringify({ ...start, rules: [] })
  const laddersChanged =
    JSON.stringify(draft.rules.map((it) => it.ladder)) !== JSON.stringify(start.rules.map((it) => it.ladder))
  const laddersGood = draft.rules.every((it) => !it.ladder || problemsOf(it.ladder, clockKinds).length === 0)
  const ready =
    laddersGood &&
    missing.length === 0 &&
    draft.name.trim() !== '' &&
    (changes.length > 0 || otherwise || laddersChanged)

  const setRule = (index: number, rule: Rule) =>
    change({ rules: draft.rules.map((each, at) => (at === index ? rule : each)) })
  const move = (index: number, by: -1 | 1) => {
    const rules = [...draft.rules]
    const [rule] = rules.splice(index, 1)
    if (rule) rules.splice(index + by, 0, rule)
    change({ rules })
  }
  const add = () => {
    const last = draft.rules.at(-1)
    const calendarId = calendars[0]?.id ?? ''
    const targets = last?.targets ?? {
      accept: { seconds: 1800, calendarId },
      first_response: { seconds: 3600, calendarId },
      resolve: { seconds: 86_400, calendarId },
    }
    change({ rules: [{ kinds: [], urgencies: [], targets }, ...draft.rules] })
  }
  return (
    <section className="card">
      <div className="card-head">
        <h2>{say('desk.policy.next', { version: present.version + 1 })}</h2>
        <span className="choice-line">
          <Button
            onClick={() => {
              clear()
              onClose()
            }}
          >
            {say('desk.policy.discard')}
          </Button>
          <Button type="primary" disabled={!ready} onClick={() => setPreviewing(true)}>
            {say('desk.policy.preview')}
          </Button>
        </span>
      </div>
      <div className="policy-head">
        <label>
          <span>{say('desk.policy.name')}</span>
          <Input
            maxLength={60}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label>
          <span>{say('desk.policy.basis')}</span>
          <Input
            maxLength={200}
            placeholder={say('desk.policy.basisHint')}
            value={draft.basis}
            onChange={(event) => change({ basis: event.target.value })}
          />
        </label>
        <label>
          <span>{say('desk.policy.percent')}</span>
          <InputNumber
            min={10}
            max={100}
            precision={0}
            suffix="%"
            value={draft.reopenPercent}
            onChange={(value) => change({ reopenPercent: value ?? 50 })}
          />
        </label>
        <label>
          <span>{say('desk.policy.floor')}</span>
          <InputNumber
            min={10}
            max={14_400}
            precision={0}
            suffix={say('desk.unit.minutes')}
            value={draft.reopenFloorSeconds / 60}
            onChange={(value) => change({ reopenFloorSeconds: (value ?? 120) * 60 })}
          />
        </label>
      </div>
      <div className="card-head">
        <span className="muted small">{say('desk.policy.firstMatch')}</span>
        <Button icon={<PlusOutlined />} disabled={draft.rules.length >= 20} onClick={add}>
          {say('desk.policy.addRule')}
        </Button>
      </div>
      <ol className="rule-rows">
        {draft.rules.map((rule, index) => (
          <RuleRow
            key={index}
            rule={rule}
            number={index + 1}
            last={index === draft.rules.length - 1}
            idle={idle.includes(index)}
            calendars={calendars}
            onChange={(next) => setRule(index, next)}
            onMove={(by) => move(index, by)}
            onRemove={() => change({ rules: draft.rules.filter((_, at) => at !== index) })}
          />
        ))}
      </ol>
      {missing.length > 0 && (
        <p className="form-warn" role="alert">
          {say('desk.policy.uncovered', {
            what: missing
              .slice(0, 4)
              .map((each) => `${say(`case.kind.${each.kind}`)}·${say(`urgency.${each.urgency}`)}`)
              .join(say('desk.list.join')),
            count: missing.length,
          })}
        </p>
      )}
      <Modal
        open={previewing}
        width={720}
        title={say('desk.policy.previewTitle', { version: present.version + 1 })}
        okText={say('desk.policy.publish')}
        cancelText={say('ui.cancel')}
        confirmLoading={publish.isPending}
        onCancel={() => setPreviewing(false)}
        onOk={() =>
          publish.mutate(
            { ...draft, name: draft.name.trim(), expectedVersion: present.version },
            {
              onSuccess: () => {
                clear()
                toast(say('desk.policy.done'))
                onClose()
              },
            },
          )
        }
      >
        <PolicyPreview changes={changes} calendars={calendars} />
        <p className="muted">{say('desk.policy.openKeep')}</p>
        <ActTrouble error={publish.error} />
      </Modal>
    </section>
  )
}
