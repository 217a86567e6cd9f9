import { building } from './building.ts'
import { conduct } from './conduct.ts'
import { grounds } from './grounds.ts'
import { commons, insides, masses, moods, pressing } from './moods.ts'
import { power } from './power.ts'
import { water } from './water.ts'
import { wordClasses } from './word-classes.ts'

export const lexiconText = {
  classes: wordClasses,
  concepts: [water, power, building, grounds, conduct],
  moods,
  pressing,
  masses,
  insides,
  commons,
}
