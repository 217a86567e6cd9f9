import type { Ratio } from '@zhanggui/contract'

/** A share as people read it, one decimal below a hundred: `87.5`, `100`, `0`. Undefined when nothing was due. */
export function percentOf({ counted, due }: Ratio): string | undefined {
  if (due === 0) return undefined
  const tenths = Math.round((counted * 1000) / due)
  // 999.6 of a thousand is not all of them, and 0.4 is not none.
  const honest = counted < due ? Math.min(tenths, 999) : tenths
  const shown = counted > 0 ? Math.max(honest, 1) : honest
  return shown % 10 === 0 ? String(shown / 10) : (shown / 10).toFixed(1)
}

/** A difference of two shares in percentage points with its sign: `+3.2`, `−0.4`, `0`. */
export function pointsOf(change: number): string {
  const tenths = Math.round(change * 1000)
  if (tenths === 0) return '0'
  return `${tenths > 0 ? '+' : '−'}${(Math.abs(tenths) / 10).toFixed(1)}`
}
