import { formatDate } from '@zhanggui/messages'
import { useId } from 'react'
import { serverNow } from './now.ts'
import { useSay } from './say.tsx'
import { useSession } from './session.tsx'
import { wallOf, wallOnDay } from './wall-time.ts'
import './when-field.css'

const daysAhead = 60
const times = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.trunc(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
)

/** A coming day and time on the community's wall, `2026-11-24T09:00` or empty; days are said as people say them. */
export function WhenField(props: { label: string; value: string; onChange: (wall: string) => void }) {
  const say = useSay()
  const id = useId()
  const { community } = useSession()
  const now = serverNow()
  const [day = '', time = ''] = props.value.split('T')
  const days = Array.from({ length: daysAhead }, (_, ahead) =>
    wallOnDay(ahead, '00:00', now, community.timeZone).slice(0, 10),
  )
  const weekday = (date: string) => {
    const index = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
    return say.maybe(`desk.weekday.${index}`) ?? ''
  }
  const nameOf = (date: string, ahead: number) =>
    ahead === 0
      ? say('desk.when.today')
      : ahead === 1
        ? say('desk.when.tomorrow')
        : `${formatDate(date, say.locale)} ${weekday(date)}`
  const today = wallOf(now, community.timeZone)
  return (
    <span className="when-field" role="group" aria-label={props.label}>
      <select
        id={`${id}-day`}
        aria-label={say('desk.when.day')}
        value={day}
        onChange={(event) => props.onChange(`${event.target.value}T${time || '09:00'}`)}
      >
        <option value="" disabled>
          {say('desk.when.day')}
        </option>
        {days.map((each, ahead) => (
          <option key={each} value={each}>
            {nameOf(each, ahead)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('desk.when.time')}
        value={time}
        onChange={(event) => props.onChange(`${day || today.slice(0, 10)}T${event.target.value}`)}
      >
        <option value="" disabled>
          {say('desk.when.time')}
        </option>
        {/* A preset may lie on a quarter. */}
        {(time === '' || times.includes(time) ? times : [...times, time].toSorted()).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </span>
  )
}
