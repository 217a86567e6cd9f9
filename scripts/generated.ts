import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../apps/server/src/platform/migrate.ts'
import { startEmbedded } from '../apps/server/src/platform/postgres/embedded.ts'
import { apiDescription } from './generated/api-description.ts'
import { formatted } from './generated/formatted.ts'
import { permissionsPage } from './generated/permissions.ts'
import { queriesOf } from './generated/queries.ts'
import { refusalsPage } from './generated/refusals.ts'
import { schemaSql } from './generated/schema-sql.ts'
import { settingsPage } from './generated/settings.ts'
import { triagePage } from './generated/triage.ts'
import { schemaTypes } from './schema-types.ts'

/** A migrated database with nothing in it, which is filled while it is read from. */
export type EmptyDatabase = { ownerUrl: string; appUrl: string }

/**
 * Every file that is made from the code and the database: path below the root and text. Uses `on`, or a database of
 * its own in a temporary directory, which is removed.
 */
export async function generated(on?: EmptyDatabase): Promise<Record<string, string>> {
  return on ? generatedFrom(on) : withDatabase(generatedFrom)
}

async function generatedFrom(database: EmptyDatabase): Promise<Record<string, string>> {
  const queries = await queriesOf(database)
  return {
    'docs/generated/openapi.json': await apiDescription(database),
    'docs/generated/permissions.md': permissionsPage(),
    'docs/generated/settings.md': settingsPage(),
    'docs/generated/refusals.md': refusalsPage(),
    'docs/generated/triage.md': triagePage(),
    'docs/generated/schema.sql': await schemaSql(database.ownerUrl),
    'apps/server/src/platform/schema.ts': formatted('schema.ts', schemaTypes(database.ownerUrl)),
    ...Object.fromEntries(
      Object.entries(queries).map(([name, text]) => [`docs/generated/queries/${name}.sql`, text]),
    ),
  }
}

async function withDatabase<T>(work: (database: EmptyDatabase) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'zhanggui-generate-'))
  // When root generates, PostgreSQL is somebody else, who must be able to pass.
  chmodSync(directory, 0o711)
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  try {
    const database = await startEmbedded({ dataDirectory: join(directory, 'data'), log: quiet, quick: true })
    try {
      await migrate({ ownerUrl: database.ownerUrl })
      return await work(database)
    } finally {
      await database.stop()
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
