import { startHouse } from '../../apps/server/test/harness/world.ts'
import type { EmptyDatabase } from '../generated.ts'

/** The OpenAPI description of every endpoint, the demo's included, in the order of the contract. */
export async function apiDescription({ ownerUrl, appUrl }: EmptyDatabase): Promise<string> {
  const server = await startHouse({ demo: true, on: { ownerUrl, appUrl, drop: async () => undefined } })
  try {
    await server.app.ready()
    return `${JSON.stringify(server.app.swagger(), null, 2)}\n`
  } finally {
    await server.close()
  }
}
