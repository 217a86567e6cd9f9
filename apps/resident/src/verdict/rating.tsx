import { useId, useState } from 'react'
import { Button, Icon, useT } from '@zhanggui/ui'
import type { QualityReason, SpeedReason } from '@zhanggui/contract/words'
import { api } from '../data/api.ts'
import { useAct, useCaseChanged } from '../data/use-act.ts'
import { Words } from '../kit/field.tsx'
import { useTell } from '../kit/tell.tsx'
import { withVerdictWords } from '../settings/verdict-words.ts'
import { stars } from './stars.tsx'
import './rating.css'

const goodQuality: readonly QualityReason[] = ['solved-well', 'polite', 'tidy']
const poorQuality: readonly QualityReason[] = ['not-solved', 'came-back', 'impolite', 'untidy', 'unclear']
const goodSpeed: readonly SpeedReason[] = ['answered-fast', 'on-time', 'done-fast']
const poorSpeed: readonly SpeedReason[] = ['answered-late', 'came-late', 'took-long', 'no-news']

function Reasons<T extends string>(props: {
  legend: string
  all: readonly T[]
  chosen: readonly T[]
  text: (it: T) => string
  onChange: (chosen: T[]) => void
}) {
  const { chosen } = props
  return (
    <fieldset className="r-reasons">
      <legend>{props.legend}</legend>
      {props.all.map((each) => (
        <label key={each} data-on={chosen.includes(each) || undefined}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={() =>
              props.onChange(chosen.includes(each) ? chosen.filter((it) => it !== each) : [...chosen, each])
            }
          />
          {chosen.includes(each) && <Icon name="check" />}
          {props.text(each)}
        </label>
      ))}
    </fieldset>
  )
}

const RatingForm = ({ id, onRated }: { id: string; onRated?: () => void }) => {
  const t = useT<'resident' | 'verdict'>()
  const tell = useTell()
  const name = useId()
  const changed = useCaseChanged()
  const [rating, setRating] = useState(0)
  const [comment, setComment] = useState('')
  const [quality, setQuality] = useState<QualityReason[]>([])
  const [speed, setSpeed] = useState<SpeedReason[]>([])
  const choose = (star: number) => {
    // Reasons for a good rating are none for a bad one.
    if (star > 3 !== rating > 3) {
      setQuality([])
      setSpeed([])
    }
    setRating(star)
  }
  const rate = useAct({
    send: (body: { rating: number; comment?: string; quality: QualityReason[]; speed: SpeedReason[] }, key) =>
      api.rateCase({ params: { id }, body, key }),
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
            <input type="radio" name={name} checked={star === rating} onChange={() => choose(star)} />
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
          <Reasons
            legend={t('resident.rating.quality')}
            all={rating > 3 ? goodQuality : poorQuality}
            chosen={quality}
            text={(each) => t(`quality.${each}`)}
            onChange={setQuality}
          />
          <Reasons
            legend={t('resident.rating.speed')}
            all={rating > 3 ? goodSpeed : poorSpeed}
            chosen={speed}
            text={(each) => t(`speed.${each}`)}
            onChange={setSpeed}
          />
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
            onClick={() =>
              rate.mutate({ rating, quality, speed, ...(comment.trim() ? { comment: comment.trim() } : {}) })
            }
          >
            {t('resident.rating.send')}
          </Button>
        </>
      )}
    </div>
  )
}

/** One to five stars for how it was handled, with words if wanted; nothing is filled in beforehand. */
export const Rating = withVerdictWords(RatingForm)
