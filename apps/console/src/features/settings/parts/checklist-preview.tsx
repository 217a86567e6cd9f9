import { SafetyOutlined } from '@ant-design/icons'
import type { ProcedureStep } from '@zhanggui/contract'
import { decimalText } from '../../../shared/decimal.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useSpoken } from '../../../shared/spoken.ts'

/** The checklist as it stands on the worker's phone. */
export function ChecklistPreview({ steps }: { steps: readonly ProcedureStep[] }) {
  const say = useSay()
  const spoken = useSpoken()
  return (
    <div className="phone-preview" role="group" aria-label={say('desk.procedure.onPhone')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.key} data-safety={step.safety || undefined}>
            <span className="phone-mark" aria-hidden>
              {index + 1}
            </span>
            <span>
              <span className="phone-title">
                {step.safety && <SafetyOutlined aria-label={say('desk.work.safety')} />} {spoken(step.title)}
              </span>
              <span className="muted small">{detailsOf(say, step)}</span>
              {spoken(step.hint) !== '' && <span className="small">{spoken(step.hint)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function detailsOf(say: Say, step: ProcedureStep): string {
  const { reading } = step
  const range =
    reading && (reading.min !== null || reading.max !== null)
      ? `${reading.min === null ? '' : decimalText(reading.min)}–${reading.max === null ? '' : decimalText(reading.max)} ${reading.unit}`
      : reading?.unit
  return [
    say(`evidence.${step.evidence}`),
    ...(range === undefined ? [] : [range]),
    ...(step.photo === null ? [] : [say(`desk.procedure.photo.${step.photo}`)]),
    ...(step.signer === null ? [] : [say(`desk.procedure.signer.${step.signer}`)]),
    say(`team.${step.role}`),
    ...(step.required ? [] : [say('desk.work.optional')]),
  ].join(' · ')
}
