import { Suspense, lazy, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, ClockRing, Icon, useFormat, useT } from '@zhanggui/ui'
import { Link, useSearch } from 'wouter'
import { useServerNow } from '../../data/now.ts'
import { caseQuery, type CaseView } from '../../data/queries.ts'
import { Page } from '../../kit/page.tsx'
import { Failed, Loading } from '../../kit/states.tsx'
import { CasePhotos } from '../../photos/case-photos.tsx'
import { clockTone, nextWords, promiseWords, waitsForMe } from '../../progress/next-words.ts'
import { dueOf, lastQuestion, lastResolution } from '../../progress/steps.ts'
import { Stars } from '../../verdict/stars.tsx'
import { Verdict } from '../../verdict/verdict.tsx'
import { History } from './history.tsx'
import { Steps } from './steps.tsx'
import './cases.css'

// What one writes in comes when one wants to write.
const AddSheet = lazy(async () => ({ default: (await import('./add-sheet.tsx')).AddSheet }))
const Vows = lazy(async () => ({ default: (await import('./vows.tsx')).Vows }))
const QuotePart = lazy(async () => ({ default: (await import('../../quote/quote-part.tsx')).QuotePart }))
const WithdrawSheet = lazy(async () => ({ default: (await import('./withdraw-sheet.tsx')).WithdrawSheet }))
const AppealSheet = lazy(async () => ({ default: (await import('./appeal-sheet.tsx')).AppealSheet }))
const Rating = lazy(async () => ({ default: (await import('../../verdict/rating.tsx')).Rating }))
const UrgeCard = lazy(async () => ({ default: (await import('./urge-card.tsx')).UrgeCard }))
const SendBackSheet = lazy(async () => ({
  default: (await import('../../verdict/send-back-sheet.tsx')).SendBackSheet,
}))

