import { EnvironmentOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { PlaceRef } from '@zhanggui/contract'
import { useMemo, useState } from 'react'
import { type Choice, Combobox } from '../../../shared/combobox.tsx'
import { problemText } from '../../../shared/problem.ts'
import { placesQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { Unpick } from './caller-field.tsx'

export type ChosenPlace = PlaceRef

/** Where: a home as people say it (3-1-502) or a common place. */
export function PlaceField(props: {
  place: ChosenPlace | null
  /** Offered before anything is typed: the caller's homes. */
  suggested: readonly ChosenPlace[]
  onChange: (place: ChosenPlace | null) => void
}) {
  const say = useSay()
  const { community } = useSession()
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const found = useQuery({ ...placesQuery(community.id, { q, limit: 20 }), enabled: q !== '' })
  const choices = useMemo<Choice<ChosenPlace>[]>(
    () =>
      q === ''
        ? props.suggested.map((each) => ({
            key: each.id,
            value: each,
            label: each.label,
            group: say('desk.newCase.theirHomes'),
          }))
        : (found.data?.items ?? [])
            .filter((each) => each.kind === 'home' || each.kind === 'common')
            .map((each) => ({
              key: each.id,
              value: { id: each.id, kind: each.kind, label: each.label },
              label: each.label,
              group: say(`place.${each.kind}`),
            }))
            .toSorted((a, b) => a.group.localeCompare(b.group)),
    [q, found.data, props.suggested, say],
  )
  if (props.place) {
    return (
      <div className="picked">
        <EnvironmentOutlined />
        <strong>{props.place.label}</strong>
        <span className="muted">{say(`place.${props.place.kind}`)}</span>
        <Unpick label={say('desk.newCase.otherPlace')} onClick={() => props.onChange(null)} />
      </div>
    )
  }
  return (
    <Combobox
      label={say('desk.newCase.place')}
      placeholder={say('desk.newCase.placeHint')}
      prefix={<EnvironmentOutlined />}
      text={text}
      onText={setText}
      choices={choices}
      onChoose={(place) => {
        props.onChange(place)
        setText('')
      }}
      hint={
        text.trim() === ''
          ? undefined
          : found.isError
            ? problemText(say, found.error)
            : found.isFetching || q !== text.trim()
              ? say('desk.search.looking')
              : say('desk.newCase.noPlaceFound')
      }
    />
  )
}
