import { CloseOutlined, LoadingOutlined, PictureOutlined, ReloadOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { api, photoUrl } from './api.ts'
import { problemText } from './problem.ts'
import { useSay } from './say.tsx'
import { useSession } from './session.tsx'
import './photo-field.css'

const most = 9
const accepted = ['image/jpeg', 'image/png', 'image/webp']

type Sending = { key: string; file: File; trouble: string | undefined }

/**
 * Photos for what is being written: chosen, pasted or dropped, sent at once, at most nine.
 * `photos` are the ids the server gave; a photo that could not be sent stays here with a way to try again.
 */
export function PhotoField(props: { photos: readonly string[]; onChange: (photos: string[]) => void }) {
  const say = useSay()
  const { community } = useSession()
  const picker = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending[]>([])
  const latest = useRef(props.photos)
  useEffect(() => {
    latest.current = props.photos
  })

  const send = async (one: Sending) => {
    setSending((all) => all.map((each) => (each.key === one.key ? { ...each, trouble: undefined } : each)))
    if (!accepted.includes(one.file.type)) {
      const trouble = say('desk.photo.format')
      setSending((all) => all.map((each) => (each.key === one.key ? { ...each, trouble } : each)))
      return
    }
    try {
      const stored = await api.uploadFile({ raw: one.file, query: { communityId: community.id } })
      latest.current = [...latest.current, stored.id]
      props.onChange([...latest.current])
      setSending((all) => all.filter((each) => each.key !== one.key))
    } catch (error) {
      const trouble = problemText(say, error)
      setSending((all) => all.map((each) => (each.key === one.key ? { ...each, trouble } : each)))
    }
  }
  const add = (files: Iterable<File>) => {
    const room = most - latest.current.length - sending.length
    const fresh = [...files]
      .filter((file) => file.type.startsWith('image/'))
      .slice(0, Math.max(room, 0))
      .map((file) => ({ key: crypto.randomUUID(), file, trouble: undefined }))
    if (fresh.length === 0) return
    setSending((all) => [...all, ...fresh])
    for (const each of fresh) void send(each)
  }

  return (
    <div
      className="photo-field"
      onPaste={(event) => add(event.clipboardData.files)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        add(event.dataTransfer.files)
      }}
    >
      {props.photos.map((id, index) => (
        <span key={id} className="photo-field-one">
          <img src={photoUrl(id, 'thumb')} alt={say('desk.photo.number', { number: index + 1 })} />
          <button
            type="button"
            aria-label={say('desk.photo.remove', { number: index + 1 })}
            onClick={() => props.onChange(props.photos.filter((each) => each !== id))}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      {sending.map((one) => (
        <span key={one.key} className="photo-field-one" title={one.trouble ?? say('desk.photo.sending')}>
          {one.trouble === undefined ? (
            <LoadingOutlined aria-label={say('desk.photo.sending')} />
          ) : (
            <>
              <button
                type="button"
                className="photo-field-again"
                aria-label={say('desk.photo.again')}
                onClick={() => void send(one)}
              >
                <ReloadOutlined />
              </button>
              <button
                type="button"
                aria-label={say('desk.photo.drop')}
                onClick={() => setSending((all) => all.filter((each) => each.key !== one.key))}
              >
                <CloseOutlined />
              </button>
            </>
          )}
        </span>
      ))}
      {props.photos.length + sending.length < most && (
        <button type="button" className="photo-field-add" onClick={() => picker.current?.click()}>
          <PictureOutlined />
          <span>{say('desk.photo.add')}</span>
        </button>
      )}
      <input
        ref={picker}
        type="file"
        accept={accepted.join(',')}
        multiple
        hidden
        onChange={(event) => {
          add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
      {sending.some((one) => one.trouble !== undefined) && (
        <span role="alert" className="photo-field-trouble">
          {sending.find((one) => one.trouble !== undefined)?.trouble}
        </span>
      )}
    </div>
  )
}
