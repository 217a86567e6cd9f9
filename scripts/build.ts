import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')

/** Everything an app is made from; a change in any of it makes the built app stale. */
const sources: Record<string, string[]> = {
  console: ['apps/console', 'packages', 'scripts/web'],
  resident: ['apps/resident', 'packages', 'scripts/web'],
}

/** A digest of the sources' contents, so that a checkout that only touched the times builds nothing. */
function digestOf(folders: string[]): string {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const visit = (path: string): void => {
    for (const name of readdirSync(path).toSorted()) {
      if (name === 'node_modules' || name === 'dist' || name.includes('.test.')) continue
      const full = join(path, name)
      if (statSync(full).isDirectory()) visit(full)
      else digest.update(full.slice(root.length)).update(readFileSync(full))
    }
  }
  for (const folder of folders) visit(join(root, folder))
  return digest.digest('hex')
}

const ifStale = process.argv.includes('--if-stale')
for (const [app, folders] of Object.entries(sources)) {
  const directory = join(root, 'apps', app)
  const mark = join(directory, 'dist/.built-from')
  const digest = digestOf(folders)
  if (ifStale && existsSync(mark) && readFileSync(mark, 'utf8') === digest) continue
  console.log(`正在生成网页 Building ${app}…`)
  await build({ root: directory, configFile: join(directory, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(mark, digest)
}
