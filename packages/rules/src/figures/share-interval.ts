/** So many of so many. `due` may be 0: then there is no share to speak of. */
export type Share = { readonly counted: number; readonly due: number }

/** Both ends, as parts of one. */
export type ShareInterval = { readonly from: number; readonly to: number }

/** 97.5 % point of the normal distribution: intervals hold 95 %. */
const z = 1.959963984540054

/**
 * Where the true share lies with 95 % confidence, by the score method of Wilson (1927); sound for small numbers and at
 * 0 and 1, where the textbook interval is not. Undefined when nothing was due.
 */
export function shareInterval({ counted, due }: Share): ShareInterval | undefined {
  if (due <= 0) return undefined
  const p = counted / due
  const middle = p + (z * z) / (2 * due)
  const reach = z * Math.sqrt((p * (1 - p)) / due + (z * z) / (4 * due * due))
  const whole = 1 + (z * z) / due
  return { from: Math.max(0, (middle - reach) / whole), to: Math.min(1, (middle + reach) / whole) }
}

/**
 * By how much the share changed, with a 95 % interval by the hybrid score method of Newcombe (1998, method 10). An
 * interval that holds 0 says: the difference may be chance. Undefined when nothing was due before or after.
 */
export function shareChange(
  before: Share,
  after: Share,
): { change: number; interval: ShareInterval; sure: boolean } | undefined {
  const a = shareInterval(after)
  const b = shareInterval(before)
  if (!a || !b) return undefined
  const pa = after.counted / after.due
  const pb = before.counted / before.due
  const change = pa - pb
  const interval = {
    from: change - Math.hypot(pa - a.from, b.to - pb),
    to: change + Math.hypot(a.to - pa, pb - b.from),
  }
  return { change, interval, sure: interval.from > 0 || interval.to < 0 }
}
