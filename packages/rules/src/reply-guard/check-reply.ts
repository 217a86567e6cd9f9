import { checkResidentId } from '../identifiers/index.ts'
import { withArabicDigits } from '../identifiers/numerals.ts'
import type { CaseKind } from '../life/index.ts'
import { banned, blockingKinds } from './banned.ts'
import type { Banned } from './banned.ts'
import { isAnswered, questionsIn } from './questions.ts'

export const guardSeverities = ['block', 'warn', 'hint'] as const
export type GuardSeverity = (typeof guardSeverities)[number]

export const guardCodes = [
  'question-open',
  'sends-away',
  'impatient',
  'says-nothing',
  'blames',
  'threatens',
  'relabels',
  'placeholder',
  'other-community',
  'other-building',
  'phone-number',
  'id-number',
  'needs-review',
] as const
export type GuardCode = (typeof guardCodes)[number]

/** One thing that was found: the very words, and what one may write instead where there is something better. */
export type GuardFinding = {
  readonly code: GuardCode
  readonly severity: GuardSeverity
  readonly words: string
  readonly suggestion?: string | undefined
}

export type GuardInput = {
  readonly reply: string
  readonly kind: CaseKind
  /** What the resident wrote and what staff answered, in order; notes among staff are not part of it. */
  readonly said: readonly { readonly by: 'resident' | 'staff'; readonly text: string }[]
  /** The reply carries a promise, which answers the question for a time. */
  readonly promised: boolean
  readonly community: string
  /** Other communities that whoever writes works for. */
  readonly otherCommunities: readonly string[]
  /** The place of the case as it is called: 3栋1单元502. */
  readonly place: string | null
  /** Whoever writes may turn a complaint into something else. */
  readonly supervisor: boolean
  /** A second person has agreed to these very words. */
  readonly reviewed: boolean
}

const severityOf: Record<GuardCode, GuardSeverity> = {
  'question-open': 'warn',
  'sends-away': 'block',
  impatient: 'warn',
  'says-nothing': 'hint',
  blames: 'warn',
  threatens: 'block',
  relabels: 'block',
  placeholder: 'block',
  'other-community': 'block',
  'other-building': 'warn',
  'phone-number': 'block',
  'id-number': 'block',
  'needs-review': 'block',
}

const finding = (code: GuardCode, words: string, suggestion?: string): GuardFinding => ({
  code,
  severity: severityOf[code],
  words,
  ...(suggestion === undefined ? {} : { suggestion }),
})

/** What should be looked at before these words go to a resident, the gravest first. Without network and dictionary. */
export function checkReply(it: GuardInput): GuardFinding[] {
  const found = [
    ...phrases(it.reply),
    ...relabelling(it),
    ...placeholders(it.reply),
    ...elsewhere(it),
    ...numbers(it),
    ...forReview(it),
    ...openQuestions(it),
  ]
  const order = (one: GuardFinding) => guardSeverities.indexOf(one.severity)
  const seen = new Set<string>()
  return found
    .filter((one) => {
      const key = `${one.code} ${one.words}`
      return !seen.has(key) && seen.add(key)
    })
    .toSorted((a, b) => order(a) - order(b))
}

/** Whether something was found that may not go out unless somebody says why. */
export const isBlocked = (findings: readonly GuardFinding[]): boolean =>
  findings.some((it) => it.severity === 'block')

function phrases(reply: string): GuardFinding[] {
  const found = banned.flatMap((it) => phrasesOf(it, reply))
  // 不归我 within 不归我们管 is the same words once more.
  return found.filter(
    (one) => !found.some((other) => other.words !== one.words && other.words.includes(one.words)),
  )
}

function phrasesOf({ phrases: some, kind, better }: Banned, reply: string): GuardFinding[] {
  // The longest that fits is what was written.
  const words = some.filter((it) => reply.includes(it)).toSorted((a, b) => b.length - a.length)[0]
  if (words === undefined) return []
  return [
    { ...finding(kind, words, better), severity: blockingKinds.includes(kind) ? 'block' : severityOf[kind] },
  ]
}

