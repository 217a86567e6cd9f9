const early = (globalThis as { zhangguiEarly?: Record<string, Promise<Response>> }).zhangguiEarly ?? {}

/** As `fetch`; what `src/early.ts` has already asked is answered by that, once. */
export const fetchEarly: typeof fetch = (input, init) => {
  const asked = typeof input === 'string' && (init?.method ?? 'GET') === 'GET' ? early[input] : undefined
  if (!asked) return fetch(input, init)
  delete early[input as string]
  return asked
}
