import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@zhanggui/client'
import { meQuery } from './queries.ts'

/** Whether asking again may help: no answer at all, or a server that is busy. A refusal stays a refusal. */
export const mayPass = (problem: unknown): boolean =>
  problem instanceof ApiProblem && (problem.status === 0 || problem.status === 502 || problem.status === 503)

/**
 * The memory of what the server said. Any answer that the session is over brings back the sign-in page;
 * being offline is a failure that is shown, never an endless wait.
 */
export function createQueryClient(): QueryClient {
  const noticeEnd = (problem: unknown) => {
    if (
      problem instanceof ApiProblem &&
      problem.status === 401 &&
      problem.problem?.code === 'not_signed_in'
    ) {
      client.setQueryData(meQuery.queryKey, null)
    }
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (count, problem) => count < 2 && mayPass(problem),
        retryDelay: (count) => 600 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
