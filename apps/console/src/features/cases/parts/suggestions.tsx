import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CaseDuplicate, CaseKind, CaseSuggestion, PlaceRef, Urgency } from '@zhanggui/contract'
import { StatusTag, useLocale } from '@zhanggui/ui'
import { Button } from 'antd'
import { suggestionQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'

export type Suggested = { kind?: CaseKind; urgency?: Urgency; place?: PlaceRef }

/** What the words point to, asked as one types; undefined while there is nothing to say. */
export function useSuggestion(asked: {
  text: string
  placeId: string | undefined
  personId: string | undefined
}): CaseSuggestion | undefined {
  const { community } = useSession()
  const text = useSettled(asked.text.trim())
  const { data } = useQuery({
    ...suggestionQuery({
      communityId: community.id,
      text,
      ...(asked.placeId === undefined ? {} : { placeId: asked.placeId }),
      ...(asked.personId === undefined ? {} : { personId: asked.personId }),
    }),
    enabled: text.length > 1,
  })
  return text.length > 1 ? data : undefined
}

/** What taking the suggestions would change, or undefined when the form says so already. */
export function changesOf(
  it: CaseSuggestion | undefined,
  now: { kind: CaseKind | ''; urgency: Urgency; place: PlaceRef | null },
): Suggested | undefined {
  if (!it) return undefined
  const changes: Suggested = {
    ...(it.kind !== null && it.kind !== now.kind ? { kind: it.kind } : {}),
    ...(it.urgency === now.urgency ? {} : { urgency: it.urgency }),
    ...(it.place && !now.place ? { place: it.place } : {}),
  }
  return Object.keys(changes).length === 0 ? undefined : changes
}

/** The suggestions with their reasons, taken by one key; and what is open already about the same matter. */
export function Suggestions(props: {
  suggestion: CaseSuggestion | undefined
  changes: Suggested | undefined
  onTake: () => void
  onOpen: () => void
}) {
  const say = useSay()
  const names = useConceptName()
  const { suggestion: it, changes } = props
  if (!it) return null
  const reasons = it.reasons.filter((reason) => reason.points !== 'kind' || reason.concept !== null)
  const told = [
    changes?.kind && say(`case.kind.${changes.kind}`),
    changes?.urgency && say(`urgency.${changes.urgency}`),
    changes?.place?.label,
  ].filter((each) => each !== undefined)
  if (told.length === 0 && it.concepts.length === 0 && it.duplicates.length === 0) return null
  return (
    <section className="suggestions" aria-label={say('desk.suggest.title')}>
      <div className="suggestions-head">
        <ul aria-live="polite">
          {reasons.slice(0, 4).map((reason) => (
            <li key={`${reason.points} ${reason.concept ?? ''}`}>
              <q>{reason.words.join(say('desk.suggest.and'))}</q>
              <span aria-hidden> → </span>
              {reason.concept === null ? pointed(reason.points, it, say) : names(it, reason.concept)}
            </li>
          ))}
          {it.kind === null && <li className="muted">{say('desk.suggest.unsure')}</li>}
          {it.raised && <li>{say('desk.suggest.raised')}</li>}
        </ul>
        {told.length > 0 && (
          <Button size="small" onClick={props.onTake}>
            {say('desk.suggest.take', { what: told.join(say('desk.suggest.and')) })}{' '}
            <kbd aria-hidden>Alt 0</kbd>
          </Button>
        )}
      </div>
      {it.duplicates.length > 0 && <Duplicates items={it.duplicates} onOpen={props.onOpen} />}
    </section>
  )
}

function Duplicates({ items, onOpen }: { items: readonly CaseDuplicate[]; onOpen: () => void }) {
  const say = useSay()
  const times = useTimes()
  return (
    <div className="suggestions-open">
      <h3>{say('desk.suggest.open', { count: items.length })}</h3>
      <ul>
        {items.map((each) => (
          <li key={each.id}>
            <Link to="/cases/$id" params={{ id: each.id }} onClick={onOpen}>
              <StatusTag status={each.status} />
              <span className="suggestions-words">
                <strong>{each.place}</strong> {each.text}
              </span>
              <span className="muted small">
                {say(
                  `desk.suggest.near.${each.distance === 0 ? 'same' : each.distance === 1 ? 'entrance' : 'building'}`,
                )}
                {each.followers > 0 && <> · {say('desk.suggest.followers', { count: each.followers })}</>} ·{' '}
                {times.when(each.receivedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted small">{say('desk.suggest.openHint')}</p>
    </div>
  )
}

function pointed(
  points: CaseSuggestion['reasons'][number]['points'],
  it: CaseSuggestion,
  say: ReturnType<typeof useSay>,
): string {
  if (points === 'mass') return say('desk.suggest.mass')
  if (points === 'scope') return say(`desk.suggest.scope.${it.scope ?? 'home'}`)
  return points === 'urgency' ? say(`urgency.${it.urgency}`) : it.kind ? say(`case.kind.${it.kind}`) : ''
}

function useConceptName() {
  const locale = useLocale()
  return (it: CaseSuggestion, id: string): string =>
    it.concepts.find((each) => each.id === id)?.names[locale] ?? id
}
