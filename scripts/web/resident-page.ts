import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[]; css?: string[] }
type Parts = {
  /** The script that asks before the page's own has arrived. */
  early: string
  /** The service worker. */
  worker: string
  /** Where the page is served, `/app/`. */
  base: string
}

/**
 * Lays beside the built page what depends on the whole build: the early script, which knows the files of the first
 * screens, and `service-worker.js`, which knows all of them. The worker's bytes change whenever any file does, so
 * browsers take it anew.
 */
export const residentPage = ({ early, worker, base }: Parts): Plugin => ({
  name: 'resident-page',
  apply: 'build',
  writeBundle: {
    sequential: true,
    async handler({ dir }) {
      if (dir === undefined) return
      const chunks = JSON.parse(readFileSync(join(dir, '.vite/manifest.json'), 'utf8')) as Record<
        string,
        Chunk
      >
      const there = filesOf(chunks, 'index.html')
      const screen = (source: string) =>
        [...filesOf(chunks, source)].filter((file) => !there.has(file)).map((file) => base + file)
      const asks = await compiled(early, {
        home: screen('src/features/home/home-screen.tsx'),
        signIn: screen('src/features/sign-in/sign-in-screen.tsx'),
      })
      const name = `assets/early-${digestOf(asks).slice(0, 8)}.js`
      writeFileSync(join(dir, name), asks)
      const page = join(dir, 'index.html')
      const html = readFileSync(page, 'utf8').replace(
        '<meta charset="utf-8" />',
        `<meta charset="utf-8" />\n    <script async src="${base}${name}"></script>`,
      )
      if (!html.includes(name)) throw new Error('index.html has no place for the early script')
      writeFileSync(page, html)

      const files = readdirSync(join(dir, 'assets'))
        .filter((file) => /\.(js|css)$/.test(file))
        .toSorted()
        .map((file) => `${base}assets/${file}`)
      const digest = digestOf(html + files.join() + readFileSync(worker, 'utf8')).slice(0, 16)
      writeFileSync(join(dir, 'service-worker.js'), await compiled(worker, { digest, files }))
    },
  },
})

/** The files a browser must have to run a chunk: its own, its styles, and those of all it imports. */
function filesOf(chunks: Record<string, Chunk>, source: string): Set<string> {
  const files = new Set<string>()
  const visit = (key: string) => {
    const chunk = chunks[key]
    if (!chunk) throw new Error(`No chunk ${key}`)
    if (files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const other of chunk.imports ?? []) visit(other)
  }
  visit(source)
  return files
}

/** A script for the browser, with `build` written in before it; in a function of its own, so that it leaves no names. */
async function compiled(from: string, build: unknown): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(from, 'utf8'), from, { target: 'es2020' })
  return `(() => {\nconst build = ${JSON.stringify(build)}\n${code}\n})()\n`
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
