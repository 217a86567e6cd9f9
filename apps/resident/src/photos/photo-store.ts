/**
 * Photos that are not on the server yet, kept in the browser's database under the key of their upload, so that a
 * report written in a lift survives a closed page. Where the browser has no database they live as long as the page.
 */
const memory = new Map<string, Blob>()
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('zhanggui-photos', 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('photo'))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
  })
  return opened
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const store = (await database()).transaction('photo', mode).objectStore('photo')
  return new Promise((resolve, reject) => {
    const request = act(store)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not stored')))
  })
}

/** Keeps a photo; never fails. */
export async function keepPhoto(key: string, photo: Blob): Promise<void> {
  memory.set(key, photo)
  await inStore('readwrite', (store) => store.put(photo, key)).catch(() => undefined)
}

/** The photo kept under the key, or undefined when it is gone. */
export async function keptPhoto(key: string): Promise<Blob | undefined> {
  const photo = memory.get(key)
  if (photo) return photo
  const kept: unknown = await inStore('readonly', (store) => store.get(key)).catch(() => undefined)
  return kept instanceof Blob ? kept : undefined
}

/** Forgets photos that are sent or given up; never fails. */
export async function forgetPhotos(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    memory.delete(key)
    await inStore('readwrite', (store) => store.delete(key)).catch(() => undefined)
  }
}
