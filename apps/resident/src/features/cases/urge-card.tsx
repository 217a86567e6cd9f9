import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import type { CaseView } from '../../data/queries.ts'
import { useAct, useCaseChanged } from '../../data/use-act.ts'
import { useTell } from '../../kit/tell.tsx'
import { nextWords } from '../../progress/next-words.ts'
import { dueOf } from '../../progress/steps.ts'

/** Asking again 催一下: counted, told to whoever works on it, and answered with how far it is. */
export const UrgeCard = ({ it }: { it: CaseView }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const next = nextWords(t, { ...it, due: dueOf(it.clocks) })
  const urge = useAct({
    send: (_: { version: number }, key) => api.urgeCase({ params: { id: it.id }, body: {}, key }),
    done: () => {
      tell(t('resident.case.urged', { count: it.recontacts + 1, next }))
      changed(it.id)
    },
  })
  return (
    <section className="r-card">
      {it.recontacts > 0 && (
        <p className="r-quiet">{t('resident.case.urged', { count: it.recontacts, next })}</p>
      )}
      <Button data-wide busy={urge.isPending} onClick={() => urge.mutate({ version: it.version })}>
        {t('resident.case.urge')}
      </Button>
    </section>
  )
}
