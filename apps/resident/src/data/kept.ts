import { ApiProblem } from '@zhanggui/client'

/**
 * What this phone remembers of the server, so that the page can be opened and a report be made without a network: who
 * I am and what my homes are called. Nothing else is remembered, and all of it is forgotten with the session.
 */
const slots = ['zhanggui.kept.me', 'zhanggui.kept.homes'] as const
type Slot = (typeof slots)[number]

const fromPhone = new WeakSet<object>()
const patience = 6000

/** Whether this is what the phone remembers, and not what the server said just now. */
export const isRemembered = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && fromPhone.has(data)

/**
 * The server's answer; where none comes, what was remembered the last time. A network that does not answer for six
 * seconds counts as none.
 */
export async function orRemembered<T extends object>(slot: Slot, ask: Promise<T>): Promise<T> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))
  try {
    return (await Promise.race([ask, late])) ?? read<T>(slot) ?? (await ask)
  } catch (problem) {
    const old = problem instanceof ApiProblem && problem.offline ? read<T>(slot) : undefined
    if (old) return old
    throw problem
  }
}

/** Notes what the server said, for a visit without a network. */
export function remember(slot: Slot, answer: object): void {
  if (isRemembered(answer)) return
  try {
    localStorage.setItem(slot, JSON.stringify(answer))
  } catch {
    // Nothing can be stored here: without a network the page then says so, and no more.
  }
}

export function forgetRemembered(): void {
  try {
    for (const slot of slots) localStorage.removeItem(slot)
  } catch {
    // Then nothing was kept.
  }
}

function read<T extends object>(slot: Slot): T | undefined {
  try {
    const old: unknown = JSON.parse(localStorage.getItem(slot) ?? 'null')
    if (typeof old !== 'object' || old === null) return undefined
    fromPhone.add(old)
    return old as T
  } catch {
    return undefined
  }
}
