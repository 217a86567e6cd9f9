/** What is shown of a queue, and what waits to be shown. */
export type SettledQueue = { shown: readonly string[]; fresh: readonly string[]; gone: ReadonlySet<string> }

/**
 * A queue that does not jump under the reader: what was shown stays in its place, what is new waits in `fresh` until
 * asked for, what has left the list is dropped, except the case being read (`keep`), which stays and stands in `gone`.
 * `known` is what was shown before (undefined at the first time: everything is shown); `arrived` the list as it is now.
 * `appended` are ids that the reader asked for by scrolling on: they join the end at once.
 */
export function settleQueue(
  known: readonly string[] | undefined,
  arrived: readonly string[],
  keep: string | undefined,
  appended: ReadonlySet<string> = new Set(),
): SettledQueue {
  if (known === undefined) return { shown: arrived, fresh: [], gone: new Set() }
  const now = new Set(arrived)
  const before = new Set(known)
  const stays = known.filter((id) => now.has(id) || id === keep)
  const more = arrived.filter((id) => !before.has(id) && appended.has(id))
  return {
    shown: [...stays, ...more],
    fresh: arrived.filter((id) => !before.has(id) && !appended.has(id)),
    gone: new Set(stays.filter((id) => !now.has(id))),
  }
}
