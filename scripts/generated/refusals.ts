import { fieldProblems, refusals } from '@zhanggui/contract'
import type { RefusalCode } from '@zhanggui/contract'
import { refusals as english } from '@zhanggui/messages/en/refusals'
import { refusals as chinese } from '@zhanggui/messages/zh-Hans/refusals'
import { madeBy, table } from './table.ts'

/** Every public "no", with its status and its words. */
export function refusalsPage(): string {
  const codes = (Object.keys(refusals) as RefusalCode[]).map((code) => [
    `\`${code}\``,
    String(refusals[code]),
    chinese[`refusal.${code}`],
    english[`refusal.${code}`],
  ])
  const problems = fieldProblems.map((it) => [`\`${it}\``, chinese[`field.${it}`], english[`field.${it}`]])
  return `${madeBy}

# 拒绝 Refusals

接口的拒绝是 RFC 9457 问题详情（\`application/problem+json\`），\`code\` 取自下表，文字两种语言都带。
Refusals of the API are RFC 9457 problem details (\`application/problem+json\`) with a \`code\` of this table and its words in both languages.

${table(['代码 Code', '状态 Status', '中文', 'English'], codes)}

## 字段 Fields

\`invalid_fields\` 等拒绝在 \`fields\` 中逐个指出字段的路径和问题。
Refusals such as \`invalid_fields\` name each field's path and what is wrong with it in \`fields\`.

${table(['代码 Code', '中文', 'English'], problems)}
`
}
