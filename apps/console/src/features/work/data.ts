import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ApiProblem, newId } from '../../shared/api.ts'

/** The work orders of a case; renewed by the same news as the case. */
export const caseWorkQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'work', id],
    queryFn: ({ signal }) => api.readCaseWork({ params: { id }, signal }),
  })

/** Doing something to a work order: pressing again after a broken line can not do it twice. */
export function useWorkAct(caseId: string) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const attempt = useRef<{ same: string; key: string } | undefined>(undefined)
  const run = async (same: string, call: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (attempt.current?.same !== same) attempt.current = { same, key: newId() }
    setBusy(true)
    setError(undefined)
    try {
      await call(attempt.current.key)
      attempt.current = undefined
      return true
    } catch (failure) {
      if (!(failure instanceof ApiProblem && (failure.offline || failure.status >= 500)))
        attempt.current = undefined
      setError(failure)
      return false
    } finally {
      setBusy(false)
      // Done or refused, the newest state explains it.
      void client.invalidateQueries({ queryKey: ['cases', 'one', caseId] })
      await client.invalidateQueries({ queryKey: caseWorkQuery(caseId).queryKey })
    }
  }
  return { busy, error, run }
}
