import { DatePicker, TimePicker } from 'antd'
import dayjs from 'dayjs'
import chinese from 'dayjs/locale/zh-cn'
import type { FieldProps } from './day-field.tsx'

// Names of months and days for the kit's calendar; which language is shown follows the page.
dayjs.locale(chinese, undefined, true)

const anyDay = '2026-01-01'

/** As `DayField`; a part of its own because calendar and date arithmetic are large. */
export function DayPicker({ value, onChange, ...rest }: FieldProps) {
  return (
    <DatePicker
      {...rest}
      className="day-field"
      // What is shown is what the archive says; what people type is read in their ways too.
      format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日']}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : '')}
    />
  )
}

/** As `TimeField`. */
export function ClockPicker({ value, onChange, ...rest }: FieldProps) {
  return (
    <TimePicker
      {...rest}
      className="day-field"
      format={['HH:mm', 'H:mm', 'HHmm', 'H点m分']}
      minuteStep={5}
      needConfirm={false}
      value={value ? dayjs(`${anyDay}T${value}`) : null}
      onChange={(time) => onChange?.(time ? time.format('HH:mm') : '')}
    />
  )
}
