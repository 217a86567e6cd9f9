import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { useT } from '../language.tsx'
import type { Photo } from './photo-strip.tsx'
import { useSwipe } from './use-swipe.ts'

interface PhotoViewerProps {
  photos: readonly Photo[]
  /** Which one to begin with. */
  start?: number
  onClose: () => void
}

const zooms = [1, 1.5, 2, 3] as const

/** Pictures over the whole screen. Arrows, Home and End turn the pages, + - 0 zoom, Escape closes. */
export const PhotoViewer = ({ photos, start = 0, onClose }: PhotoViewerProps) => {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(start)
  const [zoom, setZoom] = useState(0)
  const [failed, setFailed] = useState<string>()
  const photo = photos[at]
  const last = photos.length - 1

  const turnTo = (next: number) => {
    setAt(Math.min(last, Math.max(0, next)))
    setZoom(0)
  }
  const zoomTo = (next: number) => setZoom(Math.min(zooms.length - 1, Math.max(0, next)))
  const swipe = useSwipe((direction) => zoom === 0 && turnTo(at + direction))

  useEffect(() => {
    // No close() on the way out: its event would tell the parent once more.
    if (dialog.current?.open) return
    dialog.current?.showModal()
    dialog.current?.focus()
  }, [])

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => turnTo(at - 1),
    ArrowRight: () => turnTo(at + 1),
    Home: () => turnTo(0),
    End: () => turnTo(last),
    '+': () => zoomTo(zoom + 1),
    '=': () => zoomTo(zoom + 1),
    '-': () => zoomTo(zoom - 1),
    '0': () => zoomTo(0),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  if (!photo) return null
  return createPortal(
    <dialog
      ref={dialog}
      className="zg-viewer"
      tabIndex={-1}
      aria-label={t('ui.photo.viewer')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className="zg-viewer-bar">
        <span
          className="zg-figures"
          aria-live="polite"
          aria-label={t('ui.photo.place', { place: at + 1, count: photos.length })}
        >
          {at + 1} / {photos.length}
        </span>
        <span className="zg-viewer-name">{photo.name}</span>
        <Button
          look="quiet"
          icon="zoomOut"
          aria-label={t('ui.photo.zoomOut')}
          disabled={zoom === 0}
          onClick={() => zoomTo(zoom - 1)}
        />
        <Button
          look="quiet"
          icon="zoomIn"
          aria-label={t('ui.photo.zoomIn')}
          disabled={zoom === zooms.length - 1}
          onClick={() => zoomTo(zoom + 1)}
        />
        <Button
          look="quiet"
          icon="close"
          aria-label={t('ui.close')}
          onClick={() => dialog.current?.close()}
        />
      </div>
      <div className="zg-viewer-stage" {...swipe}>
        {failed === photo.id ? (
          <p className="zg-viewer-failed">
            <Icon name="photo" /> {t('ui.photo.failed')}
          </p>
        ) : (
          <img
            key={photo.id}
            src={photo.full}
            alt={photo.name}
            draggable={false}
            style={{ '--zoom': zooms[zoom] } as CSSProperties}
            data-zoomed={zoom > 0 || undefined}
            onDoubleClick={() => zoomTo(zoom === 0 ? 2 : 0)}
            onError={() => setFailed(photo.id)}
          />
        )}
      </div>
      {last > 0 && (
        <>
          <Button
            className="zg-viewer-previous"
            look="quiet"
            icon="left"
            aria-label={t('ui.photo.previous')}
            disabled={at === 0}
            onClick={() => turnTo(at - 1)}
          />
          <Button
            className="zg-viewer-next"
            look="quiet"
            icon="right"
            aria-label={t('ui.photo.next')}
            disabled={at === last}
            onClick={() => turnTo(at + 1)}
          />
        </>
      )}
    </dialog>,
    document.body,
  )
}
