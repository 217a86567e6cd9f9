import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { codeOf, withClient } from '../../src/platform/postgres/connect.ts'
import { withDatabase } from '../../src/platform/postgres/url.ts'
// What the run provides is declared there.
import type {} from './global-setup.ts'

/** A database of one test file's own. */
export interface TestDatabase {
  ownerUrl: string
  appUrl: string
  /** Remove it, whoever is still connected. */
  drop(): Promise<void>
}

/** Copy the migrated template (some 0.1 s). Every test file takes its own copy and drops it at the end. */
export async function copyDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject('postgres')
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  const maintenance = withDatabase(ownerUrl, 'postgres')
  await withClient(maintenance, async (client) => {
    // PostgreSQL refuses a second copy of one template while the first is being made.
    await client.query(`select pg_advisory_lock(hashtext('copy of the template'))`)
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: async () => {
      await withClient(maintenance, async (client) => {
        try {
          await client.query(`drop database if exists ${name} with (force)`)
        } catch (error) {
          // The owner may not end the application's connections, and a pool says that it has ended while its
          // last ones are still closing; without force PostgreSQL waits for them some seconds.
          if (codeOf(error) !== '42501') throw error
          await client.query(`drop database if exists ${name}`)
        }
      })
    },
  }
}
