import { Icon, useFormat, useT } from '@zhanggui/ui'
import { useServerNow } from '../../data/now.ts'
import type { CaseView } from '../../data/queries.ts'
import { stepsOf, type Step } from '../../progress/steps.ts'

/** How far it is, in five plain steps. */
export const Steps = ({ it }: { it: CaseView }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const words = (step: Step): string => {
    if (step.name === 'accepted' && step.state === 'done' && step.who) {
      return t('resident.step.acceptedBy', { name: step.who })
    }
    if (step.name === 'working' && step.state === 'now') {
      return step.who ? t('resident.step.workingBy', { name: step.who }) : t('resident.step.arranging')
    }
    if (step.name === 'working' && step.state === 'done' && step.who) {
      return t('resident.step.workedBy', { name: step.who })
    }
    if (step.name === 'waiting')
      return it.pausedFor ? t(`pauseForResident.${it.pausedFor}`) : t('resident.step.waiting')
    if (step.name === 'confirmed' && step.state === 'done' && it.closureBasis) {
      return t(`resident.step.closed.${it.closureBasis}`)
    }
    if (step.name === 'confirmed' && step.state === 'now') return t('resident.step.confirmNow')
    return t(`resident.step.${step.name}`)
  }
  return (
    <ol className="r-steps">
      {stepsOf(it).map((step) => (
        <li key={step.name} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="r-steps-mark" aria-hidden>
            {step.state === 'done' && <Icon name="check" />}
          </span>
          <span className="r-steps-words">{words(step)}</span>
          {step.at && (
            <time className="r-quiet" dateTime={step.at}>
              {format.when(step.at, now)}
            </time>
          )}
        </li>
      ))}
    </ol>
  )
}
