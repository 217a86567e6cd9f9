import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  EditOutlined,
  PlusOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { DutyPhone, DutyPhones, DutyTopic } from '@zhanggui/contract'
import { dutyTopics } from '@zhanggui/contract/words'
import { StatePanel } from '@zhanggui/ui'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { dutyPhonesQuery, usePublishPhones } from '../duty-data.ts'
import './duty.css'

/** Which number is rung for what, in order; everybody on the staff sees it, managers publish it. */
export function DutyPhonesScreen() {
  const say = useSay()
  const times = useTimes()
  const { community, can } = useSession()
  const query = useQuery({ ...dutyPhonesQuery(community.id), enabled: can('duty.read') })
  const [editing, setEditing] = useState(false)
  return (
    <Allowed when={can('duty.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.dutyPhones')}</h1>
        {can('duty.manage') && query.data && !editing && (
          <span className="page-acts">
            <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
              {say('desk.calendar.edit')}
            </Button>
          </span>
        )}
      </header>
      <p className="lead">{say('desk.phones.lead')}</p>
      <Loaded query={query} rows={6}>
        {(list) =>
          editing ? (
            <PhonesEditor list={list} onClose={() => setEditing(false)} />
          ) : list.phones.length === 0 ? (
            <StatePanel state="empty" title={say('desk.phones.none')} text={say('desk.phones.noneText')} />
          ) : (
            <section className="card">
              <ol className="phone-list">
                {list.phones.map((it, index) => (
                  <li key={index}>
                    <span className="muted">{say(`duty.${it.topic}`)}</span>
                    <b>{it.name}</b>
                    <a className="tabular" href={`tel:${it.phone}`}>
                      {it.phone}
                    </a>
                    <span className="muted small">{it.note}</span>
                  </li>
                ))}
              </ol>
              {list.publishedAt !== null && (
                <p className="muted small">
                  {say('desk.phones.published', {
                    version: list.version,
                    who: list.publishedBy ?? '',
                    when: times.when(list.publishedAt),
                  })}
                </p>
              )}
            </section>
          )
        }
      </Loaded>
    </Allowed>
  )
}

function PhonesEditor({ list, onClose }: { list: DutyPhones; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const publish = usePublishPhones(community.id)
  const [phones, setPhones] = useState<DutyPhone[]>(list.phones)
  const change = (index: number, part: Partial<DutyPhone>) =>
    setPhones((now) => now.map((it, at) => (at === index ? { ...it, ...part } : it)))
  const move = (index: number, by: number) =>
    setPhones((now) => {
      const next = [...now]
      const [moved] = next.splice(index, 1)
      if (moved) next.splice(index + by, 0, moved)
      return next
    })
  const ready = phones.every((it) => it.name.trim() !== '' && it.phone.trim() !== '')
  return (
    <section className="card phone-editor">
      {phones.map((it, index) => (
        <div key={index} className="phone-row">
          <Select<DutyTopic>
            aria-label={say('desk.phones.topic')}
            value={it.topic}
            options={dutyTopics.map((each) => ({ value: each, label: say(`duty.${each}`) }))}
            onChange={(topic) => change(index, { topic })}
          />
          <Input
            aria-label={say('desk.phones.name')}
            placeholder={say('desk.phones.name')}
            maxLength={40}
            value={it.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Input
            aria-label={say('desk.phones.phone')}
            placeholder={say('desk.phones.phone')}
            maxLength={40}
            inputMode="tel"
            value={it.phone}
            onChange={(event) => change(index, { phone: event.target.value })}
          />
          <Input
            aria-label={say('desk.phones.note')}
            placeholder={say('desk.phones.note')}
            maxLength={100}
            value={it.note}
            onChange={(event) => change(index, { note: event.target.value })}
          />
          <span className="phone-acts">
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={say('desk.phones.up')}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={say('desk.phones.down')}
              disabled={index === phones.length - 1}
              onClick={() => move(index, 1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={say('desk.phones.remove')}
              onClick={() => setPhones((now) => now.filter((_, at) => at !== index))}
            />
          </span>
        </div>
      ))}
      <ActTrouble error={publish.error} />
      <div className="choice-line">
        <Button
          icon={<PlusOutlined />}
          disabled={phones.length >= 30}
          onClick={() => setPhones((now) => [...now, { topic: 'other', name: '', phone: '', note: '' }])}
        >
          {say('desk.phones.add')}
        </Button>
        <Button onClick={onClose}>{say('ui.cancel')}</Button>
        <Button
          type="primary"
          disabled={!ready}
          loading={publish.isPending}
          onClick={() =>
            publish.mutate(
              { expectedVersion: list.version, phones },
              {
                onSuccess: () => {
                  toast(say('desk.phones.done'))
                  onClose()
                },
              },
            )
          }
        >
          {say('desk.phones.publish')}
        </Button>
      </div>
    </section>
  )
}
