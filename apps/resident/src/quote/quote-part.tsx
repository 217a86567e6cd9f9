import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '@zhanggui/client'
import { quote as words } from '@zhanggui/messages/zh-Hans/quote'
import { Button, useFormat, useT } from '@zhanggui/ui'
import { api } from '../data/api.ts'
import { useServerNow } from '../data/now.ts'
import type { CaseView } from '../data/queries.ts'
import { useAct, useCaseChanged } from '../data/use-act.ts'
import { Words } from '../kit/field.tsx'
import { useTell } from '../kit/tell.tsx'
import { CasePhotos } from '../photos/case-photos.tsx'
import { withWords } from '../settings/more-words.tsx'
import './quote.css'

type Work = Answer<'readCaseWork'>
type Quote = Work['quotes'][number]

const Part = ({ it }: { it: CaseView }) => {
  const t = useT<'resident' | 'quote'>()
  const { data: work } = useQuery({
    queryKey: ['case', it.id, 'work', it.version],
    queryFn: ({ signal }) => api.readCaseWork({ params: { id: it.id }, signal }),
  })
  if (!work) return null
  const [quote] = work.quotes
  const photos = (when: 'before' | 'after') =>
    work.orders
      .flatMap((order) => order.steps)
      .filter((step) => step.photo === when)
      .flatMap((step) => step.entries.at(-1)?.photos ?? [])
  const [before, after] = [photos('before'), photos('after')]
  return (
    <>
      {quote && quote.lines.length > 0 && <QuoteCard key={quote.id} it={it} quote={quote} />}
      {before.length + after.length > 0 && (
        <section className="r-card">
          <h2>{t('resident.work.photos')}</h2>
          {before.length > 0 && <p className="r-quiet">{t('resident.work.before')}</p>}
          <CasePhotos ids={before} name={t('resident.work.before')} />
          {after.length > 0 && <p className="r-quiet">{t('resident.work.after')}</p>}
          <CasePhotos ids={after} name={t('resident.work.after')} />
        </section>
      )}
    </>
  )
}

/** What the work costs and my word on it, and how the place looked before and after. Nothing where there is neither. */
export const QuotePart = withWords(Part, words, {
  en: async () => (await import('@zhanggui/messages/en/quote')).quote,
})

const decimal = (thousandths: number): string => String(thousandths / 1000)

const QuoteCard = ({ it, quote }: { it: CaseView; quote: Quote }) => {
  const t = useT<'resident' | 'quote'>()
  const format = useFormat()
  const now = useServerNow()
  const tell = useTell()
  const changed = useCaseChanged()
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct({
    send: (body: { quoteId: string; answer: 'agreed' | 'declined'; reason?: string }, key) =>
      api.answerQuote({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.quote.sent'))
      changed(it.id)
    },
  })
  const give = (answer: 'agreed' | 'declined') =>
    act.mutate({
      quoteId: quote.id,
      answer,
      ...(answer === 'declined' && reason.trim() !== '' ? { reason: reason.trim() } : {}),
    })
  const open = it.status === 'new' || it.status === 'open' || it.status === 'paused'
  return (
    <section className={quote.answer === null && open ? 'r-hero' : 'r-card'}>
      <h2>{t('resident.quote.title')}</h2>
      <ul className="r-quote">
        {quote.lines.map((line, index) => (
          <li key={index}>
            <span>
              {line.item}
              <small>
                {t('resident.quote.line', {
                  quantity: decimal(line.quantity),
                  unit: line.unit,
                  price: format.money(line.unitPrice),
                })}
                {line.basis !== '' && ` ${line.basis}`}
              </small>
            </span>
            <b>{format.money(line.amount)}</b>
          </li>
        ))}
        <li className="r-quote-total">
          <span>{t('resident.quote.total')}</span>
          <b>{format.money(quote.total)}</b>
        </li>
      </ul>
      {quote.answer && (
        <p className="r-quiet">
          {t(`resident.quote.${quote.answer.answer}`, { when: format.when(quote.answer.at, now) })}
        </p>
      )}
      {quote.answer === null && open && (
        <>
          <p>{t('resident.quote.lead')}</p>
          {declining && (
            <Words
              label={t('resident.quote.why')}
              placeholder={t('resident.quote.whyExample')}
              value={reason}
              problem={null}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          <div className="r-quote-bar">
            <Button busy={act.isPending} onClick={() => (declining ? give('declined') : setDeclining(true))}>
              {t('resident.quote.decline')}
            </Button>
            <Button look="primary" busy={act.isPending} onClick={() => give('agreed')}>
              {t('resident.quote.agree', { total: format.money(quote.total) })}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
