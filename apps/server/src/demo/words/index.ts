import { building } from './building.ts'
import { climate } from './climate.ts'
import { conduct } from './conduct.ts'
import { grounds } from './grounds.ts'
import type { Matter } from './matter.ts'
import { power } from './power.ts'
import { water } from './water.ts'

export type { Hours, Matter, Spot, Trouble, Wait } from './matter.ts'
export * from './common.ts'

/** All that people of the fictional community bring to the desk. */
export const matters: readonly Matter[] = [
  ...water,
  ...power,
  ...climate,
  ...building,
  ...grounds,
  ...conduct,
]
