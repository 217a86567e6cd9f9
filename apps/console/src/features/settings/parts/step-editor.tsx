import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import type { ProcedureStep } from '@zhanggui/contract'
import { evidenceKinds, teams } from '@zhanggui/contract/words'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { decimalText, readDecimal } from '../../../shared/decimal.ts'
import { useSay } from '../../../shared/say.tsx'
import { withEvidence } from '../procedure.ts'

/** One step of a procedure being written. */
export function StepEditor(props: {
  step: ProcedureStep
  number: number
  alone: boolean
  onChange: (step: ProcedureStep) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { step, number, onChange } = props
  const say = useSay()
  const named = (what: string) => `${what} ${number}`
  return (
    <li className="step-editor" data-safety={step.safety || undefined}>
      <div className="step-words">
        <Input
          aria-label={named(say('desk.procedure.stepZh'))}
          placeholder={say('desk.procedure.stepZh')}
          maxLength={120}
          value={step.title['zh-Hans']}
          onChange={(event) => onChange({ ...step, title: { ...step.title, 'zh-Hans': event.target.value } })}
        />
        <Input
          aria-label={named(say('desk.procedure.stepEn'))}
          placeholder={say('desk.procedure.stepEn')}
          maxLength={120}
          value={step.title.en}
          onChange={(event) => onChange({ ...step, title: { ...step.title, en: event.target.value } })}
        />
      </div>
      <div className="step-choices">
        <Select
          aria-label={named(say('desk.procedure.evidence'))}
          value={step.evidence}
          options={evidenceKinds.map((it) => ({ value: it, label: say(`evidence.${it}`) }))}
          onChange={(evidence) => onChange(withEvidence(step, evidence))}
        />
        {step.photo !== null && (
          <Select
            aria-label={named(say('evidence.photo'))}
            value={step.photo}
            options={(['before', 'after'] as const).map((it) => ({
              value: it,
              label: say(`desk.procedure.photo.${it}`),
            }))}
            onChange={(photo) => onChange({ ...step, photo })}
          />
        )}
        {step.signer !== null && (
          <Select
            aria-label={named(say('evidence.signature'))}
            value={step.signer}
            options={(['resident', 'worker'] as const).map((it) => ({
              value: it,
              label: say(`desk.procedure.signer.${it}`),
            }))}
            onChange={(signer) => onChange({ ...step, signer })}
          />
        )}
        {step.reading !== null && (
          <Reading
            number={number}
            reading={step.reading}
            onChange={(reading) => onChange({ ...step, reading })}
          />
        )}
        <Select
          aria-label={named(say('desk.procedure.role'))}
          value={step.role}
          options={teams.map((it) => ({ value: it, label: say(`team.${it}`) }))}
          onChange={(role) => onChange({ ...step, role })}
        />
        <Checkbox
          checked={step.safety}
          onChange={(event) => onChange({ ...step, safety: event.target.checked })}
        >
          {say('desk.work.safety')}
        </Checkbox>
        <Checkbox
          checked={step.required}
          onChange={(event) => onChange({ ...step, required: event.target.checked })}
        >
          {say('desk.procedure.required')}
        </Checkbox>
        <span className="step-tools">
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={named(say('desk.procedure.up'))}
            onClick={() => props.onMove(-1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={named(say('desk.procedure.down'))}
            onClick={() => props.onMove(1)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={named(say('desk.procedure.removeStep'))}
            disabled={props.alone}
            onClick={props.onRemove}
          />
        </span>
      </div>
    </li>
  )
}

type Range = NonNullable<ProcedureStep['reading']>

function Reading(props: { number: number; reading: Range; onChange: (reading: Range) => void }) {
  const { number, reading } = props
  const say = useSay()
  const end = (it: number | null) => (it === null ? '' : decimalText(it))
  const [ends, setEnds] = useState({ min: end(reading.min), max: end(reading.max) })
  const set = (which: 'min' | 'max', text: string) => {
    setEnds({ ...ends, [which]: text })
    const value = readDecimal(text)
    if (text.trim() === '') props.onChange({ ...reading, [which]: null })
    else if (value !== undefined) props.onChange({ ...reading, [which]: value })
  }
  const field = (which: 'min' | 'max') => (
    <Input
      className="step-end"
      inputMode="decimal"
      aria-label={`${say(`desk.procedure.${which}`)} ${number}`}
      placeholder={say(`desk.procedure.${which}`)}
      value={ends[which]}
      status={ends[which].trim() !== '' && readDecimal(ends[which]) === undefined ? 'error' : ''}
      onChange={(event) => set(which, event.target.value)}
    />
  )
  return (
    <>
      {field('min')}
      {field('max')}
      <Input
        className="step-end"
        aria-label={`${say('desk.work.unit')} ${number}`}
        placeholder={say('desk.work.unit')}
        maxLength={12}
        value={reading.unit}
        onChange={(event) => props.onChange({ ...reading, unit: event.target.value })}
      />
    </>
  )
}