/** One case: what happens next and by when, what I can do, how far it is, and everything that was said. */
export const CaseScreen = ({ id }: { id: string }) => {
  const t = useT<'resident'>()
  const { data: it, error, refetch, isFetching } = useQuery(caseQuery(id))
  const asked = new URLSearchParams(useSearch()).get('add') === '1'
  const [open, setOpen] = useState<'add' | 'withdraw' | 'sendBack' | 'appeal' | null>(asked ? 'add' : null)
  const close = () => setOpen(null)
  if (!it) {
    return (
      <Page title={t('resident.case.title')} back="/app/cases">
        {error ? <Failed problem={error} again={() => void refetch()} busy={isFetching} /> : <Loading />}
      </Page>
    )
  }
  const may = new Set(it.actions)
  const comesBack = may.has('reject') && it.status !== 'resolved'
  const bar = (may.has('supplement') || may.has('cancel') || comesBack) && (
    <>
      {may.has('cancel') && (
        <Button onClick={() => setOpen('withdraw')}>{t('resident.case.withdraw')}</Button>
      )}
      {comesBack && <Button onClick={() => setOpen('sendBack')}>{t('resident.case.sendBack')}</Button>}
      {may.has('supplement') && (
        <Button look="primary" icon="add" onClick={() => setOpen('add')}>
          {t('resident.case.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={t('resident.case.heading', { kind: t(`case.kind.${it.kind}`), number: it.number })}
      back="/app/cases"
      bar={bar}
    >
      {error && <p className="r-wrong">{t('resident.case.old')}</p>}
      <Now it={it} answer={() => setOpen('add')} />
      {it.promises.length > 0 && (
        <Suspense>
          <Vows it={it} />
        </Suspense>
      )}
      {it.mergedInto && (
        <Link href={`/app/cases/${it.mergedInto.id}`} className="r-card r-row">
          <Icon name="assign" />
          <span className="r-row-words">{t('resident.case.goesOn', { number: it.mergedInto.number })}</span>
          <span className="r-row-value">{t('resident.case.openIt')}</span>
        </Link>
      )}
      {may.has('urge') && (
        <Suspense>
          <UrgeCard it={it} />
        </Suspense>
      )}
      {it.timeline.some((event) => event.kind === 'quoted' || event.kind === 'work-opened') && (
        <Suspense>
          <QuotePart it={it} />
        </Suspense>
      )}
      {may.has('rate') && it.status === 'closed' && it.rating === null && (
        <section className="r-card">
          <Suspense>
            <Rating key={it.cycle} id={it.id} />
          </Suspense>
        </section>
      )}
      <section className="r-card">
        <h2>{t('resident.case.progress')}</h2>
        <Steps it={it} />
        <After it={it} />
        {may.has('appeal') && (
          <Button data-wide onClick={() => setOpen('appeal')}>
            {t('resident.appeal.open')}
          </Button>
        )}
      </section>
      <section className="r-card">
        <h2>{t('resident.case.reported')}</h2>
        <p className="r-case-words">{it.text}</p>
        <CasePhotos
          ids={it.timeline.find((event) => event.kind === 'opened')?.photos ?? []}
          name={t('resident.photos.mine')}
        />
        {it.place && (
          <p className="r-quiet r-case-place">
            <Icon name="place" />
            {it.place.label}
          </p>
        )}
      </section>
      <section className="r-card">
        <h2>{t('resident.case.history')}</h2>
        <History it={it} />
      </section>
      <Suspense>
        {open === 'add' && may.has('supplement') && <AddSheet it={it} onClose={close} />}
        {open === 'withdraw' && <WithdrawSheet it={it} onClose={close} />}
        {open === 'appeal' && <AppealSheet it={it} onClose={close} />}
        {open === 'sendBack' && <SendBackSheet it={it} onClose={close} />}
      </Suspense>
    </Page>
  )
}

/** The card on top: what happens now, by when; and the two answers when it waits for me. */
const Now = ({ it, answer }: { it: CaseView; answer: () => void }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const due = dueOf(it.clocks)
  const promise = promiseWords(t, format, now, { ...it, due })
  const told =
    it.status === 'resolved'
      ? lastResolution(it.timeline)
      : it.pausedFor === 'awaiting-resident'
        ? lastQuestion(it.timeline)
        : undefined
  const active = it.status === 'new' || it.status === 'open' || it.status === 'paused'
  return (
    <section className={waitsForMe(it) ? 'r-hero' : 'r-card r-now'} aria-live="polite">
      <div className="r-now-line">
        {active && due && (
          <ClockRing {...clockTone(due, now)} label={t(`clock.${due.kind}`)} words="unseen" />
        )}
        <div>
          <p className="r-now-next">{nextWords(t, { ...it, due })}</p>
          {promise && (
            <p className="r-case-promise" data-late={promise.late || undefined}>
              {promise.words}
            </p>
          )}
        </div>
      </div>
      {told?.text && (
        <p className="r-hero-said">
          {t('resident.said', { name: told.actor.name ?? t('resident.someone'), words: told.text })}
        </p>
      )}
      {told && <CasePhotos ids={told.photos} name={t('resident.photos.result')} />}
      {it.actions.includes('confirm') && <Verdict it={it} />}
      {it.status === 'paused' && it.pausedFor === 'awaiting-resident' && (
        <Button data-wide onClick={answer}>
          {t('resident.waiting.answer')}
        </Button>
      )}
    </section>
  )
}

/** When silence closes it and how that is recorded, how it was closed, and until when it can come back. */
const After = ({ it }: { it: CaseView }) => {
  const t = useT<'resident'>()
  const format = useFormat()
  const now = useServerNow()
  const lines = [
    it.status === 'resolved' &&
      it.closesAt &&
      t('resident.silence.closes', { when: format.deadline(it.closesAt, now) }),
    it.status === 'closed' && it.closureBasis && t(`resident.closed.${it.closureBasis}`),
    it.status === 'closed' &&
      it.actions.includes('reject') &&
      it.reopenUntil &&
      t('resident.reopen.until', { when: format.deadline(it.reopenUntil, now) }),
    it.actions.includes('appeal') &&
      it.appealUntil &&
      t('resident.appeal.until', { when: format.deadline(it.appealUntil, now) }),
    it.appeal !== null && t(`appeal.${it.appeal}`),
  ].filter((line): line is string => typeof line === 'string')
  if (lines.length === 0 && it.rating === null) return null
  return (
    <div className="r-after">
      {lines.map((line) => (
        <p key={line} className="r-quiet">
          {line}
        </p>
      ))}
      {it.rating !== null && (
        <p className="r-quiet">
          {t('resident.rating.mine')} <Stars rating={it.rating} />
        </p>
      )}
    </div>
  )
}