const relabels =
  /(?:按|作为|转为|改为|记为|改成|算作|归为)(?:普通)?(?:咨询|建议|报修)(?:处理|登记|办理|记录|了)?|不(?:算|属于|构成|是)投诉/u

function relabelling({ reply, kind, supervisor }: GuardInput): GuardFinding[] {
  if (kind !== 'complaint' || supervisor) return []
  const words = relabels.exec(reply)?.[0]
  return words === undefined ? [] : [finding('relabels', words)]
}

const blanks =
  /[xX×＊*]{2,}|某某|某先生|某女士|某栋|某日|\{[^{}]{0,20}\}|【[^【】]{0,20}】|＿{2,}|_{2,}|……处|待填|请填写|\$\{|此处填|<[^<>]{1,20}>/gu

function placeholders(reply: string): GuardFinding[] {
  return [...reply.matchAll(blanks)].map(([words]) => finding('placeholder', words))
}

function elsewhere({ reply, community, otherCommunities, place }: GuardInput): GuardFinding[] {
  const others = otherCommunities
    .filter(
      (name) => name !== community && name.length > 1 && !community.includes(name) && reply.includes(name),
    )
    .map((name) => finding('other-community', name, community))
  const own = place === null ? [] : buildingsIn(place)
  const named = buildingsIn(reply)
  if (own.length === 0 || named.some((it) => own.some((mine) => mine.number === it.number))) return others
  return [...others, ...named.slice(0, 2).map((it) => finding('other-building', it.words, own[0]?.words))]
}

/** Buildings by number: 3栋, 三号楼, 3 幢. */
function buildingsIn(text: string): { words: string; number: number }[] {
  return [...withArabicDigits(text).matchAll(/(\d{1,3})\s*(?:栋|幢|号楼)/gu)].map((it) => ({
    words: it[0],
    number: Number(it[1]),
  }))
}

/** Mobile numbers and identity numbers that the resident did not write themselves. */
function numbers({ reply, said }: GuardInput): GuardFinding[] {
  const own = said
    .filter((it) => it.by === 'resident')
    .map((it) => it.text.replaceAll(/[\s-]/gu, ''))
    .join('\n')
  const plain = reply.replaceAll(/(?<=\d)[\s-](?=\d)/gu, '')
  const ids = [...plain.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/gu)].map(([it]) => it)
  const phones = [...plain.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/gu)].map(([it]) => it)
  return [
    ...ids.filter((it) => checkResidentId(it).ok).map((it) => finding('id-number', it)),
    ...phones.filter((it) => !own.includes(it)).map((it) => finding('phone-number', it)),
  ]
}

const weighty = /赔偿|赔付|补偿|全部责任|我方责任|承担责任|免除责任|起诉|法院|律师函|报警/u
const dangerous =
  /自杀|轻生|跳楼|不想活|起诉|法院|律师|记者|媒体|曝光|受伤|骨折|流血|触电|中毒|昏迷|烧伤|烫伤|摔伤|被困/u

/** Words of weight on either side: a second person reads before the reply goes out. */
function forReview({ reply, said, reviewed }: GuardInput): GuardFinding[] {
  if (reviewed) return []
  const heard = said.findLast((it) => it.by === 'resident' && dangerous.test(it.text))?.text ?? ''
  const words = weighty.exec(reply)?.[0] ?? dangerous.exec(heard)?.[0]
  return words === undefined ? [] : [finding('needs-review', words)]
}

/** Questions that neither these words nor an earlier answer to them settle. */
function openQuestions({ reply, said, promised }: GuardInput): GuardFinding[] {
  const open = said.flatMap((it, index) => {
    if (it.by !== 'resident') return []
    const later = said.slice(index + 1).flatMap((one) => (one.by === 'staff' ? [one.text] : []))
    const questions = questionsIn(it.text)
    const only = questions.length === 1
    return questions.filter(
      (question) =>
        !(promised && question.kind === 'when') &&
        ![reply, ...later].some((words) => isAnswered(question, words, only)),
    )
  })
  return open.map((question) => finding('question-open', question.text))
}
