import { PlusOutlined } from '@ant-design/icons'
import type { ProcedureStep, ProcedureView } from '@zhanggui/contract'
import { caseKinds, placeKinds } from '@zhanggui/contract/words'
import { Button, Checkbox, Input, Select } from 'antd'
import { useMemo } from 'react'
import { useDraft } from '../../../shared/draft.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { usePublishProcedure } from '../data.ts'
import { bodyOf, isWhole, newStep, safetyFirst } from '../procedure.ts'
import { ChecklistPreview } from './checklist-preview.tsx'
import { StepEditor } from './step-editor.tsx'

/** The next version of a procedure as a draft, beside the checklist it makes on the phone. */
export function ProcedureEditor({ present, onClose }: { present: ProcedureView; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const start = useMemo(() => bodyOf(present), [present])
  const [draft, change, clear] = useDraft(
    `procedure.${community.id}.${present.version === 0 ? 'new' : present.id}.${present.version}`,
    start,
  )
  const publish = usePublishProcedure(community.id)
  const setSteps = (steps: ProcedureStep[]) => change({ steps: safetyFirst(steps) })
  const close = () => {
    clear()
    onClose()
  }
  const ready = isWhole(draft) && JSON.stringify(draft) !== JSON.stringify(start)
  const send = () =>
    publish.mutate(
      { ...draft, procedureId: present.id, expectedVersion: present.version },
      {
        onSuccess: () => {
          toast(say('desk.procedure.done'))
          close()
        },
      },
    )
  const text = (field: 'name' | 'purpose', locale: 'zh-Hans' | 'en') => ({
    value: draft[field][locale],
    maxLength: field === 'name' ? 60 : 240,
    onChange: (event: { target: { value: string } }) =>
      change({ [field]: { ...draft[field], [locale]: event.target.value } }),
  })
  return (
    <section className="card procedure-edit">
      <div className="card-head">
        <h1>{say('desk.procedure.next', { version: present.version + 1 })}</h1>
        <span className="choice-line">
          <Button onClick={close}>{say('desk.policy.discard')}</Button>
          <Button type="primary" disabled={!ready} loading={publish.isPending} onClick={send}>
            {say('desk.procedure.publish')}
          </Button>
        </span>
      </div>
      <ActTrouble error={publish.error} />
      <p className="muted small">{say('desk.procedure.keep')}</p>
      <div className="procedure-fields">
        <label>
          <span>{say('desk.procedure.nameZh')}</span>
          <Input {...text('name', 'zh-Hans')} />
        </label>
        <label>
          <span>{say('desk.procedure.nameEn')}</span>
          <Input {...text('name', 'en')} />
        </label>
        <label>
          <span>{say('desk.procedure.purpose')}</span>
          <Input {...text('purpose', 'zh-Hans')} />
        </label>
        <label>
          <span>{say('desk.procedure.words')}</span>
          <Select
            mode="tags"
            value={draft.words}
            tokenSeparators={[' ', '、', ',', '，']}
            placeholder={say('desk.procedure.wordsHint')}
            onChange={(words: string[]) => change({ words: words.map((it) => it.slice(0, 12)).slice(0, 30) })}
          />
        </label>
        <label>
          <span>{say('desk.procedure.kinds')}</span>
          <Select
            mode="multiple"
            value={draft.kinds}
            placeholder={say('desk.procedure.any')}
            options={caseKinds.map((it) => ({ value: it, label: say(`case.kind.${it}`) }))}
            onChange={(kinds) => change({ kinds })}
          />
        </label>
        <label>
          <span>{say('desk.procedure.places')}</span>
          <Select
            mode="multiple"
            value={draft.placeKinds}
            placeholder={say('desk.procedure.any')}
            options={placeKinds.map((it) => ({ value: it, label: say(`place.${it}`) }))}
            onChange={(chosen) => change({ placeKinds: chosen })}
          />
        </label>
      </div>
      <Checkbox checked={draft.retired} onChange={(event) => change({ retired: event.target.checked })}>
        {say('desk.procedure.retire')}
      </Checkbox>
      <div className="procedure-sides">
        <div>
          <ol className="step-editors">
            {draft.steps.map((step, index) => (
              <StepEditor
                key={step.key}
                step={step}
                number={index + 1}
                alone={draft.steps.length === 1}
                onChange={(next) => setSteps(draft.steps.map((it, at) => (at === index ? next : it)))}
                onMove={(by) => {
                  const steps = [...draft.steps]
                  const [moved] = steps.splice(index, 1)
                  if (moved) steps.splice(Math.max(0, index + by), 0, moved)
                  setSteps(steps)
                }}
                onRemove={() => setSteps(draft.steps.filter((_, at) => at !== index))}
              />
            ))}
          </ol>
          <Button
            icon={<PlusOutlined />}
            disabled={draft.steps.length >= 40}
            onClick={() => setSteps([...draft.steps, newStep(draft.steps)])}
          >
            {say('desk.procedure.addStep')}
          </Button>
        </div>
        <ChecklistPreview steps={draft.steps} />
      </div>
    </section>
  )
}
