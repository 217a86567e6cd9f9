import { sql } from 'kysely'
import { publishPolicyTx } from '#modules/cases'
import { recordAccess } from '#modules/identity'
import { openPool } from '#platform/database'
import type { Database, Tx } from '#platform/database'
import type { FileStore } from '#platform/files'
import { storePhoto } from '#platform/photos'
import type { Photo } from '#platform/photos'
import { systemContext } from '#platform/context'
import type { Log } from '#platform/postgres/log'
import { epochSeconds, instantText } from '@zhanggui/rules'
import sharp from 'sharp'
import type { Act } from './act.ts'
import { chance } from './chance.ts'
import { drawings, drawingSvg } from './drawings.ts'
import type { Drawing } from './drawings.ts'
import { drawEstate } from './estate.ts'
import { demoCommunityId, demoOrganizationId } from './ids.ts'
import { moveIn } from './move-in.ts'
import { drawPeople } from './people.ts'
import { play, staffActor, within } from './play.ts'
import type { Accounts } from './play.ts'
import { DemoProblem } from './problem.ts'
import { scriptOf } from './script.ts'
import { secondPolicy } from './service-times.ts'
import { stage } from './staged.ts'
import { drawStaff } from './staff.ts'
import { day, hour } from './time.ts'
import { wangsYear } from './wang.ts'
import { drawYear } from './year.ts'
import type { Ground } from './year.ts'

const seed = 'zhanggui'

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
  say(line: string): void
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
  const story = tell(now, options.cases ?? 3000)
  const photos = store ? await draw(store) : undefined
  // The owner's connection, because what old acts queued has to be cleared away in the same transaction.
  const owner = openPool({ url: options.ownerUrl, size: 2, onError: () => undefined })
  try {
    await owner.transaction([demoCommunityId], (tx) => live(tx, story, photos, now, say))
    await sql`analyze`.execute(owner.house)
  } finally {
    await owner.close()
  }
  const seconds = (performance.now() - began) / 1000
  log.info('demo community moved in', { seconds: Math.round(seconds * 10) / 10 })
  say(`  住定，用时 ${seconds.toFixed(1)} 秒 Settled`)
}

