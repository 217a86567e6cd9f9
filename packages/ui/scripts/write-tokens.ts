import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTokens } from '../src/write-tokens.ts'

writeFileSync(join(import.meta.dirname, '../src/tokens.css'), writeTokens())
