import { useQuery } from '@tanstack/react-query'
import type { Member, Skill, Workforce } from '@zhanggui/contract'
import { skills } from '@zhanggui/contract/words'
import { Avatar, StatePanel, Tag } from '@zhanggui/ui'
import { Select } from 'antd'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { useSetLeader, useSetSkills, workforceQuery } from '../duty-data.ts'
import './duty.css'

/** Teams, who leads them, and what everybody can be sent for. */
export function TeamsScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const query = useQuery({ ...workforceQuery(community.id), enabled: can('duty.read') })
  return (
    <Allowed when={can('duty.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.teams')}</h1>
      </header>
      <p className="lead">{say('desk.teams.lead')}</p>
      <Loaded query={query} shape="card">
        {(who) =>
          who.members.length === 0 ? (
            <StatePanel state="empty" title={say('desk.staff.none')} text={say('desk.duty.noStaffText')} />
          ) : (
            who.teams
              .filter(({ team }) => who.members.some((it) => it.team === team))
              .map((each) => <TeamCard key={each.team} team={each} members={who.members} />)
          )
        }
      </Loaded>
    </Allowed>
  )
}

function TeamCard(props: { team: Workforce['teams'][number]; members: readonly Member[] }) {
  const { team, leader } = props.team
  const say = useSay()
  const { community, can } = useSession()
  const set = useSetLeader(community.id)
  const own = props.members.filter((it) => it.team === team)
  return (
    <section className="card">
      <div className="card-head">
        <h2>{say(`team.${team}`)}</h2>
        {can('duty.manage') ? (
          <span className="choice-line">
            <span className="muted">{say('desk.duty.leader')}</span>
            <Select<string>
              className="leader-select"
              aria-label={say('desk.teams.leaderOf', { team: say(`team.${team}`) })}
              value={leader?.id ?? ''}
              loading={set.isPending}
              options={[
                { value: '', label: say('desk.teams.noLeader') },
                ...own.map((it) => ({ value: it.id, label: it.name })),
              ]}
              onChange={(accountId) => set.mutate({ team, accountId: accountId === '' ? null : accountId })}
            />
          </span>
        ) : (
          <span className="muted">
            {leader ? say('desk.teams.ledBy', { name: leader.name }) : say('desk.teams.noLeader')}
          </span>
        )}
      </div>
      <ActTrouble error={set.error} />
      <ul className="skill-list">
        {own.map((it) => (
          <MemberSkills key={it.id} member={it} />
        ))}
      </ul>
    </section>
  )
}

function MemberSkills({ member }: { member: Member }) {
  const say = useSay()
  const { community, can } = useSession()
  const set = useSetSkills(community.id)
  return (
    <li>
      <span className="staff-name">
        <Avatar name={member.name} kind="staff" /> {member.name}
      </span>
      {can('duty.manage') ? (
        <Select<Skill[]>
          mode="multiple"
          aria-label={say('desk.teams.skillsOf', { name: member.name })}
          placeholder={say('desk.teams.noSkills')}
          value={set.isPending ? set.variables.skills : member.skills}
          showSearch={{ optionFilterProp: 'label' }}
          options={skills.map((each) => ({ value: each, label: say(`skill.${each}`) }))}
          onChange={(chosen) => set.mutate({ accountId: member.id, skills: chosen })}
        />
      ) : (
        <span className="choice-line">
          {member.skills.length === 0 && <span className="muted">{say('desk.teams.noSkills')}</span>}
          {member.skills.map((each) => (
            <Tag key={each}>{say(`skill.${each}`)}</Tag>
          ))}
        </span>
      )}
      <ActTrouble error={set.error} />
    </li>
  )
}
