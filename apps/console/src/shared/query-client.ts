import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

/** A refusal is an answer: only a lost connection or a fault of the server is worth asking again. */
const worthRepeating = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiProblem && (error.offline || error.status >= 500)

/** Calls are made even when the browser believes itself offline, so that a screen fails openly instead of waiting. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: worthRepeating,
      retryDelay: (failures) => 400 * 2 ** failures,
      staleTime: 20_000,
      gcTime: 600_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
