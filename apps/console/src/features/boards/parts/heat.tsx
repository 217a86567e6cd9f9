import type { Today } from '@zhanggui/contract'
import { useSay } from '../../../shared/say.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Arrivals by weekday and hour: darker is more, the number stands in the cell from the upper half on. */
export function Heat({ heat }: { heat: Today['heat'] }) {
  const say = useSay()
  const most = Math.max(1, ...heat.map((it) => it.cases))
  const any = heat.length > 0
  const casesAt = (weekday: number, hour: number) =>
    heat.find((it) => it.weekday === weekday && it.hour === hour)?.cases ?? 0
  return (
    <div className="board-heat-scroll" tabIndex={0} role="group" aria-label={say('board.today.heat')}>
      <table className="board-heat">
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour % 3 === 0 ? hour : <span className="zg-unseen">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{say(`board.weekday.${weekday}`)}</th>
              {hours.map((hour) => {
                const cases = casesAt(weekday, hour)
                return (
                  <td
                    key={hour}
                    style={{ '--heat': cases / most } as React.CSSProperties}
                    data-hot={cases * 2 > most}
                    title={say('board.today.heatCell', {
                      weekday: say(`board.weekday.${weekday}`),
                      hour: String(hour),
                      count: cases,
                    })}
                  >
                    {cases === 0 ? '' : cases}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {any && <p className="muted small">{say('board.today.heatMost', { count: most })}</p>}
    </div>
  )
}
