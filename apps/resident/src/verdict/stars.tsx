import { Icon, useT } from '@zhanggui/ui'
import './stars.css'

export const stars = [1, 2, 3, 4, 5] as const

/** The stars that were given. */
export const Stars = ({ rating }: { rating: number }) => {
  const t = useT<'resident'>()
  return (
    <span className="r-stars-given" role="img" aria-label={t('resident.rating.given', { rating })}>
      {stars.map((star) => (
        <span key={star} data-lit={star <= rating || undefined}>
          <Icon name="star" />
        </span>
      ))}
    </span>
  )
}
