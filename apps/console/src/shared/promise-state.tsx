import type { PromiseState } from '@zhanggui/contract'
import { type IconName, Tag, type TagTone } from '@zhanggui/ui'
import { useSay } from './say.tsx'

const looks: Record<PromiseState, { tone: TagTone; icon: IconName }> = {
  open: { tone: 'primary', icon: 'clock' },
  kept: { tone: 'info', icon: 'checkCircle' },
  'kept-late': { tone: 'soon', icon: 'check' },
  broken: { tone: 'danger', icon: 'alert' },
  renegotiated: { tone: 'neutral', icon: 'userCheck' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
}

/** Where a promise stands, in a word, a colour and a sign. */
export function PromiseStateTag({ state }: { state: PromiseState }) {
  const say = useSay()
  const { tone, icon } = looks[state]
  return (
    <Tag tone={tone} icon={icon}>
      {say(`desk.promise.state.${state}`)}
    </Tag>
  )
}
