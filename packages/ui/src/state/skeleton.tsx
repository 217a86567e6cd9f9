import { useT } from '../language.tsx'

interface SkeletonProps {
  /** What is on its way. */
  shape?: 'list' | 'card' | 'text'
  rows?: number
}

/** The shape of what is loading; it appears only when the wait is long enough to be felt. */
export const Skeleton = ({ shape = 'list', rows = 4 }: SkeletonProps) => {
  const t = useT()
  return (
    <div className="zg-skeleton" data-shape={shape} role="status">
      <span className="zg-unseen">{t('ui.state.loading')}</span>
      {Array.from({ length: shape === 'card' ? 1 : rows }, (_, row) => (
        <div key={row} className="zg-skeleton-row" aria-hidden>
          {shape === 'list' && <i className="zg-skeleton-ring" />}
          <span>
            <i />
            <i />
            {shape === 'card' && <i />}
          </span>
        </div>
      ))}
    </div>
  )
}
