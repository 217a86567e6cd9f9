import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { CalendarView } from '@zhanggui/contract'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../../shared/day-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { parseWindows, type Weekday, weekdays, writeWindows } from '../calendar.ts'
import { usePublishCalendar } from '../data.ts'

type Override = {
  date: string
  kind: 'closed' | 'open' | 'like-weekday'
  hours: string
  weekday: Weekday
  note: string
}
type Draft = {
  name: string
  publicHolidays: 'cn' | 'none'
  weekly: Record<Weekday, string>
  overrides: Override[]
}

const officeHours = '08:30-12:00, 13:30-18:00'

function draftOf(calendar: CalendarView | undefined): Draft {
  const hours = (day: Weekday) =>
    calendar ? writeWindows(calendar.weekly[day]) : day <= 5 ? officeHours : ''
  return {
    name: calendar?.name ?? '',
    publicHolidays: calendar?.publicHolidays ?? 'cn',
    weekly: { 1: hours(1), 2: hours(2), 3: hours(3), 4: hours(4), 5: hours(5), 6: hours(6), 7: hours(7) },
    overrides: (calendar?.overrides ?? []).map((each) => ({
      date: each.date,
      kind: each.kind,
      hours: writeWindows(each.windows ?? []),
      weekday: weekdays.find((day) => day === each.weekday) ?? 1,
      note: each.note ?? '',
    })),
  }
}

const overrideIsWrong = (each: Override): boolean =>
  each.date === '' || (each.kind === 'open' && (parseWindows(each.hours) ?? []).length === 0)

/** Changes a calendar, or makes one, and publishes it as the next version. Cases already open keep the old one. */
export function CalendarEditor({
  calendar,
  onClose,
}: {
  calendar: CalendarView | undefined
  onClose: () => void
}) {
  const say = useSay()
  const { community } = useSession()
  const [draft, setDraft] = useState(() => draftOf(calendar))
  const publish = usePublishCalendar(community.id)
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const setOverride = (index: number, part: Partial<Override>) =>
    change({ overrides: draft.overrides.map((each, at) => (at === index ? { ...each, ...part } : each)) })

  const wrongDays = weekdays.filter((day) => parseWindows(draft.weekly[day]) === undefined)
  const ready = draft.name.trim() !== '' && wrongDays.length === 0 && !draft.overrides.some(overrideIsWrong)
  const windows = (day: Weekday) => parseWindows(draft.weekly[day]) ?? []
  const submit = () =>
    publish.mutate(
      {
        name: draft.name.trim(),
        timeZone: calendar?.timeZone ?? community.timeZone,
        publicHolidays: draft.publicHolidays,
        weekly: {
          1: windows(1),
          2: windows(2),
          3: windows(3),
          4: windows(4),
          5: windows(5),
          6: windows(6),
          7: windows(7),
        },
        overrides: draft.overrides.map((each) => ({
          date: each.date,
          kind: each.kind,
          ...(each.kind === 'open' ? { windows: parseWindows(each.hours) ?? [] } : {}),
          ...(each.kind === 'like-weekday' ? { weekday: each.weekday } : {}),
          ...(each.note.trim() === '' ? {} : { note: each.note.trim() }),
        })),
        ...(calendar ? { calendarId: calendar.id, expectedVersion: calendar.version } : {}),
      },
      {
        onSuccess: () => {
          toast(say('desk.calendar.done'))
          onClose()
        },
      },
    )
  return (
    <section className="card">
      <div className="card-head">
        <Input
          style={{ maxWidth: 320 }}
          aria-label={say('desk.calendar.name')}
          placeholder={say('desk.calendar.name')}
          maxLength={40}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <span className="choice-line">
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={publish.isPending} onClick={submit}>
            {say('desk.calendar.publish')}
          </Button>
        </span>
      </div>
      <ActTrouble error={publish.error} />
      <p className="muted small">{say('desk.calendar.hoursHint')}</p>
      <div className="week">
        {weekdays.map((day) => (
          <label key={day} className="week-edit">
            <span>{say(`desk.weekday.${day}`)}</span>
            <Input
              value={draft.weekly[day]}
              status={wrongDays.includes(day) ? 'error' : ''}
              placeholder={say('desk.calendar.closed')}
              onChange={(event) => change({ weekly: { ...draft.weekly, [day]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      <h3 className="calendar-part">{say('desk.calendar.holidays')}</h3>
      <Select<'cn' | 'none'>
        style={{ minWidth: 260 }}
        aria-label={say('desk.calendar.holidays')}
        value={draft.publicHolidays}
        options={(['cn', 'none'] as const).map((each) => ({
          value: each,
          label: say(`desk.calendar.keep.${each}`),
        }))}
        onChange={(publicHolidays) => change({ publicHolidays })}
      />
      <h3 className="calendar-part">{say('desk.calendar.special')}</h3>
      <div className="overrides">
        {draft.overrides.map((each, index) => (
          <OverrideRow
            key={index}
            override={each}
            onChange={(part) => setOverride(index, part)}
            onRemove={() => change({ overrides: draft.overrides.filter((_, at) => at !== index) })}
          />
        ))}
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            change({
              overrides: [...draft.overrides, { date: '', kind: 'closed', hours: '', weekday: 1, note: '' }],
            })
          }
        >
          {say('desk.calendar.addSpecial')}
        </Button>
      </div>
    </section>
  )
}

function OverrideRow(props: {
  override: Override
  onChange: (part: Partial<Override>) => void
  onRemove: () => void
}) {
  const say = useSay()
  const { override, onChange } = props
  const kinds = ['closed', 'open', 'like-weekday'] as const
  return (
    <div className="override">
      <DayField
        aria-label={say('desk.calendar.date')}
        allowClear={false}
        value={override.date}
        status={override.date === '' ? 'error' : ''}
        onChange={(date) => onChange({ date })}
      />
      <Select<Override['kind']>
        aria-label={say('desk.calendar.how')}
        value={override.kind}
        options={kinds.map((each) => ({ value: each, label: say(`desk.calendar.kind.${each}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      {override.kind === 'open' && (
        <Input
          aria-label={say('desk.calendar.hours')}
          placeholder={officeHours}
          value={override.hours}
          status={(parseWindows(override.hours) ?? []).length === 0 ? 'error' : ''}
          onChange={(event) => onChange({ hours: event.target.value })}
        />
      )}
      {override.kind === 'like-weekday' && (
        <Select<Weekday>
          aria-label={say('desk.calendar.likeWhich')}
          value={override.weekday}
          options={weekdays.map((day) => ({ value: day, label: say(`desk.weekday.${day}`) }))}
          onChange={(weekday) => onChange({ weekday })}
        />
      )}
      {override.kind === 'closed' && <span />}
      <Input
        maxLength={60}
        aria-label={say('desk.calendar.note')}
        placeholder={say('desk.calendar.note')}
        value={override.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('desk.calendar.removeSpecial')}
        onClick={props.onRemove}
      />
    </div>
  )
}
