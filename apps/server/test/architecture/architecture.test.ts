import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modules, offences, tableNames } from './rules.ts'
import { parse, readSources } from './source.ts'

const root = join(import.meta.dirname, '../../../..')
const server = readSources(join(root, 'apps/server/src'))

describe('the architecture', () => {
  it('is looked at where the code is', () => {
    expect(server.length).toBeGreaterThan(80)
    expect(tableNames.length).toBeGreaterThan(30)
    for (const name of Object.keys(modules)) {
      const files = server.filter((it) => it.path.startsWith(`modules/${name}/`))
      expect(files.length, name).toBeGreaterThan(3)
      expect(
        files.some((it) => it.path === `modules/${name}/index.ts`),
        `${name} has a front door`,
      ).toBe(true)
      expect(files.flatMap((it) => it.imports).length, `${name}'s imports are seen`).toBeGreaterThan(5)
    }
  })

  it('sees an offence of each kind when there is one', () => {
    const planted: [string, string, RegExp][] = [
      ['modules/rumours/index.ts', '', /no listed module/],
      ['modules/estate/x.ts', `import { a } from '#modules/cases'`, /may not use cases/],
      ['modules/cases/x.ts', `import { a } from '#modules/estate/store'`, /by the window/],
      ['modules/cases/actions/x.ts', `import { a } from '../../estate/store.ts'`, /reaches out/],
      ['modules/cases/x.ts', `tx.selectFrom('people.person')`, /table of people/],
      ['modules/cases/x.ts', 'sql`select 1 from estate.place p where true`', /table of estate/],
      ['modules/cases/rules/x.ts', 'export const now = () => Date.now()', /uses Date/],
      ['modules/cases/rules/x.ts', `import { read } from '#platform/context'`, /a rule imports/],
      ['platform/x.ts', `import { a } from '#modules/cases'`, /platform knows a module/],
      ['modules/cases/x.ts', 'const port = process.env.PORT', /past the config/],
    ]
    for (const [path, text, expected] of planted) {
      expect(offences(parse(path, text)).join('\n'), `${path}: ${text}`).toMatch(expected)
    }
  })

  it('lists every module after what it uses', () => {
    const seen: string[] = []
    for (const [name, uses] of Object.entries(modules)) {
      for (const it of uses) expect(seen, `${name} uses ${it}`).toContain(it)
      seen.push(name)
    }
  })

  it('holds in every file of the server', () => {
    expect(server.flatMap(offences)).toEqual([])
  })

  it('keeps front-end features apart: they meet in app/', () => {
    for (const app of ['console', 'resident']) {
      const sources = readSources(join(root, 'apps', app, 'src'))
      expect(sources.length, app).toBeGreaterThan(10)
      const crossing = sources.flatMap(({ path, imports }) => {
        const feature = /^features\/([^/]+)\//.exec(path)?.[1]
        if (!feature) return []
        return imports
          .filter((it) => {
            const other =
              /(?:^|\/)features\/([^/]+)/.exec(it)?.[1] ??
              (path.split('/').length - 3 < (it.match(/\.\.\//g) ?? []).length
                ? /^(?:\.\.\/)+([a-z-]+)\//.exec(it)?.[1]
                : undefined)
            return other !== undefined && other !== feature && isFeature(app, other)
          })
          .map((it) => `${path} -> ${it}`)
      })
      expect(crossing).toEqual([])
    }
  })

  it('declares every workspace edge that is used', () => {
    for (const group of ['apps', 'packages']) {
      for (const name of readdirSync(join(root, group))) {
        const declared = JSON.parse(readFileSync(join(root, group, name, 'package.json'), 'utf8')) as {
          dependencies?: Record<string, string>
        }
        const used = readSources(join(root, group, name, 'src'))
          .filter((it) => !it.path.includes('.test.'))
          .flatMap((it) => it.imports)
          .filter((it) => it.startsWith('@zhanggui/'))
          .map((it) => it.split('/').slice(0, 2).join('/'))
        for (const it of new Set(used))
          expect(Object.keys(declared.dependencies ?? {}), `${group}/${name}`).toContain(it)
      }
    }
  })

  it('lets no application reach into another, and no package into an application', () => {
    for (const group of ['apps', 'packages']) {
      for (const name of readdirSync(join(root, group))) {
        const imports = readSources(join(root, group, name, 'src')).flatMap((it) =>
          it.imports.map((one) => `${it.path} -> ${one}`),
        )
        expect(
          imports.filter((it) =>
            /(?:\.\.\/)+(apps|packages)\/|@zhanggui\/(server|console|resident)/.test(it),
          ),
          `${group}/${name}`,
        ).toEqual([])
      }
    }
  })
})

function isFeature(app: string, name: string): boolean {
  return readdirSync(join(root, 'apps', app, 'src/features')).includes(name)
}
