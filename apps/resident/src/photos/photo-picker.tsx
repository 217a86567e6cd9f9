import { useRef, useState } from 'react'
import { Icon, useT } from '@zhanggui/ui'
import { problemText } from '../data/problem.ts'
import { useTell } from '../kit/tell.tsx'
import { mostPhotos, type ChosenPhoto, type Photos } from './use-photos.ts'
import { PhotoUnreadable } from './ready-photo.ts'
import './photo-picker.css'

/** Up to nine photos from the camera or the album, each with how far it is sent and a cross to take it out. */
export const PhotoPicker = ({ photos }: { photos: Photos }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const room = mostPhotos - photos.photos.length

  const take = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    const left = await photos.add(files)
    if (left > 0) tell(t('resident.photos.tooMany', { most: mostPhotos }), 'bad')
  }

  return (
    <div className="r-photos">
      {photos.photos.length > 0 && (
        <ul className="r-photos-grid">
          {photos.photos.map((photo, index) => (
            <li key={photo.key}>
              <Picture photo={photo} name={t('resident.photos.one', { place: index + 1 })} />
              <PhotoState photo={photo} again={() => photos.again(photo.key)} />
              <button
                type="button"
                className="r-photos-out"
                aria-label={t('resident.photos.remove', { place: index + 1 })}
                onClick={() => photos.remove(photo.key)}
              >
                <span>
                  <Icon name="close" />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {photos.unreadable && (
        <p className="r-photos-why" role="alert">
          {t('resident.photos.unreadableText')}
        </p>
      )}
      {room > 0 && (
        <div className="r-photos-add">
          <button
            type="button"
            className="r-photos-way r-photos-camera"
            onClick={() => camera.current?.click()}
          >
            <Icon name="camera" />
            <span>{t('resident.photos.camera')}</span>
          </button>
          <button type="button" className="r-photos-way" onClick={() => album.current?.click()}>
            <Icon name="photo" />
            <span>{t('resident.photos.album')}</span>
          </button>
        </div>
      )}
      <p className="zg-unseen" aria-live="polite">
        {photos.photos.length > 0 &&
          t('resident.photos.count', {
            sent: photos.photos.filter((it) => it.state === 'sent').length,
            all: photos.photos.length,
          })}
      </p>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => void take(event.currentTarget)}
      />
      <input
        ref={album}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-album
        onChange={(event) => void take(event.currentTarget)}
      />
    </div>
  )
}

const Picture = ({ photo, name }: { photo: ChosenPhoto; name: string }) => {
  const [undrawable, setUndrawable] = useState(false)
  return photo.preview === null || undrawable ? (
    <span className="r-photos-blank" role="img" aria-label={name}>
      <Icon name="photo" />
    </span>
  ) : (
    <img src={photo.preview} alt={name} onError={() => setUndrawable(true)} />
  )
}

const PhotoState = ({ photo, again }: { photo: ChosenPhoto; again: () => void }) => {
  const t = useT<'resident'>()
  if (photo.state === 'sent') return null
  if (photo.state === 'sending') {
    const percent = Math.round(photo.part * 100)
    return (
      <span
        className="r-photos-state"
        role="progressbar"
        aria-label={t('resident.photos.sending')}
        aria-valuenow={percent}
      >
        <i style={{ width: `${Math.max(6, percent)}%` }} />
      </span>
    )
  }
  if (photo.state === 'waiting') {
    return (
      <button type="button" className="r-photos-state r-photos-again" onClick={again}>
        {t('resident.photos.waiting')}
      </button>
    )
  }
  return (
    <span className="r-photos-state r-photos-refused">
      {photo.problem instanceof PhotoUnreadable
        ? t('resident.photos.unreadable')
        : problemText(photo.problem, t)}
    </span>
  )
}
