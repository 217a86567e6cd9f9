import { endpoints, routes } from '@zhanggui/contract'
import type { EndpointName } from '@zhanggui/contract'
import { isOwnWork, statementsDuring } from '../../apps/server/test/harness/statements.ts'
import type { TestServer } from '../../apps/server/test/harness/server.ts'
import { startHouse } from '../../apps/server/test/harness/world.ts'
import { endpointNames, exampleOf } from '../../apps/server/test/matrix/examples.ts'
import type { At } from '../../apps/server/test/matrix/examples.ts'
import { expected } from '../../apps/server/test/matrix/expectation.ts'
import { layGround } from '../../apps/server/test/matrix/ground.ts'
import type { Caller, Ground } from '../../apps/server/test/matrix/ground.ts'
import type { EmptyDatabase } from '../generated.ts'

/** Who asks, in this order: the first who is let in. */
const askers = ['agent', 'owner', 'manager', 'committee', 'anonymous']

/**
 * The statements that each endpoint sends for its example request of the permission matrix: in order, each once,
 * parameters as $n, without the session's lookup and the transaction around them.
 */
export async function queriesOf({ ownerUrl, appUrl }: EmptyDatabase): Promise<Record<string, string>> {
  const server = await startHouse({ on: { ownerUrl, appUrl, drop: async () => undefined } })
  try {
    const ground = await layGround(server)
    const found: Record<string, string> = {}
    for (const name of endpointNames) {
      const caller = askers.map((it) => ground.caller(it)).find((it) => letsIn(name, it))
      if (caller) found[name] = await queriesFor(server, ground, name, caller)
    }
    return found
  } finally {
    await server.close()
  }
}

const letsIn = (name: EndpointName, caller: Caller): boolean =>
  expected({ name, caller, object: 'own' }) === 'answer'

async function queriesFor(
  server: TestServer,
  ground: Ground,
  name: EndpointName,
  caller: Caller,
): Promise<string> {
  const side = ground.sides.own
  const at: At = { server, side, holder: caller.holder ?? side.first, caller, absent: false, mine: true }
  const asking = await exampleOf(name)(at)
  await wakeConnections(server)
  const { answer, statements } = await statementsDuring(() =>
    server.call(name, { ...asking, by: asking.by ?? caller.session }),
  )
  if (answer.statusCode !== 200) throw new Error(`${name} as ${caller.name}: ${answer.body}`)
  const each = [...new Set(statements.filter(isOwnWork).map(laidOut))]
  const nothing = '-- No statement of its own.'
  return `-- ${routes[name]}: ${endpoints[name].summary}, asked by: ${caller.name}

${each.length === 0 ? nothing : each.map((it) => `${it};`).join('\n\n')}
`
}

/** Connections made during a request would let statements that are sent at once come in another order. */
async function wakeConnections({ database }: TestServer): Promise<void> {
  await Promise.all(Array.from({ length: 4 }, () => database.query({ text: 'select pg_sleep(0.01)' })))
}

const parts =
  /\s+(from|left join|inner join|join|where|group by|having|order by|limit|returning|on conflict|values|set|union all|for update)\b/g

/** One clause a line. Statements that are written over several lines stay as they are written. */
function laidOut(statement: string): string {
  const lines = statement.split('\n').map((it) => it.trimEnd())
  if (lines.length > 1) {
    const indents = lines.filter((it) => it.trim() !== '').map((it) => /^ */.exec(it)?.[0].length ?? 0)
    const indent = Math.min(...indents.slice(lines[0]?.trim() === '' ? 0 : 1))
    return lines
      .map((it) => (it.startsWith(' '.repeat(indent)) ? it.slice(indent) : it.trimStart()))
      .join('\n')
      .trim()
  }
  return statement.replaceAll(parts, (_, part: string) => `\n${part}`)
}
