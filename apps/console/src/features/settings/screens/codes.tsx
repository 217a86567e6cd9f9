import { PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answer } from '@zhanggui/client'
import type { Place } from '@zhanggui/contract'
import { StatePanel, Tag } from '@zhanggui/ui'
import { Button, Input, Modal, Segmented, Table } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { placesQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { CodeSheet } from '../parts/code-sheet.tsx'
import './codes.css'

type Code = Answer<'makePlaceCode'>
/** A sheet too long to print is also too long to put up in a day. */
const most = 60

/**
 * QR codes by which anybody can report on a place. Printing takes the one that is up, or makes the first; only
 * replacing one, for a sign that was misused, ends it.
 */
export function CodesScreen() {
  const say = useSay()
  const { community, can } = useSession()
  const client = useQueryClient()
  const [kind, setKind] = useState<'common' | 'home'>('common')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [made, setMade] = useState<readonly Code[]>([])
  const [asking, setAsking] = useState(false)
  const query = useQuery(placesQuery(community.id, { kind, limit: 500 }))
  const shown = useMemo(
    () => (query.data?.items ?? []).filter((each) => each.label.includes(words.trim())),
    [query.data, words],
  )
  const places = shown.filter((each) => chosen.includes(each.id))
  const replaced = places.filter((each) => each.hasCode).length
  const make = useMutation({
    mutationFn: async (anew: boolean) => {
      const wanted = anew ? places.filter((each) => each.hasCode) : places
      // One after another: what was made before a failure is kept and printed.
      for (const place of wanted) {
        const params = { id: place.id }
        const code =
          place.hasCode && !anew ? await api.showPlaceCode({ params }) : await api.makePlaceCode({ params })
        setMade((all) => [...all.filter((each) => each.label !== code.label), code])
        setChosen((all) => all.filter((each) => each !== place.id))
      }
    },
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: ['estate', 'places'] })
    },
  })
  const tooMany = places.length > most
  return (
    <Allowed when={can('estate.change')}>
      <header className="page-head no-print">
        <h1>{say('desk.settings.codes')}</h1>
      </header>
      <p className="lead no-print">{say('desk.codes.lead')}</p>
      {made.length > 0 && (
        <section className="card">
          <div className="card-head no-print">
            <h2>{say('desk.codes.made', { count: made.length })}</h2>
            <span className="choice-line">
              <Button onClick={() => setMade([])}>{say('desk.codes.putAway')}</Button>
              <Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>
                {say('desk.codes.print')}
              </Button>
            </span>
          </div>
          <p className="muted no-print">{say('desk.codes.again')}</p>
          <CodeSheet codes={made} community={community.name} />
        </section>
      )}
      <div className="choice-line no-print">
        <Segmented<'common' | 'home'>
          aria-label={say('desk.codes.kind')}
          value={kind}
          options={(['common', 'home'] as const).map((each) => ({
            value: each,
            label: say(`place.${each}`),
          }))}
          onChange={(next) => {
            setKind(next)
            setChosen([])
          }}
        />
        <Input
          allowClear
          style={{ width: 220 }}
          aria-label={say('desk.places.find')}
          placeholder={say('desk.places.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button
          type={made.length > 0 ? 'default' : 'primary'}
          disabled={places.length === 0 || tooMany}
          loading={make.isPending && !asking}
          onClick={() => make.mutate(false)}
        >
          {say('desk.codes.make', { count: places.length })}
        </Button>
        {replaced > 0 && !tooMany && (
          <Button danger disabled={make.isPending} onClick={() => setAsking(true)}>
            {say('desk.codes.replace', { count: replaced })}
          </Button>
        )}
        {tooMany && <span className="muted small">{say('desk.codes.tooMany', { most })}</span>}
      </div>
      <ActTrouble error={make.error} />
      <div className="no-print">
        <Loaded query={query} rows={6}>
          {() => (
            <Table<Place>
              size="small"
              rowKey="id"
              dataSource={shown}
              pagination={{ pageSize: 30, showSizeChanger: false, hideOnSinglePage: true }}
              rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)) }}
              locale={{
                emptyText: (
                  <StatePanel
                    small
                    state="empty"
                    title={say('desk.places.none')}
                    text={say('desk.places.noneText')}
                  />
                ),
              }}
              columns={[
                { key: 'label', title: say('desk.places.name'), render: (_, place) => place.label },
                {
                  key: 'code',
                  title: say('desk.places.code'),
                  width: 160,
                  render: (_, place) =>
                    place.hasCode ? (
                      <Tag icon="qr">{say('desk.places.hasCode')}</Tag>
                    ) : (
                      <span className="muted">{say('desk.places.noCode')}</span>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </div>
      <Modal
        open={asking}
        title={say('desk.codes.replaceTitle')}
        okText={say('desk.codes.replace', { count: replaced })}
        okButtonProps={{ danger: true }}
        cancelText={say('ui.cancel')}
        confirmLoading={make.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => make.mutate(true)}
      >
        <p>{say('desk.codes.replaceText', { count: replaced })}</p>
      </Modal>
    </Allowed>
  )
}
