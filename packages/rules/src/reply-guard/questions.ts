/** What a question asks for. */
export const questionKinds = ['when', 'why', 'how-much', 'who', 'where', 'how', 'whether'] as const
export type QuestionKind = (typeof questionKinds)[number]

export type Question = { readonly text: string; readonly kind: QuestionKind }

// The first that fits decides: 什么时候能修好吗 asks for a time.
const asks: readonly [QuestionKind, RegExp][] = [
  ['when', /什么时候|啥时候|何时|几点|几号|哪天|哪一天|多久|多长时间|几天/u],
  ['why', /为什么|为啥|为何|怎么会|怎么回事|什么原因|啥原因|凭什么/u],
  ['how-much', /多少钱|多少|收费吗|要钱吗|价格|怎么收/u],
  ['who', /谁|哪个部门|哪位|哪个师傅|哪家/u],
  ['where', /在哪|哪里|哪儿|什么地方/u],
  ['how', /怎么办|怎么弄|怎么|如何|怎样/u],
  ['whether', /吗|呢|是不是|能不能|可不可以|可否|能否|有没有|要不要|行不行|会不会|是否|[?？]/u],
]

/** The questions in what somebody wrote, in order: by their marks and by the words that ask. */
export function questionsIn(text: string): Question[] {
  return text
    .split(/(?<=[。！？!?；;\n])|[，,](?=[^，,]*(?:吗|呢|什么时候|为什么|多少|怎么)[^，,]*)/u)
    .map((it) => it.trim().replace(/^[，,、。\s]+/u, ''))
    .flatMap((part) => {
      const kind = asks.find(([, words]) => words.test(part))?.[0]
      return kind !== undefined && /[\p{Letter}\p{Number}]/u.test(part) ? [{ text: part, kind }] : []
    })
}

const answers: Record<QuestionKind, RegExp> = {
  when: /今天|明天|后天|今晚|上午|中午|下午|晚上|周[一二三四五六日天末]|星期|\d+\s*[点时分日号]|\d{1,2}[:：]\d{2}|[一二三四五六七八九十两半]+\s*(?:个)?(?:小时|点|天|分钟|工作日)|\d+\s*(?:个)?(?:小时|分钟|天|工作日)|马上|现在|立即|已经|已到|刚/u,
  why: /因为|由于|原因|所致|造成|导致|引起|经查|查明|检查发现|是.{0,12}(?:坏|堵|松|老化|开裂|没|未|漏|停|断|超|按)/u,
  'how-much':
    /\d+(?:\.\d+)?\s*[元块角分]|[¥￥]\s*\d|免费|不收|不要钱|不用钱|不另收|不需要(?:您)?(?:付|出)|由.{0,10}承担|每(?:平方米|平米|户|月)/u,
  who: /师傅|工程|客服|经理|主管|管家|保洁|保安|秩序|电工|水工|物业|公司|单位|开发商|业委会|社区|居委会|我(?:来|会|们)|先生|女士/u,
  where: /栋|幢|楼|单元|层|室|门|中心|前台|服务处|旁|对面|地下|库|口|院|路/u,
  how: /请|可以|先|步骤|带(?:上|好|着)|办理|登记|联系|拨打|打开|关闭|关掉|我们会|安排/u,
  whether:
    /可以|可行|能|会|不会|不能|不可以|是的|对的|不是|有的|没有|需要|不需要|不用|行|好的|已|正在|包括|不包括|属于|不属于|免费|收费|安排|来得及|同意/u,
}

const shared = (a: string, b: string): number => {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < a.length; at += 1) pairs.add(a.slice(at, at + 2))
  let found = 0
  for (const pair of pairs) if (b.includes(pair)) found += 1
  return found
}

/**
 * Whether the words answer the question: they hold what such a question asks for (a time, a reason, an amount, a
 * person, …). A question of yes or no must besides touch its matter, unless it is the only one.
 */
export function isAnswered(question: Question, words: string, only: boolean): boolean {
  if (!answers[question.kind].test(words)) return false
  if (question.kind !== 'whether' || only) return true
  return (
    shared(question.text.replaceAll(/[吗呢吧啊?？！!。，,]|是不是|能不能|有没有|可不可以/gu, ''), words) > 0
  )
}
