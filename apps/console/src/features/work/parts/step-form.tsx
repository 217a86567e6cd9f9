import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { WorkStepView } from '@zhanggui/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { decimalText, readDecimal } from '../../../shared/decimal.ts'
import { PhotoField } from '../../../shared/photo-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSpoken } from '../../../shared/spoken.ts'
import { ActTrouble } from '../../../shared/states.tsx'
import { useWorkAct } from '../data.ts'
import { SignaturePad } from './signature-pad.tsx'

type Line = { name: string; quantity: string; unit: string }
const noLine: Line = { name: '', quantity: '1', unit: '' }

/** What one gives at a step: its evidence, a word if need be; or the reason why it is passed over. */
export function StepForm(props: { orderId: string; caseId: string; step: WorkStepView; onDone: () => void }) {
  const { step } = props
  const say = useSay()
  const spoken = useSpoken()
  const act = useWorkAct(props.caseId)
  const [reading, setReading] = useState('')
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const [lines, setLines] = useState<Line[]>([noLine])
  const [passing, setPassing] = useState(false)

  const value = readDecimal(reading)
  const { min = null, max = null } = step.reading ?? {}
  const out = value !== undefined && ((min !== null && value < min) || (max !== null && value > max))
  const materials = lines.flatMap((it) => {
    const quantity = readDecimal(it.quantity)
    if (it.name.trim() === '' || it.unit.trim() === '' || quantity === undefined || quantity <= 0) return []
    return [{ name: it.name.trim(), quantity, unit: it.unit.trim() }]
  })
  const words = note.trim()
  const ready = passing
    ? words !== ''
    : {
        tick: true,
        reading: value !== undefined && (!out || words !== ''),
        photo: photos.length > 0,
        material: materials.length > 0,
        signature: photos.length === 1,
      }[step.evidence]

  const send = async (signed?: string) => {
    const last = step.entries.at(-1)
    const shown = signed === undefined ? photos : [signed]
    const body = {
      step: step.key,
      kind: passing ? ('passed' as const) : ('done' as const),
      ...(last ? { corrects: last.id } : {}),
      ...(words === '' ? {} : { note: words }),
      ...(passing || shown.length === 0 ? {} : { photos: shown }),
      ...(!passing && step.evidence === 'reading' && value !== undefined ? { reading: value } : {}),
      ...(!passing && step.evidence === 'material' ? { materials } : {}),
    }
    const sent = await act.run(JSON.stringify(body), (key) =>
      api.recordStep({ params: { id: props.orderId }, body, key }),
    )
    if (sent) props.onDone()
  }
  const range = step.reading && rangeOf(step.reading)
  const hint = spoken(step.hint)
  return (
    <div className="work-form">
      {hint !== '' && <p className="work-hint">{hint}</p>}
      {!passing && step.evidence === 'reading' && (
        <>
          <Input
            inputMode="decimal"
            size="large"
            aria-label={spoken(step.title)}
            placeholder={range ? say('desk.work.range', { range }) : say('evidence.reading')}
            suffix={step.reading?.unit}
            value={reading}
            onChange={(event) => setReading(event.target.value)}
          />
          {out && <p className="form-warn">{say('desk.work.outOfRangeHint')}</p>}
        </>
      )}
      {!passing && step.evidence === 'photo' && <PhotoField photos={photos} onChange={setPhotos} />}
      {!passing && step.evidence === 'signature' && (
        <SignaturePad
          label={say(step.signer === 'resident' ? 'desk.work.signResident' : 'desk.work.signWorker')}
          busy={act.busy}
          onSigned={(id) => {
            setPhotos([id])
            void send(id)
          }}
        />
      )}
      {!passing && step.evidence === 'material' && (
        <div className="work-materials">
          {lines.map((line, index) => {
            const change = (more: Partial<Line>) =>
              setLines(lines.map((each, at) => (at === index ? { ...each, ...more } : each)))
            return (
              <div key={index} className="work-material">
                <Input
                  aria-label={say('desk.work.material')}
                  placeholder={say('desk.work.material')}
                  value={line.name}
                  maxLength={40}
                  onChange={(event) => change({ name: event.target.value })}
                />
                <Input
                  aria-label={say('desk.work.quantity')}
                  inputMode="decimal"
                  value={line.quantity}
                  onChange={(event) => change({ quantity: event.target.value })}
                />
                <Input
                  aria-label={say('desk.work.unit')}
                  placeholder={say('desk.work.unit')}
                  value={line.unit}
                  maxLength={12}
                  onChange={(event) => change({ unit: event.target.value })}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={say('desk.work.removeLine')}
                  disabled={lines.length === 1}
                  onClick={() => setLines(lines.filter((_, at) => at !== index))}
                />
              </div>
            )
          })}
          <Button icon={<PlusOutlined />} onClick={() => setLines([...lines, noLine])}>
            {say('desk.work.addLine')}
          </Button>
        </div>
      )}
      <Input.TextArea
        aria-label={say(passing ? 'desk.work.passReason' : 'desk.work.remark')}
        placeholder={say(passing ? 'desk.work.passReason' : 'desk.work.remark')}
        value={note}
        maxLength={500}
        autoSize={{ minRows: 1, maxRows: 4 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <ActTrouble error={act.error} />
      <div className="work-form-foot">
        <Button size="large" onClick={() => setPassing(!passing)}>
          {say(passing ? 'desk.work.backToStep' : 'desk.work.pass')}
        </Button>
        {(passing || step.evidence !== 'signature') && (
          <Button
            type="primary"
            size="large"
            className="work-do"
            disabled={!ready}
            loading={act.busy}
            onClick={() => void send()}
          >
            {say(
              passing
                ? 'desk.work.passNow'
                : step.entries.length > 0
                  ? 'desk.work.correct'
                  : 'desk.work.done',
            )}
          </Button>
        )}
      </div>
    </div>
  )
}

export function rangeOf(it: { unit: string; min: number | null; max: number | null }): string | undefined {
  if (it.min === null && it.max === null) return undefined
  const [low, high] = [it.min, it.max].map((end) => (end === null ? '' : decimalText(end)))
  if (low === '') return `≤ ${high}`
  return high === '' ? `≥ ${low}` : `${low} – ${high}`
}
