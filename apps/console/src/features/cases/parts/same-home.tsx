import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseItem } from '@zhanggui/contract'
import { StatusTag } from '@zhanggui/ui'
import { caseShortListQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'

/** What is already open for this home or person, so that no twin is opened. */
export function SameHome(props: {
  placeId: string | undefined
  personId: string | undefined
  onOpen: () => void
}) {
  const say = useSay()
  const times = useTimes()
  const { community } = useSession()
  const about = { communityId: community.id, status: 'active', sort: 'newest' } as const
  const place = useQuery({
    ...caseShortListQuery({ ...about, placeId: props.placeId ?? '' }, 5),
    enabled: props.placeId !== undefined,
  })
  const person = useQuery({
    ...caseShortListQuery({ ...about, personId: props.personId ?? '' }, 5),
    enabled: props.personId !== undefined,
  })
  const all = new Map<string, CaseItem>()
  for (const item of (props.placeId && place.data?.items) || []) all.set(item.id, item)
  for (const item of (props.personId && person.data?.items) || []) all.set(item.id, item)
  if (place.isError || person.isError) {
    return <p className="same-home-none">{say('desk.newCase.sameUnknown')}</p>
  }
  if (all.size === 0) return null
  return (
    <section className="same-home" aria-label={say('desk.newCase.same', { count: all.size })}>
      <h3>{say('desk.newCase.same', { count: all.size })}</h3>
      <ul>
        {[...all.values()].map((item) => (
          <li key={item.id}>
            <Link to="/cases/$id" params={{ id: item.id }} onClick={props.onOpen}>
              <StatusTag status={item.status} />
              <span className="same-home-words">{item.text}</span>
              <span className="muted small">{times.when(item.receivedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted small">{say('desk.newCase.sameHint')}</p>
    </section>
  )
}
