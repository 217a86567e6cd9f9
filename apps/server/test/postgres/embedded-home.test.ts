import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { embeddedHome } from '../../src/platform/postgres/embedded-home.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { ask, clean, listeningLog, scratchDirectory } from './tools.ts'

const scratch = scratchDirectory()
const base = join(scratch, 'var')
const home = join(scratch, 'home')
const log = listeningLog()
let used = base
afterAll(async () => clean(scratch, [used]))

describe.runIf(process.getuid?.() === 0)('a checkout in a home that is closed to everybody', () => {
  test('starts all the same: the database lies where PostgreSQL’s user can go, and is found again', async () => {
    mkdirSync(join(home, 'zhanggui'), { recursive: true })
    chmodSync(home, 0o700)
    used = await embeddedHome(join(home, 'zhanggui/data'), log, base)
    expect(used).toMatch(/\/var\/[0-9a-f]{12}$/)
    const database = await startEmbedded({ dataDirectory: used, log })
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(await embeddedHome(join(home, 'zhanggui/data'), log, base)).toBe(used)
  })

  test('elsewhere the data directory itself is used, there or not yet there', async () => {
    expect(await embeddedHome(join(scratch, 'data'), log, base)).toBe(join(scratch, 'data'))
  })
})
