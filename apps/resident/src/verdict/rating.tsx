import { useId, useState } from 'react'
import { Button, Icon, useT } from '@zhanggui/ui'
import { api } from '../data/api.ts'
import { useAct, useCaseChanged } from '../data/use-act.ts'
import { Words } from '../kit/field.tsx'
import { useTell } from '../kit/tell.tsx'
import { stars } from './stars.tsx'
import './rating.css'

/** One to five stars for how it was handled, with words if wanted; nothing is filled in beforehand. */
export const Rating = ({ id, onRated }: { id: string; onRated?: () => void }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const name = useId()
  const changed = useCaseChanged()
  const [rating, setRating] = useState(0)
  const [comment, setComment] = useState('')
  const rate = useAct({
    send: (body: { rating: number; comment?: string }, key) => api.rateCase({ params: { id }, body, key }),
    done: () => {
      tell(t('resident.rating.thanks'))
      changed(id)
      onRated?.()
    },
  })
  return (
    <div className="r-rating">
      <fieldset className="r-stars">
        <legend>{t('resident.rating.question')}</legend>
        {stars.map((star) => (
          <label key={star} data-lit={star <= rating || undefined}>
            <input type="radio" name={name} checked={star === rating} onChange={() => setRating(star)} />
            <Icon name="star" />
            <span className="zg-unseen">{t(`resident.rating.${star}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="r-rating-word" aria-hidden>
        {rating === 0 ? t('resident.rating.none') : t(`resident.rating.${rating as (typeof stars)[number]}`)}
      </p>
      {rating > 0 && (
        <>
          <Words
            label={t('resident.rating.comment')}
            rows={2}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <Button
            look="primary"
            data-wide
            busy={rate.isPending}
            onClick={() => rate.mutate({ rating, ...(comment.trim() ? { comment: comment.trim() } : {}) })}
          >
            {t('resident.rating.send')}
          </Button>
        </>
      )}
    </div>
  )
}
