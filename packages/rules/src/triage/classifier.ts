import { normalise } from './normalise.ts'
import { readReport } from './read-report.ts'

/**
 * A multinomial logistic regression over hashed character 1-3-grams and the concepts of the lexicon. It learns what
 * the desk made of reports; the same examples in the same order always give the same model.
 */
export type Model = {
  readonly classes: readonly string[]
  /** Weights, one row of `buckets` a class, in hundredths. */
  readonly weights: readonly (readonly number[])[]
  /** Divides the scores so that a confidence of 0.8 is right four times in five. */
  readonly temperature: number
}

export type Example = { readonly text: string; readonly label: string }

export const buckets = 4096
const rounds = 30
const rate = 0.5
const decay = 1e-4
const grid = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.6, 2, 2.6, 3.4, 4.5]

/** Learns from at least two classes. The last fifth of the examples only sets the temperature. */
export function train(examples: readonly Example[]): Model {
  const classes = [...new Set(examples.map((it) => it.label))].toSorted()
  const shuffled = inOrder(examples.length, 20_261).map((at) => examples[at] as Example)
  const rows = shuffled.map((it) => ({ features: featuresOf(it.text), label: classes.indexOf(it.label) }))
  const cut = rows.length < 20 ? rows.length : Math.floor((rows.length * 4) / 5)
  const weights = descend(rows.slice(0, cut), classes.length)
  const held = rows.slice(cut)
  let temperature = 1
  let least = Number.POSITIVE_INFINITY
  for (const one of grid) {
    const loss = held.reduce((sum, it) => {
      const shares = softmax(scores(weights, it.features), one)
      return sum - Math.log(Math.max(1e-9, shares[it.label] ?? 0))
    }, 0)
    if (loss < least) [least, temperature] = [loss, one]
  }
  return {
    classes,
    weights: weights.map((row) => Array.from(row, (it) => Math.round(it * 100))),
    temperature: held.length === 0 ? 1 : temperature,
  }
}

/** The classes by confidence, surest first; they add up to one. */
export function classify(model: Model, text: string): { label: string; confidence: number }[] {
  const features = featuresOf(text)
  const shares = softmax(
    model.weights.map((row) => dot(row, features) / 100),
    model.temperature,
  )
  return model.classes
    .map((label, at) => ({ label, confidence: shares[at] ?? 0 }))
    .toSorted((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1))
}

type Row = { readonly features: readonly number[]; readonly label: number }

function descend(rows: readonly Row[], classes: number): Float64Array[] {
  const weights = Array.from({ length: classes }, () => new Float64Array(buckets))
  for (let round = 0; round < rounds; round += 1) {
    const step = rate / (1 + round / 8)
    for (const at of inOrder(rows.length, 7 + round)) {
      const row = rows[at]
      if (!row) continue
      const shares = softmax(scores(weights, row.features), 1)
      const norm = 1 / Math.sqrt(row.features.length || 1)
      weights.forEach((mine, label) => {
        const error = (row.label === label ? 1 : 0) - (shares[label] ?? 0)
        for (const feature of row.features) {
          mine[feature] = (mine[feature] ?? 0) * (1 - step * decay) + step * error * norm
        }
      })
    }
  }
  return weights
}

const scores = (weights: readonly Float64Array[], features: readonly number[]) =>
  weights.map((row) => dot(row, features))

function dot(row: ArrayLike<number>, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += row[feature] ?? 0
  return sum / Math.sqrt(features.length || 1)
}

function softmax(values: readonly number[], temperature: number): number[] {
  const peak = Math.max(...values)
  const powers = values.map((it) => Math.exp((it - peak) / temperature))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((it) => it / sum)
}

/** Buckets of a text's grams and of what the rules make of it; each once. */
export function featuresOf(text: string): number[] {
  const plain = normalise(text).replaceAll(/\d+/g, '0').slice(0, 400)
  const found = new Set<number>()
  for (let length = 1; length <= 3; length += 1) {
    for (let at = 0; at + length <= plain.length; at += 1) found.add(bucketOf(plain.slice(at, at + length)))
  }
  const reading = readReport(text)
  for (const { concept, denied } of reading.concepts) {
    found.add(bucketOf(`concept ${concept.id} ${String(denied)}`))
    found.add(bucketOf(`matter ${concept.id.split('.')[0] ?? ''} ${String(denied)}`))
  }
  if (reading.kind) found.add(bucketOf(`kind ${reading.kind}`))
  found.add(bucketOf(`urgency ${reading.urgency}`))
  return [...found].toSorted((a, b) => a - b)
}

/** FNV-1a over the code units: the same on every machine. */
function bucketOf(gram: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 16_777_619)
  return (hash >>> 0) % buckets
}

/** The numbers below `length` in an order that only the seed decides (a linear congruence and Fisher and Yates). */
function inOrder(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at)
  let state = seed >>> 0
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((state / 4_294_967_296) * (at + 1))
    const mine = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = mine
  }
  return order
}
