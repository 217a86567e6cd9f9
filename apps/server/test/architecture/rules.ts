import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './source.ts'

/** Every module and what it may use. A room stands above all that it uses; news goes up by event. */
export const modules = {
  identity: [],
  estate: ['identity'],
  people: ['identity', 'estate'],
  workforce: ['identity', 'estate'],
  messaging: ['identity', 'estate', 'people'],
  cases: ['identity', 'estate', 'people', 'workforce', 'messaging'],
  insight: [],
} as const satisfies Record<string, readonly string[]>
export type Module = keyof typeof modules

const names = Object.keys(modules) as Module[]
const moduleOf = (path: string): Module | undefined => names.find((it) => path.startsWith(`modules/${it}/`))

/** What a file of the server must not do; one line per offence. */
export function offences(source: Source): string[] {
  return [
    ...strangers(source),
    ...borders(source),
    ...tables(source),
    ...purity(source),
    ...layers(source),
  ].map((it) => `${source.path}: ${it}`)
}

/** A folder below modules/ that the list does not know. */
function strangers({ path }: Source): string[] {
  return path.startsWith('modules/') && !moduleOf(path) ? ['is in no listed module'] : []
}

/** Modules are entered by their front door, and only those that may be used. */
function borders({ path, imports }: Source): string[] {
  const own = moduleOf(path)
  return imports.flatMap((it) => {
    const used = /^#modules\/([^/]+)(\/.*)?$/.exec(it) ?? /(?:^|\/)modules\/([^/]+)(\/.*)?$/.exec(it)
    if (!used) return own && escapes(path, it) ? [`reaches out by ${it}`] : []
    const [, name = '', rest] = used
    if (rest) return [`enters ${name} by the window: ${it}`]
    if (own && !(modules[own] as readonly string[]).includes(name)) return [`${own} may not use ${name}`]
    return []
  })
}

/** A relative import that leaves the module's folder. */
function escapes(path: string, it: string): boolean {
  if (!it.startsWith('..')) return false
  const depth = path.split('/').length - 3
  return (it.match(/\.\.\//g) ?? []).length > depth
}

/** SQL names the module's own tables, and the house's. A table's name anywhere in a file counts. */
function tables({ path, text }: Source): string[] {
  const own = moduleOf(path)
  if (!own) return []
  const code = withoutComments(text)
  return (
    tableNames
      .filter((it) => !it.startsWith(`${own}.`) && !it.startsWith('platform.'))
      // The boards read what the others publish for them.
      .filter((it) => own !== 'insight' || !it.includes('.report_'))
      .filter((it) =>
        new RegExp(String.raw`(?<![\w.#/-])${it.replace('.', String.raw`\.`)}(?![\w./-])`).test(code),
      )
      .map((it) => `names a table of ${it.split('.')[0]}: ${it}`)
  )
}

/** All tables, from the types that are generated from the database. */
export const tableNames = [
  ...readFileSync(join(import.meta.dirname, '../../src/platform/schema.ts'), 'utf8').matchAll(
    /^ {2}["']?([a-z]+\.[a-z_]+)["']?: [A-Z]\w+;?$/gm,
  ),
].map((it) => it[1] ?? '')

/** Rules are pure: no platform, no tables, no clock, no chance. */
function purity({ path, text, imports }: Source): string[] {
  if (!/(^|\/)rules\//.test(path) || path.endsWith('.test.ts')) return []
  const found = imports.filter(
    (it) => it.startsWith('#') || it.startsWith('node:') || /^(pg|kysely|fastify)$/.test(it),
  )
  const impure = /\bDate\b(?!\s*[:;,)\]|}])|\bMath\.random\b|\bprocess\.|\bfetch\(/.exec(
    withoutComments(text),
  )
  return [...found.map((it) => `a rule imports ${it}`), ...(impure ? [`a rule uses ${impure[0]}`] : [])]
}

/** The platform knows no module; only the composition knows all; only the config reads the environment. */
function layers({ path, text, imports }: Source): string[] {
  const platform = path.startsWith('platform/')
  const found: string[] = []
  if (platform && imports.some((it) => it.includes('modules'))) found.push('the platform knows a module')
  if (moduleOf(path) && imports.some((it) => /composition|start\.ts|cli\.ts/.test(it)))
    found.push('a module knows the composition')
  const readsEnvironment = /\bprocess\.env\b/.test(withoutComments(text))
  if (readsEnvironment && path !== 'cli.ts' && !path.startsWith('platform/postgres/'))
    found.push('reads the environment past the config')
  return found
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
