import './vows.css'
import { Icon, useFormat, useT, type IconName } from '@zhanggui/ui'
import { useServerNow } from '../data/now.ts'
import type { CaseView } from '../data/queries.ts'

type Vow = CaseView['promises'][number]

const icons: Record<Vow['state'], IconName> = {
  open: 'clock',
  kept: 'checkCircle',
  'kept-late': 'check',
  broken: 'alert',
  renegotiated: 'userCheck',
  withdrawn: 'undo',
}

/** One promise as one says it: who comes by when, or what became of it. */
export const VowWords = ({ it }: { it: Pick<Vow, 'state' | 'who' | 'what' | 'dueAt' | 'settledAt'> }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const at = it.state === 'kept-late' && it.settledAt !== null ? it.settledAt : it.dueAt
  return (
    <p className="r-vow" data-state={it.state}>
      <Icon name={icons[it.state]} />
      {t(`resident.vow.${it.state}`, {
        name: it.who.name,
        when: format.deadline(at, now),
        what: it.what,
      })}
    </p>
  )
}
