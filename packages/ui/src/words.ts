import type { MessagesOf } from '@zhanggui/messages'

type Key = keyof MessagesOf<'words'>

/** The words of one closed list, taken from the vocabulary: `WordOf<'case.status'>` is 'new' | 'open' | … */
export type WordOf<Prefix extends string> = Key extends infer K
  ? K extends `${Prefix}.${infer Word}`
    ? Word
    : never
  : never

export type CaseKind = WordOf<'case.kind'>
export type CaseStatus = WordOf<'case.status'>
export type Urgency = WordOf<'urgency'>
export type Channel = WordOf<'channel'>
export type ClockTone = WordOf<'clockTone'>
export type CaseEventKind = keyof MessagesOf<'events'> extends `event.${infer Kind}` ? Kind : never
export type Delivery = WordOf<'delivery'>
export type RevealPurpose = WordOf<'purpose'>
export type Role = WordOf<'role'>
