import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { PolicyView } from '@zhanggui/contract'
import { StatePanel } from '@zhanggui/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { calendarsQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { policiesQuery } from '../data.ts'
import { PolicyEditor } from '../parts/policy-editor.tsx'
import { RuleTable } from '../parts/rule-table.tsx'
import './service-times.css'

/** 服务时限: what is promised for which kind of case; each publication is a version of its own. */
export function ServiceTimesScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const policies = useQuery({ ...policiesQuery(community.id), enabled: can('policy.read') })
  const calendars = useQuery({ ...calendarsQuery(community.id), enabled: can('calendar.read') })
  const [editing, setEditing] = useState(false)
  return (
    <Allowed when={can('policy.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.serviceTimes')}</h1>
      </header>
      <p className="lead">{say('desk.policy.lead')}</p>
      <Loaded query={policies} shape="card">
        {(page) => (
          <Loaded query={calendars} shape="card">
            {(all) => {
              const sorted = page.items.toSorted((a, b) => b.version - a.version)
              const [present, ...past] = sorted
              if (!present) {
                return (
                  <StatePanel
                    state="empty"
                    title={say('desk.policy.none')}
                    text={say('desk.policy.noneText')}
                  />
                )
              }
              if (editing) {
                return (
                  <PolicyEditor present={present} calendars={all.items} onClose={() => setEditing(false)} />
                )
              }
              return (
                <>
                  <section className="card">
                    <div className="card-head">
                      <h2>{present.name}</h2>
                      {can('policy.publish') && (
                        <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                          {say('desk.policy.edit')}
                        </Button>
                      )}
                    </div>
                    <PolicyFacts policy={present} />
                    <RuleTable rules={present.rules} calendars={all.items} />
                  </section>
                  {past.length > 0 && <PastVersions past={past} calendars={all.items} />}
                </>
              )
            }}
          </Loaded>
        )}
      </Loaded>
    </Allowed>
  )
}

function PolicyFacts({ policy }: { policy: PolicyView }) {
  const say = useSay()
  const times = useTimes()
  return (
    <dl className="facts policy-facts">
      <dt>{say('desk.policy.version')}</dt>
      <dd>
        {say('desk.policy.published', {
          version: policy.version,
          when: times.when(policy.publishedAt),
          by: policy.publishedBy,
        })}
      </dd>
      <dt>{say('desk.policy.basis')}</dt>
      <dd>{policy.basis === '' ? say('desk.policy.noBasis') : policy.basis}</dd>
      <dt>{say('desk.policy.reopen')}</dt>
      <dd>
        {say('desk.policy.reopenText', {
          percent: policy.reopenPercent,
          floor: times.span(policy.reopenFloorSeconds),
        })}
      </dd>
    </dl>
  )
}

function PastVersions(props: {
  past: readonly PolicyView[]
  calendars: Parameters<typeof RuleTable>[0]['calendars']
}) {
  const say = useSay()
  return (
    <section className="card">
      <h2>{say('desk.policy.past')}</h2>
      {props.past.map((each) => (
        <details key={each.id} className="policy-past">
          <summary>
            {say('desk.policy.pastOf', { version: each.version })} <PublishedBy policy={each} />
          </summary>
          <RuleTable rules={each.rules} calendars={props.calendars} />
        </details>
      ))}
    </section>
  )
}

function PublishedBy({ policy }: { policy: PolicyView }) {
  const times = useTimes()
  return (
    <span className="muted small">
      {times.when(policy.publishedAt)} · {policy.publishedBy}
    </span>
  )
}
