import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generated } from './generated.ts'

/** Writes docs/generated and the table types anew; `--check` only says what is stale, and fails if anything is. */
const check = process.argv.includes('--check')
const root = join(import.meta.dirname, '..')
let stale = 0
for (const [path, text] of Object.entries(await generated())) {
  const full = join(root, path)
  if (existsSync(full) && readFileSync(full, 'utf8') === text) continue
  stale += 1
  console.log(`${check ? 'stale' : 'written'}: ${path}`)
  if (check) continue
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}
process.exit(check && stale > 0 ? 1 : 0)
