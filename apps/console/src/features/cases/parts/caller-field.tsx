import { CloseOutlined, PhoneOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ResidentRole } from '@zhanggui/contract'
import { Tag } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { type Choice, Combobox } from '../../../shared/combobox.tsx'
import { problemText } from '../../../shared/problem.ts'
import { homeQuery, searchQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import type { ChosenPlace } from './place-field.tsx'

export type Caller = {
  personId?: string
  name: string
  phone: string | null
  role?: ResidentRole
  /** Their homes, offered as the place. */
  homes?: ChosenPlace[]
}
type Found = { caller: Caller; home: ChosenPlace | undefined }

type CallerFieldProps = {
  caller: Caller | null
  place: ChosenPlace | null
  /** The second is the caller's home, when they have exactly one. */
  onChange: (caller: Caller | null, home: ChosenPlace | undefined) => void
}

/** Who asks: found by room, name, initials or the tail of a phone; or somebody new with a name and a phone. */
export function CallerField({ caller, place, onChange }: CallerFieldProps) {
  const say = useSay()
  const { community, can } = useSession()
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const found = useQuery({ ...searchQuery(community.id, q), enabled: can('people.read') && q !== '' })
  // A room names its people: whoever lives in the first home found can be the caller.
  const roomId = found.data?.homes[0]?.id
  const room = useQuery({ ...homeQuery(roomId ?? ''), enabled: roomId !== undefined && q !== '' })

  const choices = useMemo<Choice<Found>[]>(() => {
    if (q === '' || !found.data) return []
    const all: Choice<Found>[] = []
    const add = (one: Found, key: string, where: string) =>
      all.push({ key, value: one, label: <FoundLine caller={one.caller} where={where} /> })
    for (const resident of room.data?.residents ?? []) {
      if (resident.until !== null || !room.data) continue
      const { person, role } = resident
      add(
        {
          caller: { personId: person.id, name: person.name, phone: person.phone, role },
          home: room.data.place,
        },
        person.id,
        room.data.place.label,
      )
    }
    for (const person of found.data.people) {
      if (all.some((each) => each.key === person.id)) continue
      const [first, ...rest] = person.homes
      add(
        {
          caller: {
            personId: person.id,
            name: person.name,
            phone: person.phone,
            ...(first ? { role: first.role } : {}),
            homes: person.homes.map(({ id, label }) => ({ id, kind: 'home', label })),
          },
          home: first && rest.length === 0 ? { id: first.id, kind: 'home', label: first.label } : undefined,
        },
        person.id,
        person.homes.map((home) => home.label).join(say('desk.list.join')),
      )
    }
    return all
  }, [q, found.data, room.data, say])

  if (caller?.personId) {
    return (
      <div className="picked">
        <UserOutlined />
        <strong>{caller.name}</strong>
        {caller.role && <Tag quiet>{say(`role.${caller.role}`)}</Tag>}
        <span className="muted tabular">{caller.phone}</span>
        <Unpick label={say('desk.newCase.otherCaller')} onClick={() => onChange(null, undefined)} />
      </div>
    )
  }
  if (caller) {
    return (
      <div className="picked-new">
        <Input
          autoFocus
          aria-label={say('desk.newCase.name')}
          placeholder={say('desk.newCase.name')}
          prefix={<UserOutlined />}
          maxLength={40}
          value={caller.name}
          onChange={(event) => onChange({ ...caller, name: event.target.value }, undefined)}
        />
        <Input
          aria-label={say('desk.newCase.phone')}
          placeholder={say('desk.newCase.phone')}
          prefix={<PhoneOutlined />}
          inputMode="tel"
          maxLength={40}
          value={caller.phone ?? ''}
          onChange={(event) => onChange({ ...caller, phone: event.target.value }, undefined)}
        />
        <Unpick label={say('desk.newCase.otherCaller')} onClick={() => onChange(null, undefined)} />
      </div>
    )
  }
  const asNew = () => {
    const digits = /^[\d+\-() ]{5,}$/.test(text.trim())
    onChange({ name: digits ? '' : text.trim(), phone: digits ? text.trim() : '' }, undefined)
    setText('')
  }
  return (
    <Combobox
      autoFocus={place === null}
      label={say('desk.newCase.caller')}
      placeholder={say('desk.newCase.callerHint')}
      prefix={<UserOutlined />}
      text={text}
      onText={setText}
      choices={choices}
      onChoose={(one) => {
        onChange(one.caller, one.home)
        setText('')
      }}
      hint={
        text.trim() === ''
          ? undefined
          : found.isError
            ? problemText(say, found.error)
            : found.isFetching || q !== text.trim()
              ? say('desk.search.looking')
              : say('desk.newCase.nobody')
      }
      foot={
        text.trim() === '' ? undefined : (
          <button type="button" className="plain-button" onClick={asNew}>
            {say('desk.newCase.newCaller', { text: text.trim() })}
          </button>
        )
      }
      onEnter={() => text.trim() !== '' && asNew()}
    />
  )
}

function FoundLine({ caller, where }: { caller: Caller; where: string }) {
  const say = useSay()
  return (
    <span className="found-line">
      <strong>{caller.name}</strong>
      {caller.role && <span className="muted">{say(`role.${caller.role}`)}</span>}
      <span className="muted tabular">{caller.phone}</span>
      <span className="muted found-where">{where}</span>
    </span>
  )
}

export function Unpick(props: { label: string; onClick: () => void }) {
  return (
    <Button
      className="unpick"
      type="text"
      size="small"
      icon={<CloseOutlined />}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    />
  )
}
