import { useQueryClient } from '@tanstack/react-query'
import type { CaseReceipt, CaseView } from '@zhanggui/contract'
import { useCallback, useRef, useState } from 'react'
import { ApiProblem, newId, refusalCode } from '../../shared/api.ts'
import { caseQuery, dispatchQuery } from '../../shared/queries.ts'

export type ActCall = (options: { key: string; expectedVersion: number }) => Promise<CaseReceipt>

export type Act = {
  busy: boolean
  /** Why the last try failed; cleared by the next. */
  error: unknown
  /** The case moved on while the person wrote: nothing was sent, and the newest state is on screen now. */
  stale: boolean
  /** Does it once; answers whether it was done. `same` names what is sent, so that a repeat after a lost answer counts once. */
  run: (same: string, call: ActCall) => Promise<boolean>
  forget: () => void
}

/**
 * Doing something to a case: with the version that is on screen, and with one key for as long as no answer came, so
 * that pressing again after a broken line can not do it twice.
 */
export function useAct(view: CaseView, onDone: () => void): Act {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [stale, setStale] = useState(false)
  const attempt = useRef<{ same: string; key: string; version: number } | undefined>(undefined)

  const run = useCallback(
    async (same: string, call: ActCall) => {
      setBusy(true)
      setError(undefined)
      setStale(false)
      const repeated = attempt.current?.same === same ? attempt.current : undefined
      const now = repeated ?? { same, key: newId(), version: view.version }
      attempt.current = now
      try {
        await call({ key: now.key, expectedVersion: now.version })
        attempt.current = undefined
        await renewCase(client, view.id)
        onDone()
        return true
      } catch (failure) {
        const lost = failure instanceof ApiProblem && (failure.offline || failure.status >= 500)
        if (!lost) attempt.current = undefined
        if (refusalCode(failure) === 'stale_version') setStale(true)
        else setError(failure)
        // Whatever was refused, the newest state explains it.
        if (!lost) await renewCase(client, view.id).catch(() => undefined)
        return false
      } finally {
        setBusy(false)
      }
    },
    [client, view.id, view.version, onDone],
  )
  const forget = useCallback(() => {
    setError(undefined)
    setStale(false)
  }, [])
  return { busy, error, stale, run, forget }
}

async function renewCase(client: ReturnType<typeof useQueryClient>, id: string): Promise<void> {
  void client.invalidateQueries({ queryKey: ['cases', 'list'] })
  void client.invalidateQueries({ queryKey: ['cases', 'short'] })
  void client.invalidateQueries({ queryKey: ['cases', 'counts'] })
  void client.invalidateQueries({ queryKey: ['cases', 'promises'] })
  void client.invalidateQueries({ queryKey: ['cases', 'suggest'] })
  void client.invalidateQueries({ queryKey: ['staff'] })
  void client.invalidateQueries({ queryKey: dispatchQuery(id).queryKey })
  await client.refetchQueries({ queryKey: caseQuery(id).queryKey, exact: true })
}
