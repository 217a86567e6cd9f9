import pg from 'pg'

export type Statement = { text: string; values: unknown[] }

/** The statements that `work` sends, in order, as the driver gets them. */
export async function captured(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const original = pg.Client.prototype.query
  const note = (config: unknown, values: unknown) => {
    if (typeof config === 'string')
      statements.push({ text: config, values: Array.isArray(values) ? values : [] })
    else if (config && typeof config === 'object' && 'text' in config) {
      const it = config as { text: string; values?: unknown[] }
      statements.push({ text: it.text, values: it.values ?? [] })
    }
  }
  pg.Client.prototype.query = function (this: pg.Client, ...all: unknown[]) {
    note(all[0], all[1])
    return (original as (...it: unknown[]) => unknown).apply(this, all)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return statements
}

/**
 * The same statements as a script for pgbench: literals for the parameters, but a fresh id wherever the captured run
 * used one of `fresh`, so that every transaction is a new act.
 */
export function pgbenchScript(statements: Statement[], fresh: string[]): string {
  const names = fresh.map((_, index) => `id${index}`)
  const lines = names.map((it) => `\\set ${it} random(1, 9000000000000000000)`)
  for (const { text, values } of statements) {
    const both = /^begin; (set local .*)$/.exec(text)
    if (both) lines.push('begin;', `${both[1]};`)
    else
      lines.push(
        `${text.replaceAll(/\s+/g, ' ').replaceAll(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1], fresh, names))};`,
      )
  }
  return `${lines.join('\n')}\n`
}

function literal(value: unknown, fresh: string[], names: string[]): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (Buffer.isBuffer(value)) return `E'\\\\x${value.toString('hex')}'::bytea`
  if (Array.isArray(value)) return quoted(`{${value.map(String).join(',')}}`)
  if (typeof value === 'object') return quoted(JSON.stringify(value))
  const text = String(value)
  const index = fresh.indexOf(text)
  return index >= 0 ? `lpad(to_hex(:${names[index]}::bigint), 32, '0')::uuid` : quoted(text)
}

// A colon would start one of pgbench's variables.
const quoted = (text: string): string =>
  `E'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "''")
    .replaceAll(':', String.raw`\x3A`)
    .replaceAll('\n', String.raw`\n`)}'`
