import { refuseField } from '#platform/refusal'

const longest = 800 * 86_400_000

/** Refuses a span that ends before it begins, or of more than 800 days. */
export function checkSpan(it: { from: string; to: string }): void {
  const days = globalThis.Date.parse(it.to) - globalThis.Date.parse(it.from)
  if (days < 0) throw refuseField('to', 'too_small')
  if (days > longest) throw refuseField('to', 'too_big')
}
