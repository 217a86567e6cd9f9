import { Button, useFormat, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { useServerNow } from '../../data/now.ts'
import type { CaseView } from '../../data/queries.ts'
import { useAct, useCaseChanged } from '../../data/use-act.ts'
import { useTell } from '../../kit/tell.tsx'
import { VowWords } from '../../vows/vow-words.tsx'

/** What I was promised, and my word where somebody asks for another time. */
export const Vows = ({ it }: { it: CaseView }) => {
  const t = useT<'resident'>()
  return (
    <section className="r-card r-vows" aria-label={t('resident.vow.title')}>
      <h2>{t('resident.vow.title')}</h2>
      {it.promises.map((vow) => (
        <div key={vow.id}>
          <VowWords it={vow} />
          {vow.state === 'open' && vow.change?.state === 'offered' && (
            <Asked caseId={it.id} version={it.version} promiseId={vow.id} change={vow.change} />
          )}
        </div>
      ))}
    </section>
  )
}

type Change = NonNullable<CaseView['promises'][number]['change']>

/** Another time is asked for. Both answers look alike; saying nothing leaves the old time to count. */
const Asked = (props: { caseId: string; version: number; promiseId: string; change: Change }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const tell = useTell()
  const changed = useCaseChanged()
  const act = useAct({
    send: (body: { answer: 'agree' | 'object'; expectedVersion: number }, key) =>
      api.answerPromiseChange({ params: { id: props.caseId, promiseId: props.promiseId }, body, key }),
    done: (_receipt, { answer }) => {
      tell(t(answer === 'agree' ? 'resident.vow.agreed' : 'resident.vow.objected'))
      changed(props.caseId)
    },
  })
  const say = (answer: 'agree' | 'object') => act.mutate({ answer, expectedVersion: props.version })
  return (
    <div className="r-vow-asked">
      <p>
        {t('resident.vow.asks', {
          when: format.deadline(props.change.dueAt, now),
          reason: props.change.reason,
        })}
      </p>
      <div className="r-vow-answers" role="group">
        <Button busy={act.isPending} onClick={() => say('agree')}>
          {t('resident.vow.agree')}
        </Button>
        <Button busy={act.isPending} onClick={() => say('object')}>
          {t('resident.vow.object')}
        </Button>
      </div>
      <p className="r-quiet">{t('resident.vow.rule')}</p>
    </div>
  )
}
