/** Reading what stands in the address: whatever is not understood counts as absent. */

/** A short text, undefined when there is none. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value : undefined
}

/** The words of `all` that a list or a comma-separated text names; undefined when none. */
export function listedIn<T extends string>(value: unknown, all: readonly T[]): T[] | undefined {
  const words = Array.isArray(value) ? value : (typeof value === 'string' ? value : '').split(',')
  const found = all.filter((each) => words.includes(each))
  return found.length > 0 ? found : undefined
}

type WithoutUndefined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves undefined out, as exact optional properties want it. */
export function present<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as WithoutUndefined<T>
}

export type WordsSearch = { q?: string }
export const readWordsSearch = (search: Record<string, unknown>): WordsSearch =>
  present({ q: textIn(search['q']) })
