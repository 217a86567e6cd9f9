import type { ChartHome } from './shapes.ts'

/** A home with its building and entrance, as one says it: 3栋 1单元 502. */
export const nameOfHome = (building: string, home: ChartHome): string =>
  [building, home.entrance, home.label].filter((part) => part !== null && part !== '').join(' ')