async function organizationsOf(database: Database): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from identity.organization order by (id <> ${demoOrganizationId}) limit 2`.execute(
    database.house,
  )
  return rows.rows.map((it) => it.id)
}

export type Story = { ground: Ground; acts: Act[]; founded: number; policyChange: number }

/** Everything that is going to happen, in order of time; depends on nothing but its arguments. */
export function tell(now: number, cases: number): Story {
  const founded = now - 400 * day
  const luck = (part: string) => chance(`${seed}/${part}`)
  const estate = drawEstate(luck('estate'), founded)
  const ground: Ground = {
    estate,
    people: drawPeople(luck('people'), estate.homes, founded),
    crew: drawStaff(luck('staff'), founded),
  }
  const placed = [...wangsYear(luck('wang'), ground, now), ...stage(luck('stage'), ground, now)]
  const opened = placed.filter((it) => it.deed.do === 'open').length
  const begun = drawYear(luck('year'), ground, now, Math.max(0, cases - opened))
  // Each case has chance of its own, so that one more act here changes nothing there.
  const acts = [...begun.flatMap((it) => scriptOf(luck(it.case.id), ground.crew, it)), ...placed]
  const order = new Map(acts.map((it, index) => [it, index]))
  const happened = acts
    .filter((it) => it.at <= now)
    .toSorted((a, b) => a.at - b.at || (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return { ground, acts: happened, founded, policyChange: now - 150 * day }
}

async function live(
  tx: Tx,
  story: Story,
  photos: ReadonlyMap<Drawing, Photo> | undefined,
  now: number,
  say: (line: string) => void,
): Promise<void> {
  const { ground, acts } = story
  const { accounts, calendars } = await moveIn(
    tx,
    chance(`${seed}/codes`),
    ground,
    instantText(story.founded),
  )
  const { homes } = ground.estate
  say(
    `  ${homes.filter((it) => it.use !== 'parking').length} 户、${ground.people.persons.length} 位住户、${ground.crew.all.length} 名员工`,
  )
  await takePhotos(tx, acts, accounts, photos)
  const database = within(tx)
  let changed = false
  let shown = 0
  for (const [index, act] of acts.entries()) {
    if (!changed && act.at >= story.policyChange) {
      const by = { id: ground.crew.manager.id, name: ground.crew.manager.name }
      await publishPolicyTx(tx, demoCommunityId, secondPolicy(calendars), by, instantText(story.policyChange))
      changed = true
    }
    await play(database, accounts, photos ? act : withoutPhotos(act))
    const part = Math.floor(((index + 1) / acts.length) * 4)
    if (part > shown) {
      shown = part
      say(`  一年的工单 A year of cases ${part * 25} %`)
    }
  }
  await reveal(tx, ground, database, now)
  await settle(tx, now)
}

function withoutPhotos(act: Act): Act {
  const { deed } = act
  if (!('photos' in deed) || deed.photos.length === 0) return act
  const bare = { ...deed, photos: [] }
  return { ...act, deed: bare.do === 'resolve' ? { ...bare, noPhotoReason: '现场没有可拍的变化' } : bare }
}

/** Draws every picture once into the store. */
async function draw(store: FileStore): Promise<ReadonlyMap<Drawing, Photo>> {
  const drawn = new Map<Drawing, Photo>()
  for (const it of drawings) {
    const picture = await sharp(Buffer.from(drawingSvg(it)))
      .jpeg({ quality: 80 })
      .toBuffer()
    drawn.set(it, await storePhoto(store, picture))
  }
  return drawn
}

/** Notes the photos that people take, by whoever takes them, before they are hung on anything. */
async function takePhotos(
  tx: Tx,
  acts: readonly Act[],
  accounts: Accounts,
  drawn: ReadonlyMap<Drawing, Photo> | undefined,
): Promise<void> {
  if (!drawn) return
  const rows = acts.flatMap(({ at, by, deed }) => {
    const taken = 'photos' in deed ? deed.photos : []
    const account =
      typeof by === 'string' ? null : 'staff' in by ? by.staff.id : (accounts.get(by.resident.id) ?? null)
    return taken.map(({ id, drawing }) => {
      const photo = drawn.get(drawing)
      if (!photo) throw new Error(`nobody has drawn ${drawing}`)
      const { sha256, width, height, bytes } = photo
      return { id, by: account, sha256: sha256.toString('hex'), width, height, bytes, at: instantText(at) }
    })
  })
  await sql`
    insert into platform.file (community_id, id, uploaded_by, sha256, type, width, height, bytes, at)
    select ${demoCommunityId}::uuid, id, by, decode(sha256, 'hex'), 'image/jpeg', width, height, bytes, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, by uuid, sha256 text, width integer, height integer, bytes integer, at timestamptz)`.execute(
    tx,
  )
}

/** Looks at the phones of those whom a newcomer plays, so that their ledger of looks is not empty. */
async function reveal(tx: Tx, { people, crew }: Ground, database: Database, now: number): Promise<void> {
  const looks = [
    [crew.called('demo-agent'), people.wang, 'call-back', 3 * hour],
    [crew.called('demo-worker'), people.wang, 'visit', 24 * day],
    [crew.called('hejiayi'), people.wang, 'call-back', 66 * day],
    [crew.called('demo-worker'), people.tenant, 'visit', 20 * hour],
  ] as const
  for (const [who, whose, purpose, ago] of looks) {
    const context = {
      ...systemContext(database, instantText(now - ago), [demoCommunityId]),
      actor: staffActor(who),
    }
    await recordAccess(tx, context, {
      communityId: demoCommunityId,
      personId: whose.id,
      what: 'phone',
      purpose,
    })
  }
}

/**
 * Leaves things as the relay would have: news is told, messages went out within seconds of being written and were
 * mostly read, and only wake-ups that still lie ahead stay queued.
 */
async function settle(tx: Tx, now: number): Promise<void> {
  const at = instantText(now)
  await sql`
    delete from platform.outbox as o
    where not (o.task = 'cases.wake' and o.run_at > ${at}::timestamptz and exists (
      select from cases.case c where c.community_id = ${demoCommunityId}
        and c.id = (o.payload->>'caseId')::uuid and c.wake_at = o.run_at))`.execute(tx)
  await sql`
    update messaging.delivery as d set state = 'delivered', delivered_at = d.at + interval '1 second'
    where d.community_id = ${demoCommunityId} and d.state = 'queued'
      and (d.account_id is not null or exists (
        select from identity.phone_holding h join identity.account a on a.phone = h.phone
        where h.community_id = d.community_id and h.person_id = d.person_id))`.execute(tx)
  // Staff read within the shift, residents within the day; what came last is unread.
  await sql`
    update messaging.delivery as d set state = 'read', read_at = d.at + interval '40 minutes'
    where d.community_id = ${demoCommunityId} and d.state = 'delivered'
      and d.at < ${at}::timestamptz - case when d.account_id is null then interval '20 hours' else interval '6 hours' end`.execute(
    tx,
  )
}
