import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import {
  activeStatuses,
  type CaseKind,
  caseKinds,
  type CaseStatus,
  caseStatuses,
} from '@zhanggui/contract/words'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { staffQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import type { CaseSearch } from '../search.ts'

type Shorthand = 'all' | 'active' | 'closed'
const shorthands: Record<Shorthand, readonly CaseStatus[] | undefined> = {
  all: undefined,
  active: activeStatuses,
  closed: caseStatuses.filter((each) => !(activeStatuses as readonly string[]).includes(each)),
}

const same = (left: readonly string[] | undefined, right: readonly string[] | undefined) =>
  [...(left ?? [])].toSorted().join() === [...(right ?? [])].toSorted().join()

/** Which cases the list shows; all of it stands in the address, so that a view can be sent to a colleague. */
export function CaseFilters(props: { search: CaseSearch; onChange: (next: CaseSearch) => void }) {
  const say = useSay()
  const { search, onChange } = props
  const { community, can } = useSession()
  const staff = useQuery({ ...staffQuery(community.id), enabled: can('staff.read') })
  const [text, setText] = useState(search.q ?? '')
  const set = (part: { [K in keyof CaseSearch]?: CaseSearch[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined),
      ) as CaseSearch,
    )

  // An address from elsewhere (a saved view, the filters cleared) brings its own words.
  const [followed, setFollowed] = useState(search.q)
  if (followed !== search.q) {
    setFollowed(search.q)
    if ((search.q ?? '') !== text.trim()) setText(search.q ?? '')
  }
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => set({ q: typed.trim() === '' ? undefined : typed.trim() }), 300)
  }

  const shorthand = (Object.keys(shorthands) as Shorthand[]).find((each) =>
    same(shorthands[each], search.status),
  )
  const filtered = Object.keys(search).some((each) => each !== 'sort')
  return (
    <div className="filters" role="search" aria-label={say('desk.filter.label')}>
      <Segmented<Shorthand | 'own'>
        aria-label={say('desk.filter.range')}
        value={shorthand ?? 'own'}
        options={(['active', 'closed', 'all'] as const).map((each) => ({
          value: each,
          label: say(`desk.filter.${each}`),
        }))}
        onChange={(each) => {
          if (each !== 'own') set({ status: shorthands[each] ? [...shorthands[each]] : undefined })
        }}
      />
      <Select
        mode="multiple"
        allowClear
        className="filter-status"
        maxTagCount="responsive"
        aria-label={say('desk.column.status')}
        placeholder={say('desk.column.status')}
        value={shorthand === undefined ? (search.status ?? []) : []}
        options={caseStatuses.map((each) => ({ value: each, label: say(`case.status.${each}`) }))}
        onChange={(status: CaseStatus[]) => set({ status: status.length > 0 ? status : undefined })}
      />
      <Select
        mode="multiple"
        allowClear
        className="filter-kind"
        maxTagCount="responsive"
        aria-label={say('desk.column.kind')}
        placeholder={say('desk.column.kind')}
        value={search.kind ?? []}
        options={caseKinds.map((each) => ({ value: each, label: say(`case.kind.${each}`) }))}
        onChange={(kind: CaseKind[]) => set({ kind: kind.length > 0 ? kind : undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter-assignee"
        aria-label={say('desk.column.assignee')}
        placeholder={say('desk.column.assignee')}
        value={search.assignee ?? null}
        options={[
          { value: 'me', label: say('desk.filter.me') },
          { value: 'team', label: say('desk.filter.team') },
          { value: 'none', label: say('desk.case.unassigned') },
          ...(staff.data?.items ?? [])
            .filter((each) => each.state === 'active')
            .map((each) => ({ value: each.accountId, label: each.name })),
        ]}
        onChange={(assignee: string | null | undefined) => set({ assignee: assignee ?? undefined })}
      />
      <Input
        allowClear
        className="filter-words"
        prefix={<SearchOutlined />}
        aria-label={say('desk.filter.words')}
        placeholder={say('desk.filter.words')}
        maxLength={60}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <Checkbox
        checked={search.late ?? false}
        onChange={(event) => set({ late: event.target.checked || undefined })}
      >
        {say('desk.filter.late')}
      </Checkbox>
      <Checkbox
        checked={search.escalated ?? false}
        onChange={(event) => set({ escalated: event.target.checked || undefined })}
      >
        {say('desk.filter.escalated')}
      </Checkbox>
      <Select
        className="filter-sort"
        aria-label={say('desk.filter.sort')}
        value={search.sort ?? 'newest'}
        options={(['newest', 'deadline'] as const).map((each) => ({
          value: each,
          label: say(`desk.sort.${each}`),
        }))}
        onChange={(sort: 'newest' | 'deadline') => set({ sort })}
      />
      {(search.placeId !== undefined || search.personId !== undefined) && (
        <Button size="small" onClick={() => set({ placeId: undefined, personId: undefined })}>
          {say(search.placeId === undefined ? 'desk.filter.onePerson' : 'desk.filter.onePlace')} ×
        </Button>
      )}
      {filtered && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onChange(search.sort ? { sort: search.sort } : {})}
        >
          {say('desk.filter.clear')}
        </button>
      )}
    </div>
  )
}
