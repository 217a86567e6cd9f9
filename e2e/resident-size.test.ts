import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildResidentApp } from './fixtures/resident-app.ts'

/** 120 kB of script, compressed, is what a mid phone on slow 4G can take before the first screen (design budget). */
const budget = 120_000
/** Chinese comes with the page; who chose English fetches its words on top. */
const otherLanguage = 9_000

type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[] }

let folder: string
let chunks: Record<string, Chunk>

beforeAll(async () => {
  folder = await buildResidentApp('resident-size')
  chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
})

const named = (ending: string): string => {
  const found = Object.keys(chunks).filter((key) => (chunks[key]?.src ?? key).endsWith(ending))
  expect(found, `one chunk ends in ${ending}`).toHaveLength(1)
  return found[0] ?? ''
}

/** The files a browser must have to run the chunks: they and all they import statically. */
const needed = (start: readonly string[]): Set<string> => {
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = chunks[key]
    if (!chunk) throw new Error(`No chunk ${key}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const other of chunk.imports ?? []) visit(other)
  }
  for (const key of start) visit(key)
  return files
}

const compressed = (files: Iterable<string>): number => {
  let bytes = 0
  for (const file of files) bytes += gzipSync(readFileSync(join(folder, file)), { level: 6 }).length
  return bytes
}

const entry = 'index.html'
/** What is loaded before each first screen can be used, and the parts of a language that come with it. */
const firstScreens: Record<string, { parts: string[]; words?: string[] }> = {
  home: { parts: ['features/home/home-screen.tsx'] },
  // At /app/ the home screen is fetched ahead while the server is asked who is there.
  'sign-in': {
    parts: ['features/sign-in/sign-in-screen.tsx', 'features/home/home-screen.tsx'],
    words: ['entrance'],
  },
  'a case from a message': { parts: ['features/cases/case-screen.tsx'], words: ['events'] },
  'reporting by QR code': {
    parts: ['features/public/report-by-code.tsx'],
    words: ['reporting', 'visitor'],
  },
  'following by link': { parts: ['features/public/follow-report.tsx'], words: ['visitor', 'events'] },
}

describe('the script of the residents’ page', () => {
  it('is within the budget for the entry and what it imports', () => {
    const bytes = compressed(needed([named(entry)]))
    expect(bytes).toBeGreaterThan(60_000)
    expect(bytes).toBeLessThan(budget)
  })

  for (const [screen, { parts, words = [] }] of Object.entries(firstScreens)) {
    it(`is within the budget when the first screen is ${screen}`, () => {
      const start = [named(entry), ...parts.map(named)]
      const chinese = compressed(needed(start))
      const other = ['settings/english.ts', ...words.map((part) => `messages/src/en/${part}.ts`)]
      const english = compressed(needed([...start, ...other.map(named)]))
      expect(chinese).toBeLessThan(budget)
      expect(english - chinese).toBeLessThan(otherLanguage)
    })
  }

  it('carries no validation library and no component kit', () => {
    for (const file of needed([named(entry)])) {
      const script = readFileSync(join(folder, file), 'utf8')
      expect(script).not.toMatch(/ZodError|ant-design|_zod/)
    }
  })

  it('can be installed: its icons are there, in the sizes it says', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')) as {
      icons: { src: string; sizes: string; type: string; purpose: string }[]
    }
    const pngs = manifest.icons.filter((it) => it.type === 'image/png')
    expect(pngs.map((it) => `${it.purpose} ${it.sizes}`)).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 192x192',
      'maskable 512x512',
    ])
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const apple = /rel="apple-touch-icon" sizes="([^"]+)" href="([^"]+)"/.exec(page)
    const stated = [...pngs, { sizes: apple?.[1] ?? '', src: apple?.[2] ?? '' }]
    for (const { src, sizes } of stated) {
      const bytes = readFileSync(join(folder, src.replace('/app/', '')))
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
    expect(page.match(/name="theme-color"[^>]*prefers-color-scheme: (light|dark)/g)).toHaveLength(2)
  })

  it('has no inline script, and asks for everything below /app/', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^\/app\//)
  })
})
