import { normalise } from '../triage/normalise.ts'
import type { EmergencyKind } from './words.ts'
import { emergencyKinds, emergencyWords } from './words.ts'

export type Emergency = {
  readonly kind: EmergencyKind
  /** The words it was known by, normalised. */
  readonly words: string
}

const sentenceEnds = '。！？!?;；'
const clauseEnds = `${sentenceEnds}，,`
// 没有困人, 无人受伤 — but 是不是着火了 asks, and 不是没有 says that there is.
const denial =
  /(?:没有|没|无|未|并未|不是|不会|不再|不曾|未见|不|别|防止|避免|谨防|小心|预防|怕|担心|害怕|唯恐)(?:再|发现|出现|发生|有|人|人员|闻到|看到|造成|导致|会|要)?$/
const notDenial =
  /(?:是不是|会不会|有没有|是没有|不会不|不是没有|忍不住)(?:再|发现|出现|发生|有|人|闻到|看到)?$/
const deniedWithin = /(?:没有?|未|无)(?:人|再)?(?:被)?困/
const past =
  /昨天|昨晚|昨日|昨夜|前天|前晚|前几天|前些天|上周|上星期|上礼拜|上个?月|上次|上回|去年|前年|以前|之前|曾经|那次|当时|\d+天前|\d+个?月前|\d+年前/
const stillGoing =
  /现在|正在|刚|还在|还没(?:有)?(?:出来|停|灭|修|人)|仍|又|[一1]直|开始|今天|今早|今晚|目前|到现在|至今|快来|赶紧|救/
const drill = /演练|演习|模拟|培训|讲座|宣传|预案|误报|科普/
const settledAfter =
  /^[^。！？!?;；]{0,8}(?:扑灭|灭了|已灭|解救|救出来|放出来|修好|处理好|解决了|恢复了|好了)/
const hazardAfter = /^的?(?:隐患|风险|危险|可能|知识|注意)/

/**
 * The first danger that a report in Chinese asserts now, or undefined. It leans to the safe side: a question about a fire
 * counts, one that is denied (没有困人), over (昨天…, 已经修好了) or practised (演练) does not. What it finds may raise an
 * urgency and never lower one.
 */
export function emergencyIn(report: string): Emergency | undefined {
  const text = normalise(report)
  if (/^我?(?:们)?建议/.test(text)) return undefined
  let first: (Emergency & { readonly at: number }) | undefined
  for (const kind of emergencyKinds) {
    for (const pattern of emergencyWords[kind]) {
      for (const match of text.matchAll(pattern)) {
        const [words] = match
        const at = match.index
        if (first !== undefined && first.at <= at) break
        if (isNow(text, at, at + words.length)) first = { kind, words, at }
      }
    }
  }
  return first && { kind: first.kind, words: first.words }
}

function isNow(text: string, from: number, to: number): boolean {
  const before = lastPart(text.slice(0, from), clauseEnds)
  const after = text.slice(to, to + 16)
  if (denial.test(before) && !notDenial.test(before)) return false
  if (deniedWithin.test(text.slice(from, to))) return false
  if (hazardAfter.test(after)) return false
  const sentence = lastPart(text.slice(0, from), sentenceEnds) + firstPart(text.slice(from), sentenceEnds)
  const practised = drill.exec(sentence)
  if (practised !== null && !/(?:不是|并非)$/.test(sentence.slice(0, practised.index))) return false
  if (settledAfter.test(after) && !/又|没|未/.test(after)) return false
  return !past.test(lastPart(text.slice(0, from), sentenceEnds)) || stillGoing.test(sentence)
}

function lastPart(text: string, ends: string): string {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (ends.includes(text.charAt(at))) return text.slice(at + 1)
  }
  return text
}

function firstPart(text: string, ends: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (ends.includes(text.charAt(at))) return text.slice(0, at)
  }
  return text
}
