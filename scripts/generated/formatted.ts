import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Code as the house writes it; `name` tells which language it is in. */
export function formatted(name: string, code: string): string {
  return execFileSync(process.execPath, ['node_modules/oxfmt/bin/oxfmt', '--stdin-filepath', name], {
    cwd: root,
    input: code,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}
