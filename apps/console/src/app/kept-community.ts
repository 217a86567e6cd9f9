const key = 'zhanggui.desk.community'

/** The community worked in last on this machine. */
export function keptCommunity(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function keepCommunity(id: string): void {
  try {
    localStorage.setItem(key, id)
  } catch {
    // Then the first community is shown next time.
  }
}
