import type { ui as source } from '../zh-Hans/ui.ts'

export const ui = {
  'ui.retry': 'Try again',
} as const satisfies Record<keyof typeof source, string>
