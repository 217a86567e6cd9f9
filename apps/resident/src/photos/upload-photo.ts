import { ApiProblem, type Answer } from '@zhanggui/client'
import { residentRoutes as routes } from '@zhanggui/contract/resident-routes'
import type { Problem } from '@zhanggui/contract'

type Upload = {
  /** The act's key: the same photo sent again under it is the same file. */
  key: string
  photo: Blob
  /** The QR code's token, for a reporter without an account. */
  token?: string | undefined
  /** From 0 to 1. */
  onProgress?: (part: number) => void
}

const patience = 30_000
const running = new Map<string, Promise<string>>()

/**
 * Sends a photo and answers the file's id. Asked twice for the same key it waits for the one upload.
 * Refused with an `ApiProblem` like every call; by XMLHttpRequest because fetch does not tell how far it is.
 */
export function uploadPhoto(upload: Upload): Promise<string> {
  const before = running.get(upload.key)
  if (before) return before
  const sending = send(upload).finally(() => running.delete(upload.key))
  running.set(upload.key, sending)
  return sending
}

function send({ key, photo, token, onProgress }: Upload): Promise<string> {
  return new Promise((resolve, reject) => {
    const path = (token === undefined ? routes.uploadFile : routes.uploadPublicFile).replace('POST ', '')
    const request = new XMLHttpRequest()
    request.open('POST', token === undefined ? path : `${path}?token=${encodeURIComponent(token)}`)
    request.responseType = 'text'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('content-type', photo.type || 'image/jpeg')
    // However slow, as long as it moves; a network that swallows everything counts as none.
    let stalled: ReturnType<typeof setTimeout> | undefined
    const moving = () => {
      clearTimeout(stalled)
      stalled = setTimeout(() => request.abort(), patience)
    }
    request.upload.addEventListener('progress', (event) => {
      moving()
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('loadend', () => clearTimeout(stalled))
    request.addEventListener('load', () => {
      const answer = parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && answer) {
        resolve((answer as Answer<'uploadFile'>).id)
      } else reject(new ApiProblem(request.status, answer as Problem | undefined))
    })
    for (const lost of ['error', 'timeout', 'abort']) {
      request.addEventListener(lost, () => reject(new ApiProblem(0, undefined)))
    }
    moving()
    request.send(photo)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
