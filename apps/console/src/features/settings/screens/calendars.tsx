import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { CalendarView } from '@zhanggui/contract'
import { StatePanel, Tag } from '@zhanggui/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { calendarsQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { bars, weekdays, writeWindows } from '../calendar.ts'
import { CalendarEditor } from '../parts/calendar-editor.tsx'
import './calendars.css'

/** The calendars that times are counted by: hours of the week, special days, and how sure the public holidays are. */
export function CalendarsScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const query = useQuery({ ...calendarsQuery(community.id), enabled: can('calendar.read') })
  const [editing, setEditing] = useState<CalendarView | 'new'>()
  const publish = can('calendar.publish')
  return (
    <Allowed when={can('calendar.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.calendars')}</h1>
        {publish && editing === undefined && (
          <span className="page-acts">
            <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              {say('desk.calendar.add')}
            </Button>
          </span>
        )}
      </header>
      <p className="lead">{say('desk.calendar.lead')}</p>
      {editing === 'new' && <CalendarEditor calendar={undefined} onClose={() => setEditing(undefined)} />}
      <Loaded query={query} shape="card">
        {(page) =>
          page.items.length === 0 && editing === undefined ? (
            <StatePanel
              state="empty"
              title={say('desk.calendar.none')}
              text={say('desk.calendar.noneText')}
            />
          ) : (
            page.items.map((each) =>
              editing !== 'new' && editing?.id === each.id ? (
                <CalendarEditor key={each.id} calendar={each} onClose={() => setEditing(undefined)} />
              ) : (
                <CalendarCard
                  key={each.id}
                  calendar={each}
                  {...(publish ? { onEdit: () => setEditing(each) } : {})}
                />
              ),
            )
          )
        }
      </Loaded>
    </Allowed>
  )
}

function CalendarCard({ calendar, onEdit }: { calendar: CalendarView; onEdit?: () => void }) {
  const say = useSay()
  const times = useTimes()
  return (
    <section className="card">
      <div className="card-head">
        <h2>{calendar.name}</h2>
        {onEdit && (
          <Button icon={<EditOutlined />} onClick={onEdit}>
            {say('desk.calendar.edit')}
          </Button>
        )}
      </div>
      <p className="muted small">
        {say('desk.calendar.published', {
          version: calendar.version,
          when: times.when(calendar.publishedAt),
        })}
      </p>
      <div className="week" role="table" aria-label={say('desk.calendar.week')}>
        {weekdays.map((day) => (
          <div key={day} role="row" className="week-day">
            <span role="rowheader">{say(`desk.weekday.${day}`)}</span>
            <span role="cell" className="week-bar" aria-hidden>
              {bars(calendar.weekly[day]).map((bar, index) => (
                <i key={index} style={{ left: `${bar.left * 100}%`, width: `${bar.width * 100}%` }} />
              ))}
            </span>
            <span role="cell" className="week-text tabular">
              {calendar.weekly[day].length === 0
                ? say('desk.calendar.closed')
                : writeWindows(calendar.weekly[day])}
            </span>
          </div>
        ))}
      </div>
      <h3 className="calendar-part">{say('desk.calendar.holidays')}</h3>
      {calendar.publicHolidays === 'none' ? (
        <p>{say('desk.calendar.noHolidays')}</p>
      ) : (
        <ul className="years">
          {calendar.years.map((each) => (
            <li key={each.year}>
              <b className="tabular">{each.year}</b>
              <Tag
                tone={each.certainty === 'published' ? 'primary' : 'soon'}
                icon={each.certainty === 'published' ? 'check' : 'alert'}
              >
                {say(`desk.certainty.${each.certainty}`)}
              </Tag>
              <span className="muted small">{say(`desk.certaintyText.${each.certainty}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {calendar.overrides.length > 0 && (
        <>
          <h3 className="calendar-part">{say('desk.calendar.special')}</h3>
          <ul className="years">
            {calendar.overrides
              .toSorted((a, b) => a.date.localeCompare(b.date))
              .map((each) => (
                <li key={each.date}>
                  <b className="tabular">{times.date(each.date)}</b>
                  <span>
                    {each.kind === 'closed'
                      ? say('desk.calendar.closed')
                      : each.kind === 'open'
                        ? writeWindows(each.windows ?? [])
                        : say('desk.calendar.like', {
                            day: say(`desk.weekday.${weekdays.find((day) => day === each.weekday) ?? 1}`),
                          })}
                  </span>
                  <span className="muted small">{each.note}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
