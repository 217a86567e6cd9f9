import { Suspense, lazy } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useFormat, useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { useServerNow } from '../../data/now.ts'
import { caseQuery, type CaseItem } from '../../data/queries.ts'
import { nextWords } from '../../progress/next-words.ts'
import { lastQuestion, lastResolution } from '../../progress/steps.ts'
import { Verdict } from '../../verdict/verdict.tsx'

const CasePhotos = lazy(async () => ({ default: (await import('../../photos/case-photos.tsx')).CasePhotos }))

/** What waits for me: what was done and how it looks, with the two answers right there; or a question to answer. */
export const WaitingCard = ({ it, onConfirmed }: { it: CaseItem; onConfirmed: () => void }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const { data: whole } = useQuery(caseQuery(it.id))
  const told =
    whole && (it.status === 'resolved' ? lastResolution(whole.timeline) : lastQuestion(whole.timeline))

  return (
    <section className="r-hero">
      <Link href={`/app/cases/${it.id}`} className="r-hero-link">
        <span className="r-hero-what">{it.text}</span>
        <strong className="r-hero-next">{nextWords(t, it)}</strong>
        {told?.text && (
          <span className="r-hero-said">
            {t('resident.said', { name: told.actor.name ?? t('resident.someone'), words: told.text })}
          </span>
        )}
      </Link>
      {told && told.photos.length > 0 && (
        <Suspense fallback={<span className="r-photos-room" />}>
          <CasePhotos ids={told.photos} name={t('resident.photos.result')} />
        </Suspense>
      )}
      {it.status === 'resolved' ? (
        <>
          <Verdict it={it} onConfirmed={onConfirmed} />
          {whole?.closesAt && (
            <p className="r-hero-note">
              {t('resident.silence.closes', { when: format.deadline(whole.closesAt, now) })}
            </p>
          )}
        </>
      ) : (
        <Link href={`/app/cases/${it.id}?add=1`} className="zg-button" data-wide>
          {t('resident.waiting.answer')}
        </Link>
      )}
    </section>
  )
}
