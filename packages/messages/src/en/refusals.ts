import type { refusals as source } from '../zh-Hans/refusals.ts'

export const refusals = {} as const satisfies Record<keyof typeof source, string>
