import type { DutyRoster, Member, Shift, Workforce } from '@zhanggui/contract'
import { teams } from '@zhanggui/contract/words'
import { Dropdown } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useSetDutyRoster } from '../duty-data.ts'
import { weekdayOf, weekFrom } from '../week.ts'

type Asked = { who: Workforce; week: DutyRoster; monday: string; today: string; manage: boolean }

/**
 * A week of everybody: arrows move between cells, a digit puts the person on that shift or takes them off, Delete
 * clears the day; a click offers the same.
 */
export function RosterGrid({ who, week, monday, today, manage }: Asked) {
  const say = useSay()
  const { community } = useSession()
  const set = useSetDutyRoster(community.id)
  const grid = useRef<HTMLTableElement>(null)
  const dates = weekFrom(monday)
  const people = teams.flatMap((team) => who.members.filter((it) => it.team === team))
  const shiftsOf = (member: Member, on: string) =>
    week.entries.filter((it) => it.staff.id === member.id && it.on === on).map((it) => it.shiftId)

  const toggle = (member: Member, on: string, shift: Shift) => {
    const held = shiftsOf(member, on)
    const here = { on, accountId: member.id }
    // One shift a day is the rule: another one takes its place.
    const others = held.filter((it) => it !== shift.id).map((shiftId) => ({ ...here, shiftId, works: false }))
    set.mutate([...others, { ...here, shiftId: shift.id, works: !held.includes(shift.id) }])
  }
  const clear = (member: Member, on: string) => {
    const held = shiftsOf(member, on)
    if (held.length > 0)
      set.mutate(held.map((shiftId) => ({ on, accountId: member.id, shiftId, works: false })))
  }
  const move = (row: number, column: number) =>
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus()
  const press = (event: KeyboardEvent, row: number, column: number, member: Member, on: string) => {
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
    }
    const next = moves[event.key]
    const shift = /^[1-9]$/.test(event.key) ? who.shifts[Number(event.key) - 1] : undefined
    if (next) move(...next)
    else if (shift && shift.weekdays.includes(weekdayOf(on)) && on >= today) toggle(member, on, shift)
    else if (event.key === 'Delete' || event.key === 'Backspace') clear(member, on)
    else return
    event.preventDefault()
  }

  return (
    <div className="roster-scroll">
      <ActTrouble error={set.error} />
      <table className="roster-week" ref={grid} aria-busy={set.isPending}>
        <thead>
          <tr>
            <th scope="col">{say('desk.people.name')}</th>
            {dates.map((on) => (
              <th key={on} scope="col" data-today={on === today || undefined}>
                {say.maybe(`desk.weekday.${weekdayOf(on)}`)} <span className="tabular">{on.slice(5)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((member, row) => (
            <tr key={member.id} data-first={people[row - 1]?.team !== member.team || undefined}>
              <th scope="row">
                {member.name}
                <span className="muted small">{say(`team.${member.team}`)}</span>
              </th>
              {dates.map((on, column) => {
                const held = shiftsOf(member, on)
                const names = held.map((it) => week.shifts.find((one) => one.id === it)?.name ?? '')
                const away = week.leave.find(
                  (it) => it.staff.id === member.id && it.from <= on && on <= it.until,
                )
                const offered = who.shifts.filter((it) => it.weekdays.includes(weekdayOf(on)))
                const label = [
                  member.name,
                  on,
                  ...names,
                  ...(away ? [say(`leave.${away.kind}`)] : names.length === 0 ? [say('desk.duty.off')] : []),
                ].join(' ')
                const content = (
                  <span className="roster-shifts" data-away={away !== undefined || undefined}>
                    {held.map((it, index) => (
                      <span
                        key={it}
                        className="roster-shift"
                        data-tone={week.shifts.findIndex((one) => one.id === it) % 6}
                      >
                        {names[index]}
                      </span>
                    ))}
                    {away && <span className="roster-away">{say(`leave.${away.kind}`)}</span>}
                    {held.length === 0 && !away && <span aria-hidden>·</span>}
                  </span>
                )
                return (
                  <td key={on} data-today={on === today || undefined}>
                    {manage && on >= today && offered.length > 0 ? (
                      <Dropdown
                        trigger={['click']}
                        menu={{
                          items: [
                            ...offered.map((it) => ({
                              key: it.id,
                              label: `${held.includes(it.id) ? '✓ ' : ''}${it.name} ${it.from}–${it.until}`,
                            })),
                            ...(held.length > 0 ? [{ key: 'off', label: say('desk.duty.dayOff') }] : []),
                          ],
                          onClick: ({ key }) => {
                            const shift = offered.find((it) => it.id === key)
                            if (shift) toggle(member, on, shift)
                            else clear(member, on)
                          },
                        }}
                      >
                        <button
                          type="button"
                          className="roster-cell"
                          data-cell={`${row}-${column}`}
                          tabIndex={row === 0 && column === 0 ? 0 : -1}
                          aria-label={label}
                          onKeyDown={(event) => press(event, row, column, member, on)}
                        >
                          {content}
                        </button>
                      </Dropdown>
                    ) : (
                      <span
                        className="roster-cell"
                        data-cell={`${row}-${column}`}
                        tabIndex={row === 0 && column === 0 ? 0 : -1}
                        role="button"
                        aria-disabled
                        aria-label={label}
                        onKeyDown={(event) => press(event, row, column, member, on)}
                      >
                        {content}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
