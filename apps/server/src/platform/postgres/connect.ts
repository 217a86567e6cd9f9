import { Client } from 'pg'

/**
 * Open one connection, do the work, close it. For the few things done outside the pool: making roles, migrating,
 * trying an address. `patience` is how long connecting may take, in milliseconds.
 */
export async function withClient<T>(
  url: string,
  work: (client: Client) => Promise<T>,
  patience = 10_000,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    application_name: 'zhanggui setup',
  })
  // A server that goes away between two queries must not end the process; the next query reports it.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** PostgreSQL's five-letter error code, or the system's (`ECONNREFUSED`), of something that was thrown. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
