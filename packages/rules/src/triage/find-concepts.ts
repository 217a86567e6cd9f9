import type { Hit } from './aho-corasick.ts'
import type { Concept, Lexicon } from './lexicon.ts'

/** A concept that a text speaks of, and the words it was known by, as the lexicon writes them. */
export type Found = {
  readonly concept: Concept
  readonly words: readonly string[]
  readonly from: number
  /** Characters of the words together: the longer, the surer. */
  readonly length: number
  /** The text says that it is not so (没有漏水), or not so any more (已经修好了). */
  readonly denied: boolean
}

type Meant = Found & { readonly hits: readonly Hit[] }

/** Words of one matter stand no further apart than this. */
const reach = 12
const enders = /[。！？!?;；\n]/
const noBefore = /(?:没有|没|不是|不会|未见|并未|不再|不|别|勿|无)(?:再|发现|出现|有|闻到|看到|听到|见到)?$/
const settledAfter = /^[^。！？!?;；]{0,9}(?:修好了|解决了|处理好了|弄好了|恢复了|好了|通了)/
const unsettled = /又|还是|没修|没有修|仍|依然|刚/

/** What a normalised text is about, the likeliest first. Narrow concepts hide the wider ones they are part of. */
export function findConcepts(lexicon: Lexicon, text: string, hits: readonly Hit[]): Found[] {
  const byWord = Map.groupBy(hits, (it) => it.word)
  const best = new Map<number, Meant>()
  for (const word of byWord.keys()) {
    for (const { concept: number, parts } of lexicon.alternatives.get(word) ?? []) {
      const concept = lexicon.concepts[number]
      const found = concept && meant(lexicon, text, byWord, concept, word, parts)
      const known = best.get(number)
      if (found && (!known || better(found, known) < 0)) best.set(number, found)
    }
  }
  const all = [...best.values()].toSorted(better)
  // Narrow before wide first; then only what remains can be the longer word that another stands in.
  const narrow = all.filter((it) => !all.some((other) => isFinerThan(other, it)))
  return narrow
    .filter((it) => !narrow.some((other) => other !== it && standsIn(it, other)))
    .map(({ hits: _hits, ...found }) => found)
}

const rank = { danger: 2, urgent: 1, normal: 0 } as const

/** What is asserted before what is denied, danger before the rest, more words before fewer, earlier before later. */
function better(a: Meant, b: Meant): number {
  const danger = (it: Meant) => Number(it.concept.urgency === 'danger')
  return (
    Number(a.denied) - Number(b.denied) ||
    danger(b) - danger(a) ||
    b.length - a.length ||
    rank[b.concept.urgency] - rank[a.concept.urgency] ||
    a.from - b.from
  )
}

function isFinerThan(other: Meant, it: Meant): boolean {
  const finer = other.concept.id.startsWith(`${it.concept.id}.`) && other.concept.kind === it.concept.kind
  return finer && (it.denied || !other.denied)
}

/** 消防通道 is not a 通道 of its own: the thing that `it` names is part of a longer word of `other`. */
function standsIn(it: Meant, other: Meant): boolean {
  const [named] = it.hits
  if (named === undefined || (other.denied && !it.denied)) return false
  return other.hits.some(
    (wider) =>
      wider.from <= named.from && wider.to >= named.to && wider.to - wider.from > named.to - named.from,
  )
}

function meant(
  lexicon: Lexicon,
  text: string,
  byWord: ReadonlyMap<number, readonly Hit[]>,
  concept: Concept,
  first: number,
  parts: readonly (readonly number[])[],
): Meant | undefined {
  let found: Meant | undefined
  for (const start of byWord.get(first) ?? []) {
    const hits: Hit[] = [start]
    for (const part of parts.slice(1)) {
      const near = part
        .flatMap((word) => byWord.get(word) ?? [])
        .filter((hit) => hits.every((it) => apart(text, it, hit) !== undefined))
        .toSorted(
          (a, b) =>
            (apart(text, start, a) ?? 0) - (apart(text, start, b) ?? 0) || b.to - b.from - (a.to - a.from),
        )
      if (!near[0]) break
      hits.push(near[0])
    }
    if (hits.length < parts.length) continue
    const it = {
      concept,
      hits,
      words: hits.map((hit) => lexicon.words[hit.word] ?? ''),
      from: Math.min(...hits.map((hit) => hit.from)),
      length: hits.reduce((sum, hit) => sum + hit.to - hit.from, 0),
      denied: isDenied(text, hits),
    }
    if (!found || better(it, found) < 0) found = it
  }
  return found
}

/** How far apart two words of one sentence stand; undefined when they overlap, are too far, or in two sentences. */
function apart(text: string, one: Hit, other: Hit): number | undefined {
  const [left, right] = one.from <= other.from ? [one, other] : [other, one]
  const between = right.from - left.to
  if (between < 0 || between > reach) return undefined
  return enders.test(text.slice(left.to, right.from)) ? undefined : between
}

function isDenied(text: string, hits: readonly Hit[]): boolean {
  const last = hits.reduce((a, b) => (b.to > a.to ? b : a))
  const after = text.slice(last.to, last.to + 16)
  const clause =
    text
      .slice(0, last.to)
      .split(/[。！？!?;；,，]/)
      .at(-1) ?? ''
  if (settledAfter.test(after) && !unsettled.test(clause) && !unsettled.test(after)) return true
  return hits.some((hit) => {
    const before = text.slice(Math.max(0, hit.from - 6), hit.from)
    return noBefore.test(before) && !/[是会能]不$|不(?:得|仅|但|光|止|停|断)$/.test(before)
  })
}
