import { useQuery } from '@tanstack/react-query'
import type { Waiting as WaitingView } from '@zhanggui/contract'
import { Tag } from '@zhanggui/ui'
import { waitingQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'

const kinds = ['raised', 'offers', 'handovers', 'disputes', 'coHandling'] as const
const shown = 5

/** What waits for my word beside the queue: offers, hand-overs, disputes, cases nobody can take, help asked for. */
export function Waiting({ onOpen }: { onOpen: (id: string) => void }) {
  const say = useSay()
  const times = useTimes()
  const { community, can } = useSession()
  const { data } = useQuery({ ...waitingQuery(community.id), enabled: can('case.accept') })
  if (!data || kinds.every((kind) => data[kind].length === 0)) return null
  return (
    <details className="waiting" open>
      <summary>
        {say('desk.waiting.title', { count: kinds.reduce((sum, kind) => sum + data[kind].length, 0) })}
      </summary>
      <ul>
        {kinds.flatMap((kind) => [
          ...data[kind].slice(0, shown).map((it) => (
            <li key={`${kind} ${it.caseId} ${it.at}`}>
              <button type="button" onClick={() => onOpen(it.caseId)}>
                <Tag tone={kind === 'raised' ? 'danger' : 'soon'}>{say(`desk.waiting.${kind}`)}</Tag>
                <span className="waiting-text">{it.text}</span>
                <span className="muted small">
                  {aboutOf(data, kind, it.caseId, it.at, say)}
                  {it.until && ` ${say('desk.waiting.until', { when: times.deadline(it.until) })}`}
                </span>
              </button>
            </li>
          )),
          ...(data[kind].length > shown
            ? [
                <li key={kind} className="muted small">
                  {say('desk.waiting.more', {
                    what: say(`desk.waiting.${kind}`),
                    count: data[kind].length - shown,
                  })}
                </li>,
              ]
            : []),
        ])}
      </ul>
    </details>
  )
}

/** What is particular about a line: who hands over, what is asked, why nobody was found. */
function aboutOf(
  data: WaitingView,
  kind: (typeof kinds)[number],
  caseId: string,
  at: string,
  say: ReturnType<typeof useSay>,
): string {
  const same = (it: { caseId: string; at: string }) => it.caseId === caseId && it.at === at
  switch (kind) {
    case 'offers':
      return ''
    case 'handovers':
      return say('desk.waiting.from', { name: data.handovers.find(same)?.from ?? '' })
    case 'disputes':
      return data.disputes.find(same)?.reason ?? ''
    case 'coHandling':
      return data.coHandling.find(same)?.asked ?? ''
    case 'raised': {
      const why = data.raised.find(same)?.why
      return why ? say(`desk.raise.${why}`) : ''
    }
  }
}
