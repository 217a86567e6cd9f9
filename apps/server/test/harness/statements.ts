import pg from 'pg'

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown

/** The statements that `work` sends to the database on any connection of this process, in order, parameters as $n. */
export async function statementsDuring<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = []
  const usual = pg.Client.prototype.query as unknown as Query
  // Listens in on the driver, below all of our own code.
  pg.Client.prototype.query = function listening(this: pg.Client, config: unknown, ...rest: unknown[]) {
    const text = typeof config === 'string' ? config : (config as { text?: unknown } | null)?.text
    if (typeof text === 'string') statements.push(text)
    return usual.call(this, config, ...rest)
  } as unknown as typeof pg.Client.prototype.query
  try {
    return { answer: await work(), statements }
  } finally {
    pg.Client.prototype.query = usual as unknown as typeof pg.Client.prototype.query
  }
}

/** What the statement of a request is about, without what every request begins and ends with. */
export const isOwnWork = (statement: string): boolean =>
  !/^(begin|commit|rollback)\b/.test(statement) && !statement.includes('identity.session')
