import { CopyOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { DutyRoster, Workforce } from '@zhanggui/contract'
import { StatePanel } from '@zhanggui/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { useNow } from '../../../shared/now.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { wallOf } from '../../../shared/wall-time.ts'
import { dutyRosterQuery, useSetDutyRoster, workforceQuery } from '../duty-data.ts'
import { LeaveDialog, LeaveList } from '../parts/leave.tsx'
import { OnDutyNow } from '../parts/on-duty-now.tsx'
import { RosterGrid } from '../parts/roster-grid.tsx'
import { ShiftLegend } from '../parts/shift-legend.tsx'
import { mondayOf, plusDays } from '../week.ts'
import './duty.css'

/** Who works when: a week of people and shifts, changed by click or by key, with who is away. */
export function DutyRosterScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const today = wallOf(useNow(60), community.timeZone).slice(0, 10)
  const [monday, setMonday] = useState(mondayOf(today))
  const [leaving, setLeaving] = useState(false)
  const allowed = can('duty.read')
  const manage = can('duty.manage')
  const workforce = useQuery({ ...workforceQuery(community.id), enabled: allowed })
  const roster = useQuery({ ...dutyRosterQuery(community.id, monday), enabled: allowed })
  const before = useQuery({
    ...dutyRosterQuery(community.id, plusDays(monday, -7)),
    enabled: allowed && manage,
  })
  const times = useTimes()
  return (
    <Allowed when={allowed}>
      <header className="page-head">
        <h1>{say('desk.settings.dutyRoster')}</h1>
        <span className="page-acts">
          <Button
            icon={<LeftOutlined />}
            aria-label={say('desk.duty.weekBefore')}
            onClick={() => setMonday(plusDays(monday, -7))}
          />
          <Button onClick={() => setMonday(mondayOf(today))}>{say('desk.duty.thisWeek')}</Button>
          <Button
            icon={<RightOutlined />}
            aria-label={say('desk.duty.weekAfter')}
            onClick={() => setMonday(plusDays(monday, 7))}
          />
          {manage && (
            <Button icon={<PlusOutlined />} onClick={() => setLeaving(true)}>
              {say('desk.duty.addLeave')}
            </Button>
          )}
        </span>
      </header>
      <OnDutyNow />
      <Loaded query={workforce} rows={8}>
        {(who) => (
          <Loaded query={roster} rows={8}>
            {(week) =>
              who.members.length === 0 ? (
                <StatePanel
                  state="empty"
                  title={say('desk.staff.none')}
                  text={say('desk.duty.noStaffText')}
                />
              ) : (
                <section className="card duty-card">
                  <div className="card-head">
                    <h2>
                      {say('desk.duty.weekOf', {
                        from: times.date(monday),
                        until: times.date(plusDays(monday, 6)),
                      })}
                    </h2>
                    {manage && before.data && (
                      <CopyWeek monday={monday} week={week} before={before.data} who={who} today={today} />
                    )}
                  </div>
                  <ShiftLegend shifts={week.shifts} inUse={who.shifts} manage={manage} />
                  {week.shifts.length === 0 ? (
                    <StatePanel
                      small
                      state="empty"
                      title={say('desk.duty.noShifts')}
                      text={say('desk.duty.noShiftsText')}
                    />
                  ) : (
                    <>
                      {manage && <p className="muted small">{say('desk.duty.gridHint')}</p>}
                      <RosterGrid who={who} week={week} monday={monday} today={today} manage={manage} />
                    </>
                  )}
                  <LeaveList leave={week.leave} manage={manage} />
                </section>
              )
            }
          </Loaded>
        )}
      </Loaded>
      {leaving && workforce.data && (
        <LeaveDialog members={workforce.data.members} today={today} onClose={() => setLeaving(false)} />
      )}
    </Allowed>
  )
}

/** Plans this week like the one before, as far as it still lies ahead. */
function CopyWeek(props: {
  monday: string
  week: DutyRoster
  before: DutyRoster
  who: Workforce
  today: string
}) {
  const { week, before, who, today } = props
  const say = useSay()
  const { community } = useSession()
  const set = useSetDutyRoster(community.id)
  const there = new Set(week.entries.map((it) => `${it.on} ${it.shiftId} ${it.staff.id}`))
  const changes = before.entries.flatMap((it) => {
    const on = plusDays(it.on, 7)
    const known =
      who.shifts.some((one) => one.id === it.shiftId) && who.members.some((one) => one.id === it.staff.id)
    const away = week.leave.some((one) => one.staff.id === it.staff.id && one.from <= on && on <= one.until)
    const busy = week.entries.some((one) => one.on === on && one.staff.id === it.staff.id)
    if (on <= today || !known || away || busy || there.has(`${on} ${it.shiftId} ${it.staff.id}`)) return []
    return [{ on, shiftId: it.shiftId, accountId: it.staff.id, works: true }]
  })
  if (changes.length === 0 || changes.length > 400) return null
  return (
    <span className="choice-line">
      <ActTrouble error={set.error} />
      <Button
        icon={<CopyOutlined />}
        loading={set.isPending}
        onClick={() =>
          set.mutate(changes, {
            onSuccess: (it) => toast(say('desk.duty.copied', { count: it.added })),
          })
        }
      >
        {say('desk.duty.copyWeek', { count: changes.length })}
      </Button>
    </span>
  )
}
