import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { CaseItem } from '@zhanggui/contract'
import { ClockFace, Icon, kindIcons } from '@zhanggui/ui'
import { readDue } from './clock.ts'
import { useNow } from './now.ts'
import { type CaseFilter, caseShortListQuery } from './queries.ts'
import { useSay } from './say.tsx'
import { useSession, useTimes } from './session.tsx'
import { Loaded } from './states.tsx'
import './case-lines.css'

/** A few cases, newest or next due first, each a line that leads to it. `without` leaves the case being read out. */
export function CaseLines(props: {
  /** Within the community one works in. */
  filter: Omit<CaseFilter, 'communityId'>
  limit?: number
  /** How many are shown at most, when more are asked for than that. */
  show?: number
  without?: string
  /** Leaves out what happened at this place, where it is listed already. */
  elsewhereThan?: string | undefined
  empty: string
  onOpen?: (id: string) => void
}) {
  const say = useSay()
  const { limit = 6, show = limit } = props
  const { community } = useSession()
  const query = useQuery(caseShortListQuery({ ...props.filter, communityId: community.id }, limit))
  return (
    <Loaded query={query} shape="text" rows={2} small>
      {(page) => {
        const items = page.items.filter(
          (item) =>
            item.id !== props.without &&
            (props.elsewhereThan === undefined || item.place?.id !== props.elsewhereThan),
        )
        if (items.length === 0) return <p className="case-lines-none">{props.empty}</p>
        return (
          <ul className="case-lines">
            {items.slice(0, show).map((item) => (
              <li key={item.id}>
                <CaseLine item={item} />
              </li>
            ))}
            {(page.nextCursor !== null || items.length > show) && (
              <li>
                <Link to="/cases" search={searchOf(props.filter)}>
                  {say('desk.case.more')}
                </Link>
              </li>
            )}
          </ul>
        )
      }}
    </Loaded>
  )
}

function searchOf(filter: Omit<CaseFilter, 'communityId'>): { placeId?: string; personId?: string } {
  return {
    ...(filter.placeId ? { placeId: filter.placeId } : {}),
    ...(filter.personId ? { personId: filter.personId } : {}),
  }
}

function CaseLine({ item }: { item: CaseItem }) {
  const say = useSay()
  const times = useTimes()
  const now = useNow(30)
  const reading = item.due ? readDue(item.due, now) : undefined
  return (
    <Link to="/cases/$id" params={{ id: item.id }} className="case-line-link" title={item.text}>
      {reading ? (
        <span className="zg-clock" data-tone={reading.tone} data-size="small" aria-hidden>
          <ClockFace used={reading.used} tone={reading.tone} />
        </span>
      ) : (
        <Icon name={kindIcons[item.kind]} />
      )}
      <span className="case-line-words">{item.text}</span>
      <span className="case-line-state">
        {item.due ? times.deadline(item.due.at) : say(`case.status.${item.status}`)}
      </span>
    </Link>
  )
}
