import { useState } from 'react'
import { Icon } from '../icon/icon.tsx'
import { useT } from '../language.tsx'
import { PhotoViewer } from './photo-viewer.tsx'

export interface Photo {
  id: string
  /** Addresses of the small and the whole picture. */
  thumb: string
  full: string
  /** What it shows, or who took it when. */
  name: string
}

/** One small picture; when it cannot be shown it says so instead of leaving a hole. */
const Thumb = ({ photo, more, onOpen }: { photo: Photo; more: number; onOpen: () => void }) => {
  const t = useT()
  const [failed, setFailed] = useState(false)
  return (
    <button type="button" className="zg-photo" onClick={onOpen}>
      <span className="zg-unseen">{t('ui.photo.open', { name: photo.name })} </span>
      {failed ? (
        <span className="zg-photo-failed">
          <Icon name="photo" />
        </span>
      ) : (
        <img src={photo.thumb} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />
      )}
      {more > 0 && <span className="zg-photo-more zg-figures">+{more}</span>}
    </button>
  )
}

/** Small pictures in a row; pressing one opens them all at their full size. */
export const PhotoStrip = ({ photos, max = 9 }: { photos: readonly Photo[]; max?: number }) => {
  const [open, setOpen] = useState<number>()
  const shown = photos.slice(0, max)
  return (
    <>
      <span className="zg-photos">
        {shown.map((photo, at) => (
          <Thumb
            key={photo.id}
            photo={photo}
            more={at === max - 1 ? photos.length - max : 0}
            onOpen={() => setOpen(at)}
          />
        ))}
      </span>
      {open !== undefined && <PhotoViewer photos={photos} start={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
