import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

/**
 * Lays the service worker `from` beside the page as `service-worker.js`, with the build's digest and the addresses of
 * its scripts and styles below `base` written in. Its bytes change whenever any of them does, so browsers take it anew.
 */
export const serviceWorker = (from: string, base: string): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async writeBundle({ dir }) {
    if (dir === undefined) return
    const files = readdirSync(join(dir, 'assets'))
      .filter((name) => /\.(js|css)$/.test(name))
      .toSorted()
      .map((name) => `${base}assets/${name}`)
    const { code } = await transformWithOxc(readFileSync(from, 'utf8'), from, { target: 'es2020' })
    const digest = createHash('sha256')
      .update(readFileSync(join(dir, 'index.html')))
      .update(files.join())
      .update(code)
      .digest('hex')
      .slice(0, 16)
    writeFileSync(
      join(dir, 'service-worker.js'),
      `const build = ${JSON.stringify({ digest, files })}\n${code}`,
    )
  },
})
