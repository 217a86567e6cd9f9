import { v7 } from 'uuid'

/** Chance that can be repeated: the same seed gives the same numbers, on every machine. */
export type Chance = {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0, below `limit`. */
  below(limit: number): number
  between(least: number, most: number): number
  yes(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the list, each as likely as its weight says. */
  weighted<T>(list: readonly T[], weight: (it: T) => number): T
  /** Around `median`, seldom far above it; half of all values lie below it. The larger `sigma`, the wider. */
  around(median: number, sigma: number): number
  /** A UUIDv7 of the instant, in epoch seconds. */
  id(seconds: number): string
}

export function chance(seed: string): Chance {
  const next = numbers(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    yes: (probability) => next() < probability,
    pick: (list) => at(list, below(list.length)),
    weighted(list, weight) {
      let left = next() * list.reduce((sum, it) => sum + weight(it), 0)
      const index = list.findIndex((it) => (left -= weight(it)) < 0)
      return at(list, index === -1 ? list.length - 1 : index)
    },
    around(median, sigma) {
      // Twelve even numbers make a bell; its exponent makes the long tail that waiting has.
      let bell = -6
      for (let index = 0; index < 12; index += 1) bell += next()
      return median * Math.exp(sigma * bell)
    },
    id: (seconds) =>
      v7({ msecs: seconds * 1000 + below(1000), random: Uint8Array.from({ length: 16 }, () => below(256)) }),
  }
}

function at<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error('nothing to choose from')
  return list[index] as T
}

/** A small generator of 32-bit words (sfc32), begun from the text's hash. */
function numbers(seed: string): () => number {
  let hash = 0x811c9dc5
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
    return (hash ^= hash >>> 15) >>> 0
  }
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
  }
  let [a, b, c, d] = [word(), word(), word(), 1]
  const step = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let index = 0; index < 12; index += 1) step()
  return step
}
