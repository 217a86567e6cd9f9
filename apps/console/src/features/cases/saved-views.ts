import { useCallback, useState } from 'react'
import type { ColumnName } from './parts/columns.tsx'
import type { CaseSearch } from './search.ts'

export type SavedView = { name: string; search: CaseSearch; columns: ColumnName[] }

const key = 'zhanggui.desk.views'

function read(): SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored)
      ? (stored as SavedView[]).filter((each) => typeof each.name === 'string')
      : []
  } catch {
    return []
  }
}

/** Ways of looking at the list that this person keeps on this machine; the same name replaces. */
export function useSavedViews() {
  const [views, setViews] = useState(read)
  const write = useCallback((next: SavedView[]) => {
    setViews(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Then they last as long as the page.
    }
  }, [])
  const save = useCallback(
    (view: SavedView) => write([...read().filter((each) => each.name !== view.name), view].slice(-20)),
    [write],
  )
  const remove = useCallback((name: string) => write(read().filter((each) => each.name !== name)), [write])
  return { views, save, remove }
}

const columnsKey = 'zhanggui.desk.columns'

export function keptColumns(usual: readonly ColumnName[], all: readonly ColumnName[]): ColumnName[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(columnsKey) ?? 'null')
    if (Array.isArray(stored)) return all.filter((each) => stored.includes(each))
  } catch {
    // A broken store costs the choice only.
  }
  return [...usual]
}

export function keepColumns(columns: readonly ColumnName[]): void {
  try {
    localStorage.setItem(columnsKey, JSON.stringify(columns))
  } catch {
    // As above.
  }
}
