import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Body } from '@zhanggui/client'
import type { AssignmentBody, AssignmentStrategy, AssignmentView, Skill, Team } from '@zhanggui/contract'
import { assignmentStrategies, caseKinds, skills, teams } from '@zhanggui/contract/words'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { assignmentQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import './duty.css'

/** 派单规则: whether and how work is given out by itself, and who a report is for. */
export function AssignmentScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const query = useQuery({ ...assignmentQuery(community.id), enabled: can('policy.read') })
  return (
    <Allowed when={can('policy.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.assignment')}</h1>
      </header>
      <p className="lead">{say('desk.assignment.lead')}</p>
      <Loaded query={query} shape="card">
        {(present) => <AssignmentForm key={present.version} present={present} />}
      </Loaded>
    </Allowed>
  )
}

type Rule = AssignmentBody['rules'][number]

function AssignmentForm({ present }: { present: AssignmentView }) {
  const say = useSay()
  const times = useTimes()
  const { community, can } = useSession()
  const client = useQueryClient()
  const publish = useMutation({
    mutationFn: (body: Body<'publishAssignment'>) =>
      api.publishAssignment({ params: { communityId: community.id }, body }),
    onSuccess: () => toast(say('desk.assignment.done')),
    onSettled: () => client.invalidateQueries({ queryKey: ['assignment'] }),
  })
  const [draft, setDraft] = useState<AssignmentBody>({
    strategy: present.strategy,
    acceptSeconds: present.acceptSeconds,
    capacity: present.capacity,
    rules: present.rules,
  })
  const change = (part: Partial<AssignmentBody>) => setDraft((now) => ({ ...now, ...part }))
  const setRule = (index: number, part: Partial<Rule>) =>
    change({ rules: draft.rules.map((it, at) => (at === index ? { ...it, ...part } : it)) })
  const locked = !can('policy.publish')
  return (
    <section className="card assignment">
      <label>
        <span>{say('desk.assignment.strategy')}</span>
        <Select<AssignmentStrategy>
          aria-label={say('desk.assignment.strategy')}
          disabled={locked}
          value={draft.strategy}
          options={assignmentStrategies.map((each) => ({
            value: each,
            label: say(`desk.assignment.strategy.${each}`),
          }))}
          onChange={(strategy) => change({ strategy })}
        />
      </label>
      <p className="muted small">{say(`desk.assignment.text.${draft.strategy}`)}</p>
      <div className="choice-line">
        <label>
          <span>{say('desk.assignment.accept')}</span>
          <InputNumber
            disabled={locked}
            min={1}
            max={1440}
            precision={0}
            value={Math.round(draft.acceptSeconds / 60)}
            onChange={(minutes) => change({ acceptSeconds: (minutes ?? 15) * 60 })}
          />
        </label>
        <label>
          <span>{say('desk.assignment.capacity')}</span>
          <InputNumber
            disabled={locked}
            min={1}
            max={100}
            precision={0}
            value={draft.capacity}
            onChange={(capacity) => change({ capacity: capacity ?? 5 })}
          />
        </label>
      </div>
      <h3 className="duty-part">{say('desk.assignment.rules')}</h3>
      <p className="muted small">{say('desk.assignment.rulesText')}</p>
      {draft.rules.map((rule, index) => (
        <div key={index} className="assignment-rule">
          <Select
            mode="multiple"
            disabled={locked}
            aria-label={say('desk.assignment.kinds')}
            placeholder={say('desk.assignment.anyKind')}
            value={rule.kinds}
            options={caseKinds.map((each) => ({ value: each, label: say(`case.kind.${each}`) }))}
            onChange={(kinds) => setRule(index, { kinds })}
          />
          <Select
            mode="tags"
            disabled={locked}
            aria-label={say('desk.assignment.words')}
            placeholder={say('desk.assignment.anyWord')}
            value={rule.words}
            tokenSeparators={[',', '，', '、', ' ']}
            onChange={(words: string[]) => setRule(index, { words })}
          />
          <Select<Team | ''>
            disabled={locked}
            aria-label={say('desk.staff.team')}
            value={rule.team ?? ''}
            options={[
              { value: '' as const, label: say('desk.assignment.anyTeam') },
              ...teams.map((each) => ({ value: each, label: say(`team.${each}`) })),
            ]}
            onChange={(team) => setRule(index, { team: team === '' ? null : team })}
          />
          <Select<Skill | ''>
            disabled={locked}
            aria-label={say('desk.assignment.skill')}
            value={rule.skill ?? ''}
            options={[
              { value: '' as const, label: say('desk.assignment.anySkill') },
              ...skills.map((each) => ({ value: each, label: say(`skill.${each}`) })),
            ]}
            onChange={(skill) => setRule(index, { skill: skill === '' ? null : skill })}
          />
          {!locked && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={say('desk.assignment.removeRule')}
              onClick={() => change({ rules: draft.rules.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
      <ActTrouble error={publish.error} />
      {!locked && (
        <div className="choice-line">
          <Button
            icon={<PlusOutlined />}
            disabled={draft.rules.length >= 30}
            onClick={() =>
              change({ rules: [...draft.rules, { kinds: [], words: [], team: null, skill: null }] })
            }
          >
            {say('desk.assignment.addRule')}
          </Button>
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => publish.mutate({ ...draft, expectedVersion: present.version })}
          >
            {say('desk.phones.publish')}
          </Button>
        </div>
      )}
      {present.publishedAt !== null && (
        <p className="muted small">
          {say('desk.phones.published', {
            version: present.version,
            who: present.publishedBy ?? '',
            when: times.when(present.publishedAt),
          })}
        </p>
      )}
    </section>
  )
}
