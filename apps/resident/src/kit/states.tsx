import type { ReactNode } from 'react'
import { ApiProblem } from '@zhanggui/client'
import { Button, StatePanel, useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { faultNumber, problemText } from '../data/problem.ts'
import './states.css'

/** Nothing is there, and that is known: says what will come here and what one can do. */
export const Empty = ({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) => (
  <StatePanel state="empty" title={title} text={children ?? ''} action={act} />
)

/** It could not be learned: says why, and offers to try again. Never stands for "none". */
export const Failed = ({ problem, again, busy }: { problem: unknown; again: () => void; busy?: boolean }) => {
  const t = useT<'resident'>()
  if (problem instanceof ApiProblem && problem.offline) {
    return (
      <StatePanel
        state="offline"
        text={t('resident.failed.offline')}
        onRetry={again}
        retrying={busy ?? false}
      />
    )
  }
  if (problem instanceof ApiProblem && problem.status === 404) return <Missing />
  const number = faultNumber(problem)
  return (
    <StatePanel
      state="failed"
      text={
        <>
          {problemText(problem, t)}
          {number && <small className="r-state-number">{t('resident.failed.number', { number })}</small>}
        </>
      }
      onRetry={again}
      retrying={busy ?? false}
    />
  )
}

/** Something is on its way: the shapes of cards, and the word for those who do not see them. */
export const Loading = ({ cards = 3 }: { cards?: number }) => {
  const t = useT<'resident'>()
  return (
    <div className="r-loading" role="status">
      <span className="zg-unseen">{t('ui.state.loading')}</span>
      {Array.from({ length: cards }, (_, index) => (
        <div key={index} className="r-loading-card" aria-hidden>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}

/** The address leads nowhere, or to what is not mine; both look alike. */
export const Missing = () => {
  const t = useT<'resident'>()
  return (
    <StatePanel
      state="missing"
      text={t('resident.missing.text')}
      action={
        <Link href="/app" className="zg-button" data-look="primary">
          {t('resident.missing.home')}
        </Link>
      }
    />
  )
}

/** A part of the page did not arrive, or a fault of ours. */
export const Broken = () => {
  const t = useT<'resident'>()
  return (
    <div className="r-app">
      <StatePanel
        state="failed"
        title={t('resident.broken.title')}
        text={t('resident.broken.text')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t('resident.broken.reload')}
          </Button>
        }
      />
    </div>
  )
}
