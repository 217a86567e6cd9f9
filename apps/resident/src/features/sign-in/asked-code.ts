/** A code that was asked for in this window: leaving for the SMS and coming back must not lose it. */
export type AskedCode = { phone: string; request: string; demoCode?: string | undefined }

const slot = 'zhanggui.asked-code'

export function readAsked(): AskedCode | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slot) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'request' in kept ? (kept as AskedCode) : null
  } catch {
    return null
  }
}

export function keepAsked(asked: AskedCode): void {
  try {
    sessionStorage.setItem(slot, JSON.stringify(asked))
  } catch {
    // The page itself still remembers it.
  }
}

export function forgetAsked(): void {
  try {
    sessionStorage.removeItem(slot)
  } catch {
    // Nothing was kept.
  }
}
