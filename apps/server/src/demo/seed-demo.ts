import { publishPolicyTx } from '#modules/cases'
import { inOnePipeline } from '#platform/database'
import type { Database, Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { withClient } from '#platform/postgres/connect'
import type { Log } from '#platform/postgres/log'
import { epochSeconds, instantText } from '@zhanggui/rules'
import { sql } from 'kysely'
import { bulkOrganizationId, demoCommunityId, demoOrganizationId } from './ids.ts'
import { escalate } from './escalate.ts'
import { moveIn } from './move-in.ts'
import { putOnDuty } from './duty.ts'
import { draw, takePhotos, withoutPhotos } from './photos.ts'
import type { Drawn } from './photos.ts'
import { play, within } from './play.ts'
import { playLine } from './play-line.ts'
import { DemoProblem } from './problem.ts'
import { secondPolicy } from './service-times.ts'
import { setListsAside } from './set-aside.ts'
import { judge, reveal, settle } from './settle.ts'
import { luck } from './story.ts'
import type { Story } from './story.ts'
import { tellWhole } from './whole.ts'

/**
 * Moves the fictional community 云栖花园 into an empty database, with a year of cases up to `now` (ISO 8601 UTC),
 * made by the same actions that serve the pages; all of it or, when anything fails, nothing. Where it lives already,
 * nothing is done. Refused (`DemoProblem`) where a real organization lives: a one-click sign-in must never open its
 * data. The same `now` and `cases` give the same community, numbers, words and states on every machine. Photos are
 * drawn into `store`; without one there are none.
 */
export async function seedDemo(options: {
  ownerUrl: string
  database: Database
  store?: FileStore | undefined
  now: string
  say: (line: string) => void
  log: Log
  /** How many cases, some thirty of them placed by hand; 3,000 unless said otherwise. */
  cases?: number
}): Promise<void> {
  const { store, say, log } = options
  const present = await organizationsOf(options.database)
  if (present.includes(demoOrganizationId)) return
  if (present.length > 0) {
    throw new DemoProblem({
      zh: '这个数据库里有真实的物业公司，演示小区不能入住：一键登录会打开真实住户的资料。请去掉 --demo，或用 ZHANGGUI_DATA / DATABASE_URL 另指一个空库。',
      en: 'This database belongs to a real company. The demonstration can not move in: its one-click sign-in would open real residents’ data. Leave out --demo, or name an empty database by ZHANGGUI_DATA or DATABASE_URL.',
    })
  }
  const began = performance.now()
  say('演示小区入住中 A fictional community is moving in…')
  const now = epochSeconds(options.now)
  const story = tellWhole(now, options.cases ?? 3000)
  const photos = store ? await draw(store) : undefined
  // As the owner, because what old acts queued has to be cleared away in the same transaction.
  await inOnePipeline(options.ownerUrl, [demoCommunityId], (tx) => live(tx, story, photos, now, say))
  await withClient(options.ownerUrl, (client) => client.query('analyze'))
  const seconds = (performance.now() - began) / 1000
  log.info('demo community moved in', { seconds: Math.round(seconds * 10) / 10 })
  say(`  住定，用时 ${seconds.toFixed(1)} 秒 Settled`)
}

async function organizationsOf(database: Database): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from identity.organization where id <> ${bulkOrganizationId}
    order by (id <> ${demoOrganizationId}) limit 2`.execute(database.house)
  return rows.rows.map((it) => it.id)
}

async function live(
  tx: Tx,
  story: Story,
  photos: Drawn | undefined,
  now: number,
  say: (line: string) => void,
): Promise<void> {
  const { ground, acts } = story
  const { accounts, calendars } = await moveIn(tx, luck('codes'), ground, instantText(story.founded))
  await putOnDuty(tx, ground.crew, now)
  const { homes } = ground.estate
  say(
    `  ${homes.filter((it) => it.use !== 'parking').length} 户、${ground.people.persons.length} 位住户、${ground.crew.all.length} 名员工`,
  )
  await takePhotos(tx, acts, accounts, photos)
  await measure(tx)
  const putBack = await setListsAside(tx, ['cases.case', 'cases.clock', 'cases.case_event'])
  const database = within(tx)
  const change = acts.findIndex((it) => it.at >= story.policyChange)
  const before = change === -1 ? acts : acts.slice(0, change)
  const line = playLine(
    (act) => play(database, accounts, photos ? act : withoutPhotos(act)),
    acts.length,
    say,
  )
  // Soon after the beginning, and once more when the tables have their shape.
  await line(before.slice(0, 200))
  await measure(tx)
  await line(before.slice(200, 2000))
  await measure(tx)
  await line(before.slice(2000))
  if (change !== -1) {
    const by = { id: ground.crew.manager.id, name: ground.crew.manager.name }
    await publishPolicyTx(tx, demoCommunityId, secondPolicy(calendars), by, instantText(story.policyChange))
    await line(acts.slice(change))
  }
  await putBack()
  await escalate(tx, database, now)
  await reveal(tx, ground, database, now)
  await judge(tx, database, now)
  await settle(tx, now)
}

/**
 * Counts what has been written so far, as the database does by itself for what is committed. Statements planned
 * while the tables were empty, the checks of foreign keys too, would else look in the wrong index for a whole year.
 */
async function measure(tx: Tx): Promise<void> {
  await sql`analyze estate.place, estate.home, people.person, people.residency, identity.account, identity.phone_holding,
    cases.case, cases.case_event, cases.clock, cases.case_photo, cases.policy_version, messaging.interaction,
    messaging.delivery, platform.file, platform.act, platform.outbox`.execute(tx)
}
