import { PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { StatePanel, Tag } from '@zhanggui/ui'
import { Button, Input, Table } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { Allowed, Loaded } from '../../../shared/states.tsx'
import { HomesNav } from '../../../shared/sub-nav.tsx'
import { peopleQuery } from '../data.ts'
import { AddPersonDialog } from '../parts/add-person.tsx'
import './person.css'

const route = getRouteApi('/in/people')

/** Everybody on record, found by name, initials, room or phone tail. */
export function PeopleScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const search = route.useSearch()
  const goSearch = route.useNavigate()
  const navigate = useNavigate()
  const [text, setText] = useState(search.q ?? '')
  const q = useSettled(text.trim(), 250)
  const [adding, setAdding] = useState(false)
  const query = useInfiniteQuery(peopleQuery(community.id, q))
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  useEffect(() => {
    void goSearch({ search: q === '' ? {} : { q }, replace: true })
  }, [q, goSearch])
  return (
    <Allowed when={can('people.read')}>
      <div className="page">
        <HomesNav />
        <header className="page-head">
          <h1>{say('desk.homes.people')}</h1>
          <span className="page-acts">
            <Input
              allowClear
              style={{ width: 280 }}
              prefix={<SearchOutlined />}
              aria-label={say('desk.people.find')}
              placeholder={say('desk.people.find')}
              value={text}
              maxLength={60}
              onChange={(event) => setText(event.target.value)}
            />
            {can('people.change') && (
              <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {say('desk.people.add')}
              </Button>
            )}
          </span>
        </header>
        <Loaded query={query} rows={8}>
          {() => (
            <>
              <Table
                size="small"
                rowKey="id"
                dataSource={items}
                pagination={false}
                scroll={{ x: 'max-content' }}
                locale={{
                  emptyText:
                    q === '' ? (
                      <StatePanel
                        state="empty"
                        title={say('desk.people.none')}
                        text={say('desk.people.noneText')}
                        action={
                          can('people.import') && (
                            <Button
                              type="primary"
                              icon={<UploadOutlined />}
                              onClick={() => void navigate({ to: '/people/import' })}
                            >
                              {say('desk.homes.import')}
                            </Button>
                          )
                        }
                      />
                    ) : (
                      <StatePanel
                        small
                        state="empty"
                        title={say('desk.search.nothing', { text: q })}
                        text={say('desk.people.notFoundText')}
                      />
                    ),
                }}
                columns={[
                  {
                    key: 'name',
                    title: say('desk.people.name'),
                    width: 160,
                    render: (_, person) => (
                      <Link to="/people/$id" params={{ id: person.id }}>
                        {person.name}
                      </Link>
                    ),
                  },
                  {
                    key: 'phone',
                    title: say('desk.people.phone'),
                    width: 160,
                    render: (_, person) => (
                      <span className="tabular muted">{person.phone ?? say('ui.person.none')}</span>
                    ),
                  },
                  {
                    key: 'homes',
                    title: say('desk.people.homes'),
                    render: (_, person) =>
                      person.homes.length === 0 ? (
                        <span className="muted">{say('desk.people.noHome')}</span>
                      ) : (
                        person.homes.map((home) => (
                          <Link
                            key={home.id}
                            to="/homes/$id"
                            params={{ id: home.id }}
                            className="people-home"
                          >
                            {home.label} <Tag quiet>{say(`role.${home.role}`)}</Tag>
                          </Link>
                        ))
                      ),
                  },
                ]}
              />
              {query.hasNextPage && (
                <p className="list-foot">
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {say('desk.list.more')}
                  </Button>
                </p>
              )}
            </>
          )}
        </Loaded>
        {adding && (
          <AddPersonDialog
            onClose={() => setAdding(false)}
            onAdded={(id) => void navigate({ to: '/people/$id', params: { id } })}
          />
        )}
      </div>
    </Allowed>
  )
}
