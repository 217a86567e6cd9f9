import type { CaseKind } from '../life/index.ts'
import { wordFinder } from './aho-corasick.ts'
import type { Hit } from './aho-corasick.ts'
import { lexiconText } from './lexicon/index.ts'
import { normalise } from './normalise.ts'

export type Urgency = 'normal' | 'urgent' | 'danger'

/** What a report may be about. `days` is how long a second report of it is still the same matter. */
export type Concept = {
  readonly id: string
  readonly names: { readonly 'zh-Hans': string; readonly en: string }
  readonly kind: CaseKind
  readonly urgency: Urgency
  readonly days: number
}

type Alternative = { readonly concept: number; readonly parts: readonly (readonly number[])[] }

/** The lexicon ready to read with; made once, when the first report is read. */
export type Lexicon = {
  readonly concepts: readonly Concept[]
  readonly words: readonly string[]
  readonly find: (text: string) => Hit[]
  /** Ways to say a concept, by a word that must occur. */
  readonly alternatives: ReadonlyMap<number, readonly Alternative[]>
  readonly moods: ReadonlyMap<number, { readonly kind: CaseKind; readonly weight: number }>
  readonly pressing: ReadonlySet<number>
  readonly masses: ReadonlySet<number>
  readonly insides: ReadonlySet<number>
  readonly commons: ReadonlySet<number>
}

let made: Lexicon | undefined
let byId: Map<string, Concept> | undefined

export function lexicon(): Lexicon {
  made ??= readLexicon(lexiconText)
  return made
}

export type LexiconText = {
  readonly classes: string
  readonly concepts: readonly string[]
  readonly moods: string
  readonly pressing: string
  readonly masses: string
  readonly insides: string
  readonly commons: string
}

/** Reads the lexicon's lines. Throws on a line that can not be meant: an unknown class, a concept named twice. */
export function readLexicon(text: LexiconText): Lexicon {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    return words.push(word) - 1
  }
  const allOf = (list: string): number[] => wordsOf(list).map(numberOf)
  const classes = new Map<string, readonly number[]>()
  for (const line of linesOf(text.classes)) {
    const [name = '', ...list] = wordsOf(line)
    classes.set(name, list.map(numberOf))
  }
  const partOf = (part: string, line: string): readonly number[] => {
    if (!part.startsWith('@')) return [numberOf(part)]
    const all = classes.get(part.slice(1))
    if (all === undefined) throw new Error(`no word class ${part} in: ${line}`)
    return all
  }

  const concepts: Concept[] = []
  const alternatives = new Map<number, Alternative[]>()
  for (const line of text.concepts.flatMap(linesOf)) {
    const [id = '', zh = '', en = '', rank = '', ways = ''] = line.split('|').map((it) => it.trim())
    const [kind = '', urgency = '', days = ''] = rank.split(/\s+/)
    if (concepts.some((it) => it.id === id) || ways === '') throw new Error(`not a concept: ${line}`)
    const number = concepts.length
    concepts.push({
      id,
      names: { 'zh-Hans': zh, en },
      kind: kind as CaseKind,
      urgency: urgency as Urgency,
      days: Number(days),
    })
    for (const way of wordsOf(ways)) {
      const alternative = { concept: number, parts: way.split('+').map((part) => partOf(part, line)) }
      // Looked up by the words of its first part: without one of them it can not be meant.
      for (const word of alternative.parts[0] ?? []) {
        const known = alternatives.get(word)
        if (known) known.push(alternative)
        else alternatives.set(word, [alternative])
      }
    }
  }
  const moods = new Map<number, { kind: CaseKind; weight: number }>()
  for (const line of linesOf(text.moods)) {
    const [kind = '', weight = '', ...list] = wordsOf(line)
    for (const word of list)
      moods.set(numberOf(word), { kind: kind as CaseKind, weight: Number(weight) / 10 })
  }
  const sets = [text.pressing, text.masses, text.insides, text.commons].map((it) => new Set(allOf(it)))
  const [pressing = new Set(), masses = new Set(), insides = new Set(), commons = new Set()] = sets
  const find = wordFinder(words.map(normalise))
  return { concepts, words, find, alternatives, moods, pressing, masses, insides, commons }
}

const linesOf = (text: string): string[] => text.split('\n').filter((it) => it.trim() !== '')
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((it) => it !== '')

/** The concept of an id that is in the lexicon today; undefined for one that is not any more. */
export function conceptOf(id: string): Concept | undefined {
  byId ??= new Map(lexicon().concepts.map((it) => [it.id, it]))
  return byId.get(id)
}

/**
 * Whether two reports can be of the same matter: the same concept, or one is the wider word for the other and both are
 * the same kind of thing (a lift that stands still is no dirty lift).
 */
export function sameMatter(one: string, other: string): boolean {
  if (one === other) return true
  if (!one.startsWith(`${other}.`) && !other.startsWith(`${one}.`)) return false
  return conceptOf(one)?.kind === conceptOf(other)?.kind
}

/** The ids under which the same matter may have been noted: the concept, its wider words and its finer ones. */
export function kin(id: string): string[] {
  return lexicon().concepts.flatMap((it) => (sameMatter(it.id, id) ? [it.id] : []))
}
