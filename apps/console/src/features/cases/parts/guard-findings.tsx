import type { CaseView } from '@zhanggui/contract'
import { checkReply, type GuardFinding, type GuardInput } from '@zhanggui/rules'
import { Tag } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { useMemo } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import './guard.css'

const byResident = new Set(['opened', 'supplemented', 'rejected'])
const byStaff = new Set(['replied', 'resolved', 'paused', 'declined'])

/** What the guard says to these words, by the rules that the server judges them by as well. */
export function useGuard(view: CaseView, reply: string, promised: boolean): GuardFinding[] {
  const { community, me } = useSession()
  return useMemo(() => {
    if (reply === '') return []
    const { timeline } = view
    const asked = timeline.filter((it) => it.review?.act === 'asked' && it.text === reply).map((it) => it.id)
    return checkReply({
      reply,
      kind: view.kind,
      said: timeline.flatMap(({ kind, text, internal }): GuardInput['said'] => {
        if (text === null || internal) return []
        if (byResident.has(kind)) return [{ by: 'resident' as const, text }]
        return byStaff.has(kind) ? [{ by: 'staff' as const, text }] : []
      }),
      promised,
      community: community.name,
      otherCommunities: me.communities.map((it) => it.name),
      place: view.place?.label ?? null,
      supervisor: community.roles.some((role) => role === 'dispatcher' || role === 'manager'),
      reviewed: timeline.some(
        (it) =>
          it.review?.act === 'agreed' &&
          it.review.of !== null &&
          asked.includes(it.review.of) &&
          it.actor.name !== me.account.name,
      ),
    })
  }, [view, reply, promised, community, me])
}

const tones = { block: 'danger', warn: 'soon', hint: 'neutral' } as const

/** What was found under the text box: the words, why, and something better to put in their place. */
export function GuardFindings(props: {
  findings: readonly GuardFinding[]
  onReplace: (words: string, by: string) => void
  override: string
  onOverride: (reason: string) => void
  onAskReview: () => void
  asking: boolean
  asked: boolean
}) {
  const say = useSay()
  const { findings } = props
  if (findings.length === 0) return null
  const unread = findings.some((it) => it.code === 'needs-review')
  const blocked = findings.some((it) => it.severity === 'block' && it.code !== 'needs-review')
  return (
    <section className="guard" aria-label={say('desk.guard.label')} aria-live="polite">
      <ul>
        {findings.map((it) => (
          <li key={`${it.code} ${it.words}`}>
            <Tag tone={tones[it.severity]}>{say(`desk.guard.severity.${it.severity}`)}</Tag>
            <span className="guard-words">
              <b>{it.words}</b> {say(`desk.guard.why.${it.code}`)}
              {it.suggestion !== undefined && (
                <span className="guard-better">{say('desk.guard.better', { words: it.suggestion })}</span>
              )}
            </span>
            {it.suggestion !== undefined && (
              <Button size="small" onClick={() => props.onReplace(it.words, it.suggestion ?? '')}>
                {say('desk.guard.replace')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unread && (
        <p className="guard-review">
          {say(props.asked ? 'desk.guard.reviewAsked' : 'desk.guard.reviewNeeded')}
          {!props.asked && (
            <Button size="small" type="primary" loading={props.asking} onClick={props.onAskReview}>
              {say('desk.guard.askReview')}
            </Button>
          )}
        </p>
      )}
      {blocked && !unread && (
        <Input
          aria-label={say('desk.guard.override')}
          placeholder={say('desk.guard.override')}
          value={props.override}
          maxLength={200}
          onChange={(event) => props.onOverride(event.target.value)}
        />
      )}
    </section>
  )
}
