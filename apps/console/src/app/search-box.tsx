import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { Combobox, type Choice } from '../shared/combobox.tsx'
import { problemText } from '../shared/problem.ts'
import { caseShortListQuery, searchQuery } from '../shared/queries.ts'
import { useKeys } from '../shared/keys.ts'
import { useSay } from '../shared/say.tsx'
import { useSession } from '../shared/session.tsx'
import { useSettled } from '../shared/settled.ts'

type Goal = { to: 'case' | 'home' | 'place' | 'person'; id: string }

/** One box for rooms, names, initials, phone tails and case numbers; `/` leads to it. */
export function SearchBox() {
  const say = useSay()
  const { community, can } = useSession()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const wide = can('people.read')
  const all = useQuery({ ...searchQuery(community.id, q), enabled: wide && q !== '' })
  const casesOnly = useQuery({
    ...caseShortListQuery({ communityId: community.id, q, sort: 'newest' }, 8),
    enabled: !wide && q !== '',
  })
  useKeys({ '/': () => input.current?.focus() })

  const choices = useMemo<Choice<Goal>[]>(() => {
    if (q === '') return []
    const found = all.data
    const cases =
      (wide ? found?.cases : casesOnly.data?.items.map((it) => ({ ...it, excerpt: it.text }))) ?? []
    return [
      ...(found?.homes ?? []).map((it) => ({
        key: it.id,
        value: { to: 'home' as const, id: it.id },
        group: say('desk.search.homes'),
        label: <strong>{it.label}</strong>,
      })),
      ...(found?.people ?? []).map((it) => ({
        key: it.id,
        value: { to: 'person' as const, id: it.id },
        group: say('desk.search.people'),
        label: (
          <span className="search-line">
            <strong>{it.name}</strong>
            <span className="muted tabular">{it.phone}</span>
            <span className="muted">{it.homes.map((home) => home.label).join(say('desk.list.join'))}</span>
          </span>
        ),
      })),
      ...cases.map((it) => ({
        key: it.id,
        value: { to: 'case' as const, id: it.id },
        group: say('desk.search.cases'),
        label: (
          <span className="search-line">
            <span className="tabular">{it.number}</span>
            <span className="search-words">{it.excerpt}</span>
            <span className="muted">{say(`case.status.${it.status}`)}</span>
          </span>
        ),
      })),
      ...(found?.places ?? []).map((it) => ({
        key: it.id,
        value: { to: 'place' as const, id: it.id },
        group: say('desk.search.places'),
        label: it.label,
      })),
    ]
  }, [q, wide, all.data, casesOnly.data, say])

  const asked = wide ? all : casesOnly
  const hint =
    text.trim() === ''
      ? undefined
      : asked.isError
        ? problemText(say, asked.error)
        : asked.isFetching || q !== text.trim()
          ? say('desk.search.looking')
          : say('desk.search.nothing', { text: q })

  const go = (goal: Goal) => {
    setText('')
    input.current?.blur()
    if (goal.to === 'case') void navigate({ to: '/cases/$id', params: { id: goal.id } })
    else if (goal.to === 'home') void navigate({ to: '/homes/$id', params: { id: goal.id } })
    else if (goal.to === 'person') void navigate({ to: '/people/$id', params: { id: goal.id } })
    else void navigate({ to: '/cases', search: { placeId: goal.id } })
  }

  return (
    <Combobox
      className="search-box"
      label={say('desk.search.label')}
      placeholder={wide ? say('desk.search.placeholder') : say('desk.search.placeholderCases')}
      text={text}
      onText={setText}
      choices={choices}
      onChoose={go}
      hint={hint}
      inputRef={input}
      prefix={<SearchOutlined />}
      suffix={<kbd aria-hidden>/</kbd>}
      onEscape={() => {
        setText('')
        input.current?.blur()
      }}
    />
  )
}
