import { Input } from 'antd'
import { lazy, Suspense } from 'react'

export type FieldProps = {
  id?: string
  'aria-label'?: string
  title?: string
  /** `2026-11-23` or `08:30`, or empty for none. */
  value?: string
  onChange?: (value: string) => void
  status?: '' | 'error'
  allowClear?: boolean
}

const Day = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))
const Clock = lazy(async () => ({ default: (await import('./day-picker.tsx')).ClockPicker }))

/** A day, typed or chosen in a calendar that speaks the chosen language, not the browser's. */
export function DayField(props: FieldProps) {
  return (
    <Suspense fallback={<Coming {...props} />}>
      <Day {...props} />
    </Suspense>
  )
}

/** A time of day, always told in 24 hours. */
export function TimeField(props: FieldProps) {
  return (
    <Suspense fallback={<Coming {...props} />}>
      <Clock {...props} />
    </Suspense>
  )
}

const Coming = ({ value, onChange: _later, allowClear: _not, ...rest }: FieldProps) => (
  <Input {...rest} disabled value={value ?? ''} className="day-field" />
)
