import type { resident as source } from '../zh-Hans/resident.ts'

export const resident = {
  'resident.title': 'Home',
} as const satisfies Record<keyof typeof source, string>
