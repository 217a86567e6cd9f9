/**
 * Keeps the page on this phone, so that it opens without a network. Begun only when the first screen has long been
 * there: what is kept is fetched behind it, not instead of it.
 */
export function keepPage(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const begin = () =>
    setTimeout(() => {
      // Where the browser does not let it (a private window, a full phone) the page works as before.
      navigator.serviceWorker.register('/app/service-worker.js', { scope: '/app' }).catch(() => undefined)
    }, 3000)
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
