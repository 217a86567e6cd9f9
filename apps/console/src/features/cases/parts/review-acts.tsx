import type { CaseView, TimelineItem } from '@zhanggui/contract'
import { Button } from 'antd'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'

/** On the note that asks for a second person: agree to the words or give them back; one's own waits for others. */
export function ReviewActs({ view, fact }: { view: CaseView; fact: TimelineItem }) {
  const say = useSay()
  const { can, me } = useSession()
  const act = useAct(view, () => undefined)
  const decided = view.timeline.find((it) => it.review !== null && it.review.of === fact.id)
  if (decided?.review)
    return <span>{say(decided.review.act === 'agreed' ? 'desk.guard.agreed' : 'desk.guard.returned')}</span>
  if (!can('case.reply') || fact.actor.name === me.account.name) return <span>{say('desk.guard.waits')}</span>
  const decide = (verdict: 'agree' | 'return') =>
    void act.run(`${fact.id}${verdict}`, ({ key }) =>
      api.decideReplyReview({ params: { id: view.id, reviewId: fact.id }, body: { verdict }, key }),
    )
  return (
    <span className="guard-review">
      {say('desk.guard.asks')}
      <Button size="small" type="primary" loading={act.busy} onClick={() => decide('agree')}>
        {say('desk.guard.agree')}
      </Button>
      <Button size="small" disabled={act.busy} onClick={() => decide('return')}>
        {say('desk.guard.return')}
      </Button>
      <ActTrouble error={act.error} />
    </span>
  )
}
