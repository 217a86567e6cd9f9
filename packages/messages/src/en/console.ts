import type { console as source } from '../zh-Hans/console.ts'

export const console = {
  'console.title': 'Desk',
} as const satisfies Record<keyof typeof source, string>
