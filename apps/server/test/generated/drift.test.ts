import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, refusals, routes } from '@zhanggui/contract'
import type { EndpointName } from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generated } from '../../../../scripts/generated.ts'
import { schemaSql } from '../../../../scripts/generated/schema-sql.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { copyDatabase } from '../harness/database.ts'
import type { TestDatabase } from '../harness/database.ts'
import { startSystemPostgres } from './system-postgres.ts'

const root = join(import.meta.dirname, '../../../..')
let database: TestDatabase
let files: Record<string, string>
beforeAll(async () => {
  database = await copyDatabase()
  files = await generated(database)
})
afterAll(() => database.drop())

describe('what is made from the code', () => {
  it('is in the repository as it would be made now (npm run generate)', () => {
    const stale = Object.entries(files).filter(([path, text]) => {
      const full = join(root, path)
      return !existsSync(full) || readFileSync(full, 'utf8') !== text
    })
    expect(stale.map(([path]) => path)).toEqual([])
  })

  it('leaves nothing in docs/generated that is not made any more', () => {
    const found = readdirSync(join(root, 'docs/generated'), { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name).slice(root.length + 1))
    expect(found.filter((it) => !(it in files))).toEqual([])
  })

  it('shows the statements of every endpoint that can be asked here', () => {
    const shown = Object.keys(files).flatMap((it) => /queries\/(\w+)\.sql$/.exec(it)?.[1] ?? [])
    // No demo, and no service to send codes with.
    const missing = Object.keys(routes).filter((it) => !shown.includes(it))
    expect(missing.toSorted()).toEqual(['demoSignIn', 'requestCode'])
    expect(files['docs/generated/queries/listCases.sql']).toContain('from "cases"."case"')
  })

  it('shows the same schema on the oldest PostgreSQL that is supported as on the newest', async () => {
    const old = await startSystemPostgres()
    try {
      expect(old.version).toBeLessThan(18)
      await migrate({ ownerUrl: old.ownerUrl })
      expect(await schemaSql(old.ownerUrl)).toBe(files['docs/generated/schema.sql'])
    } finally {
      await old.stop()
    }
  })
})

type Operation = {
  operationId?: string
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[]
  requestBody?: { content: Record<string, { schema?: unknown }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>
}
type Description = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties?: { code?: { enum?: string[] } } }> }
}

describe('the OpenAPI description', () => {
  const description = (): Description => JSON.parse(files['docs/generated/openapi.json'] ?? '') as Description
  const operations = () =>
    Object.entries(description().paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, it]) => ({ path, method, it })),
    )

  it('is of version 3.1 and has a name', () => {
    expect(description()).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: '1' },
    })
  })

  it('has every endpoint once, under its own name, path and method', () => {
    const found = operations().map(({ path, method, it }) => [
      it.operationId,
      `${method.toUpperCase()} ${path}`,
    ])
    expect(found.toSorted()).toEqual(Object.entries(routes).toSorted())
    expect(new Set(found.map(([id]) => id)).size).toBe(found.length)
  })

  it('says of each what it does, what its path holds and what it answers', () => {
    for (const { path, it } of operations()) {
      const name = it.operationId as EndpointName
      expect(it.summary).toBe(endpoints[name].summary)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)
      const inPath = (it.parameters ?? []).filter((one) => one.in === 'path')
      expect([name, inPath.map((one) => [one.name, one.required])]).toEqual([
        name,
        named.map((key) => [key, true]),
      ])
      for (const one of it.parameters ?? []) expect(['path', 'query', 'header']).toContain(one.in)
      const answer = it.responses?.['200']
      expect([name, typeof answer?.description]).toEqual([name, 'string'])
      if (name !== 'readFile')
        expect([name, answer?.content?.['application/json']?.schema]).not.toEqual([name, undefined])
    }
  })

  it('describes the body of every endpoint that takes one', () => {
    for (const { it } of operations()) {
      const name = it.operationId as EndpointName
      const takes = 'body' in endpoints[name]
      expect([name, it.requestBody?.content['application/json']?.schema !== undefined]).toEqual([name, takes])
    }
  })

  it('lists every code of a refusal, and refers to nothing that is not there', () => {
    const { components } = description()
    expect(components.schemas['Problem']?.properties?.code?.enum).toEqual(Object.keys(refusals))
    const text = files['docs/generated/openapi.json'] ?? ''
    for (const [, name = ''] of text.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)) {
      expect(components.schemas).toHaveProperty(name)
    }
    // Words of older descriptions that 3.1 no longer knows.
    expect(text).not.toMatch(/"nullable":/)
  })
})
