import { useCallback, useState } from 'react'

const prefix = 'zhanggui.draft.'

function read<T>(key: string, empty: T): T {
  try {
    const stored = sessionStorage.getItem(prefix + key)
    return stored === null ? empty : { ...empty, ...(JSON.parse(stored) as T) }
  } catch {
    return empty
  }
}

function write<T>(key: string, value: T | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(prefix + key)
    else sessionStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Without a store the text lives in the page only.
  }
}

/**
 * What a person has typed and not sent, kept under `key` through reloads, sign-outs and refusals.
 * Mount it with `key={key}`: the key must not change during a component's life.
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const [draft, setDraft] = useState<T>(() => read(key, empty))
  const change = useCallback(
    (part: Partial<T>) => {
      setDraft((present) => {
        const next = { ...present, ...part }
        write(key, next)
        return next
      })
    },
    [key],
  )
  const clear = useCallback(() => {
    write(key, undefined)
    setDraft(empty)
  }, [key, empty])
  return [draft, change, clear] as const
}

/** Whether something is kept under this key. */
export function hasDraft(key: string): boolean {
  try {
    return sessionStorage.getItem(prefix + key) !== null
  } catch {
    return false
  }
}
