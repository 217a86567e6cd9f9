import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ApiProblem, newId } from '@zhanggui/client'
import { forgetPhotos, keepPhoto, keptPhoto } from './photo-store.ts'
import { PhotoUnreadable, readyPhoto } from './ready-photo.ts'
import { uploadPhoto } from './upload-photo.ts'

export const mostPhotos = 9

/** A photo chosen for a message: under its upload's key, with the file's id once the server has it. */
export type PhotoNote = { key: string; fileId: string | null }

export type ChosenPhoto = PhotoNote & {
  /** Address of the picture in this browser; null while it is read, or when the browser lost it. */
  preview: string | null
  state: 'sending' | 'sent' | 'waiting' | 'refused'
  /** From 0 to 1 while it is sent. */
  part: number
  problem: unknown
}

type Options = {
  /** Photos of a draft, chosen before; where given, photos are also kept in the browser until they are sent. */
  start?: readonly PhotoNote[]
  token?: string | undefined
}

/**
 * The photos of one message: each is made a smaller JPEG when needed, kept in the browser and sent at once; what could not
 * be sent for want of a network waits and is tried again when the network is back.
 */
export function usePhotos({ start, token }: Options = {}) {
  const [photos, setPhotos] = useState<ChosenPhoto[]>(() =>
    (start ?? []).map((note) => ({
      ...note,
      preview: null,
      state: note.fileId === null ? 'waiting' : 'sent',
      part: 0,
      problem: null,
    })),
  )
  const keeping = start !== undefined
  const blobs = useRef(new Map<string, Blob>())
  const previews = useRef(new Map<string, string>())
  const latest = useRef(photos)
  useEffect(() => {
    latest.current = photos
  })

  const change = useCallback((key: string, part: Partial<ChosenPhoto>) => {
    setPhotos((all) => all.map((it) => (it.key === key ? { ...it, ...part } : it)))
  }, [])

  const show = useCallback(
    (key: string, photo: Blob) => {
      const preview = URL.createObjectURL(photo)
      blobs.current.set(key, photo)
      previews.current.set(key, preview)
      change(key, { preview })
    },
    [change],
  )

  const send = useCallback(
    async (key: string) => {
      const photo = blobs.current.get(key)
      if (!photo) return
      change(key, { state: 'sending', part: 0, problem: null })
      try {
        const fileId = await uploadPhoto({ key, photo, token, onProgress: (part) => change(key, { part }) })
        change(key, { state: 'sent', fileId })
      } catch (problem) {
        const refused = problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500
        change(key, { state: refused ? 'refused' : 'waiting', problem })
      }
    },
    [change, token],
  )

  const add = useCallback(
    async (files: readonly File[]) => {
      const room = mostPhotos - latest.current.length
      const chosen = files.slice(0, Math.max(0, room)).map((file) => ({ key: newId(), file }))
      setPhotos((all) => [
        ...all,
        ...chosen.map(({ key }) => ({
          key,
          fileId: null,
          preview: null,
          state: 'sending' as const,
          part: 0,
          problem: null,
        })),
      ])
      for (const { key, file } of chosen) {
        const photo = await readyPhoto(file).catch((problem: unknown) => {
          change(key, { state: 'refused', problem })
        })
        if (!photo) continue
        show(key, photo)
        if (keeping) await keepPhoto(key, photo)
        void send(key)
      }
      return files.length - chosen.length
    },
    [change, keeping, send, show],
  )

  const remove = useCallback((key: string) => {
    const preview = previews.current.get(key)
    if (preview) URL.revokeObjectURL(preview)
    previews.current.delete(key)
    blobs.current.delete(key)
    void forgetPhotos([key])
    setPhotos((all) => all.filter((it) => it.key !== key))
  }, [])

  const clear = useCallback(() => setPhotos([]), [])

  // What a draft brought along is shown again, and sent where it was not.
  useEffect(() => {
    let gone = false
    void (async () => {
      for (const note of start ?? []) {
        const photo = await keptPhoto(note.key)
        if (gone) return
        if (photo) show(note.key, photo)
        if (photo && note.fileId === null) void send(note.key)
        if (!photo && note.fileId === null) setPhotos((all) => all.filter((it) => it.key !== note.key))
      }
    })()
    return () => {
      gone = true
    }
    // Only what was there at first.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  useEffect(() => {
    const sendWaiting = () => {
      for (const photo of latest.current) if (photo.state === 'waiting') void send(photo.key)
    }
    addEventListener('online', sendWaiting)
    return () => removeEventListener('online', sendWaiting)
  }, [send])

  useEffect(() => {
    const shown = previews.current
    return () => {
      for (const preview of shown.values()) URL.revokeObjectURL(preview)
    }
  }, [])

  return useMemo(
    () => ({
      photos,
      notes: photos.map(({ key, fileId }): PhotoNote => ({ key, fileId })),
      fileIds: photos.flatMap((it) => (it.fileId === null ? [] : [it.fileId])),
      sending: photos.filter((it) => it.state === 'sending').length,
      unreadable: photos.some((it) => it.problem instanceof PhotoUnreadable),
      add,
      remove,
      clear,
      again: (key: string) => void send(key),
    }),
    [photos, add, remove, clear, send],
  )
}

export type Photos = ReturnType<typeof usePhotos>
