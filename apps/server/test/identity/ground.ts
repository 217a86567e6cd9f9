import { identityRoutes } from '../../src/modules/identity/index.ts'
import type { IdentityParts } from '../../src/modules/identity/index.ts'
import { read } from '../../src/platform/context.ts'
import { startTestServer } from '../harness/server.ts'
import type { TestServer } from '../harness/server.ts'
import type { TestDatabase } from '../harness/database.ts'

export type SentCode = { phone: string; code: string }

/** A server with this module's endpoints only; text messages land in `sent`. */
export async function startIdentity(
  options: {
    demo?: boolean
    publicUrl?: string
    sms?: boolean
    on?: TestDatabase
    clock?: TestServer['clock']
    openCases?: Map<string, number>
    residentName?: IdentityParts['residentName']
  } = {},
): Promise<TestServer & { sent: SentCode[] }> {
  const sent: SentCode[] = []
  const server = await startTestServer({
    demo: options.demo ?? false,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(options.on === undefined ? {} : { on: options.on }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    bindings: ({ database, config }) =>
      identityRoutes({
        database,
        demo: config.demo,
        ...(options.sms === false
          ? {}
          : { sendCode: async (phone: string, code: string) => void sent.push({ phone, code }) }),
        communityNames: (context, ids) =>
          read(context, async (tx) => {
            const rows = await tx
              .selectFrom('estate.community')
              .select(['id', 'name', 'time_zone'])
              .where('id', 'in', ids)
              .execute()
            return new Map(rows.map((it) => [it.id, { name: it.name, timeZone: it.time_zone }]))
          }),
        openCasesByAssignee: async () => options.openCases ?? new Map(),
        ...(options.residentName === undefined ? {} : { residentName: options.residentName }),
        ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      }),
  })
  return { ...server, sent }
}
