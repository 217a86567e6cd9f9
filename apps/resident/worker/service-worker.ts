/**
 * Lets the residents' page open without a network. It keeps one build whole: the page and every script and style it
 * may ask for. Where there is a network the page itself always comes from the server, so nobody is left with an old
 * one; the kept page answers only when the server does not. A new build is fetched beside the old and takes its place
 * when no window shows the old any more. What the server knows (`/api`, `/events`, photos) is never touched or kept.
 */
// The types know a worker of any kind; this one is a page's.
const here = globalThis as unknown as ServiceWorkerGlobalScope

/** Written in by the build: a digest of it, and the addresses of its files. */
declare const build: { digest: string; files: readonly string[] }

const page = '/app/'
const kept = `zhanggui-page-${build.digest}`
/** How long a slow network may take with the page before the kept one is shown. */
const patience = 4000

here.addEventListener('install', (event) => event.waitUntil(keep()))
here.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
here.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== here.location.origin) return
  if (request.mode === 'navigate') {
    if (address.pathname === '/app' || address.pathname.startsWith(page)) event.respondWith(openPage(request))
  } else if (build.files.includes(address.pathname)) {
    event.respondWith(fromKept(request))
  }
})

async function keep(): Promise<void> {
  const cache = await caches.open(kept)
  // Fingerprinted files may come from the browser's own store; the page may not.
  await cache.addAll([...build.files])
  const fresh = await fetch(page, { cache: 'no-store' })
  const html = await fresh.clone().text()
  const wanted = /src="([^"]+\.js)"/.exec(html)?.[1]
  // Between two builds the server may already give the next page: half of one and half of the other must not be kept.
  if (!fresh.ok || wanted === undefined || !build.files.includes(wanted)) throw new Error('another build')
  await cache.put(page, fresh)
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('zhanggui-page-') && name !== kept) await caches.delete(name)
  }
}

async function openPage(request: Request): Promise<Response> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const answer = await fetch(request, { signal: stop.signal })
    // A server that is being restarted answers through its proxy with 502 or 503.
    if (answer.status < 500) return answer
    return (await caches.match(page, { cacheName: kept })) ?? answer
  } catch (problem) {
    const old = await caches.match(page, { cacheName: kept })
    if (old) return old
    if (stop.signal.aborted) return fetch(request)
    throw problem
  } finally {
    clearTimeout(timer)
  }
}

async function fromKept(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: kept })) ?? fetch(request)
}
