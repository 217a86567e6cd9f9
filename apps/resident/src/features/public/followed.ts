/** A report made from this phone without an account, so that its link is found again. */
export type Followed = { number: string; secret: string; place: string; at: string }

const slot = 'zhanggui.followed'

/** The newest first; empty where nothing is kept. */
export function readFollowed(): readonly Followed[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot) ?? '[]')
    return Array.isArray(kept) ? (kept as Followed[]) : []
  } catch {
    return []
  }
}

export function keepFollowed(report: Followed): void {
  forget(report.secret, [report])
}

/** Takes a report off this phone's list; its link still works. */
export function forgetFollowed(secret: string): void {
  forget(secret, [])
}

function forget(secret: string, first: readonly Followed[]): void {
  const next = [...first, ...readFollowed().filter((it) => it.secret !== secret)].slice(0, 20)
  try {
    localStorage.setItem(slot, JSON.stringify(next))
  } catch {
    // The link that was shown is all there is then.
  }
}
