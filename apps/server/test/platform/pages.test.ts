import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { servePages } from '../../src/platform/http/pages.ts'

let directory: string
let server: FastifyInstance

const lay = (name: string, content: string | Buffer) => writeFileSync(join(directory, name), content)
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers })

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'zhanggui-pages-'))
  mkdirSync(join(directory, 'assets'))
  lay('index.html', '<meta name="zhanggui-demo" content="false"><title>first</title>')
  server = Fastify() as unknown as FastifyInstance
  await servePages(server, { apps: [{ directory, path: '/app/', also: ['/r/:token'] }], demo: true })
})
afterEach(async () => {
  await server.close()
  rmSync(directory, { recursive: true })
})

describe('the web apps', () => {
  it('are served from a build made after the start', async () => {
    expect((await get('/app/assets/index-AbCd1234.js')).statusCode).toBe(404)
    lay('assets/index-AbCd1234.js', 'new')
    lay('index.html', '<title>second</title>')
    expect((await get('/app/assets/index-AbCd1234.js')).body).toBe('new')
    expect((await get('/app/cases')).body).toContain('second')
  })

  it('keep fingerprinted files for a year and ask about every other each time', async () => {
    lay('assets/index-AbCd1234.js', 'x')
    lay('manifest.webmanifest', '{}')
    const cached = async (url: string) => (await get(url)).headers['cache-control']
    expect(await cached('/app/assets/index-AbCd1234.js')).toContain('immutable')
    expect(await cached('/app/manifest.webmanifest')).toBe('no-cache')
    expect(await cached('/app/')).toBe('no-store')
    expect(await cached('/r/abc')).toBe('no-store')
  })

  it('are sent as compressed as the browser takes them, under their own type', async () => {
    lay('assets/index-AbCd1234.js', 'plain')
    lay('assets/index-AbCd1234.js.br', brotliCompressSync('plain'))
    const small = await get('/app/assets/index-AbCd1234.js', { 'accept-encoding': 'gzip, br' })
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.headers['content-type']).toContain('javascript')
    expect(small.headers['cache-control']).toContain('immutable')
    expect((await get('/app/assets/index-AbCd1234.js')).body).toBe('plain')
  })

  it('let the worker of the residents’ page answer for /app too, and never keep it', async () => {
    lay('service-worker.js', 'self')
    const worker = await get('/app/service-worker.js')
    expect(worker.headers['service-worker-allowed']).toBe('/app')
    expect(worker.headers['cache-control']).toBe('no-cache')
  })

  it('say whether this is the demo, under every address of the page', async () => {
    for (const url of ['/app/', '/app/index.html', '/app/cases/1', '/r/abc'])
      expect((await get(url)).body).toContain('content="true"')
  })

  it('give no file that lies outside, hidden or not there', async () => {
    mkdirSync(join(directory, '.vite'))
    lay('.vite/manifest.json', 'digest')
    for (const url of [
      '/app/.vite/manifest.json',
      '/app/nothing.js',
      '/app/%2e%2e/secret.txt',
      '/app/assets//x.js',
      '/app/..%5csecret.txt',
      '/r/nothing.js',
    ]) {
      const answer = await get(url)
      expect([url, answer.statusCode >= 400]).toEqual([url, true])
      expect(answer.body).not.toContain('digest')
    }
  })
})
