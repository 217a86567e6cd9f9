import { useEffect, useState } from 'react'
import type { RevealPurpose } from '../words.ts'

/** What the server answers: the number, or null when none is on record, and for how long it may stay. */
export interface Revealed {
  phone: string | null
  hideAfterSeconds: number
}

type State =
  | { is: 'masked' | 'busy' | 'failed' }
  | { is: 'shown'; phone: string | null; secondsLeft: number; seconds: number }

/** Asks for the number with a purpose, keeps it for the seconds allowed, then forgets it. */
export const useReveal = (onReveal: ((purpose: RevealPurpose) => Promise<Revealed>) | undefined) => {
  const [state, setState] = useState<State>({ is: 'masked' })
  const shown = state.is === 'shown'

  useEffect(() => {
    if (!shown) return
    const timer = setInterval(
      () =>
        setState((now) =>
          now.is !== 'shown' || now.secondsLeft <= 1
            ? { is: 'masked' }
            : { ...now, secondsLeft: now.secondsLeft - 1 },
        ),
      1000,
    )
    return () => clearInterval(timer)
  }, [shown])

  const reveal = async (purpose: RevealPurpose) => {
    if (!onReveal) return
    setState({ is: 'busy' })
    try {
      const { phone, hideAfterSeconds } = await onReveal(purpose)
      setState({ is: 'shown', phone, secondsLeft: hideAfterSeconds, seconds: hideAfterSeconds })
    } catch {
      // Whatever went wrong, the number stays masked and the reader may ask again.
      setState({ is: 'failed' })
    }
  }
  return { state, reveal, hide: () => setState({ is: 'masked' }) }
}
