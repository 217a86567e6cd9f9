import { useQuery } from '@tanstack/react-query'
import { teams } from '@zhanggui/contract/words'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { onDutyQuery } from '../duty-data.ts'

/** Who is on duty at this moment, by team, until when. */
export function OnDutyNow() {
  const say = useSay()
  const times = useTimes()
  const { community, can } = useSession()
  const query = useQuery({ ...onDutyQuery(community.id), enabled: can('duty.read') })
  if (!query.data) return null
  const { staff } = query.data
  return (
    <section className="card on-duty" aria-label={say('desk.duty.now')}>
      <b>{say('desk.duty.now')}</b>
      {staff.length === 0 && <span className="muted">{say('desk.duty.nobody')}</span>}
      {teams.flatMap((team) => {
        const here = staff.filter((it) => it.team === team)
        if (here.length === 0) return []
        return [
          <span key={team} className="on-duty-team">
            <span className="muted">{say(`team.${team}`)}</span>
            {here.map((it) => (
              <span key={it.id}>
                {it.name}
                {it.leader?.id === it.id && <span className="muted"> {say('desk.duty.leader')}</span>}
                <span className="muted small"> {say('desk.duty.until', { when: times.time(it.until) })}</span>
              </span>
            ))}
          </span>,
        ]
      })}
    </section>
  )
}
