import {
  addShiftTx,
  publishDutyPhonesTx,
  recordLeaveTx,
  setDutyRosterTx,
  setLeaderTx,
  setSkillsTx,
} from '#modules/workforce'
import type { Tx } from '#platform/database'
import type { DutyPhone, Skill, Team } from '@zhanggui/contract'
import { dateIn, dateOf, dayNumber, instantText } from '@zhanggui/rules'
import { demoCommunityId } from './ids.ts'
import type { DemoCrew } from './staff.ts'
import { luck } from './story.ts'

const week = [1, 2, 3, 4, 5, 6, 7]
const shifts = {
  office: { name: '行政班', from: '08:30', until: '17:30', weekdays: [1, 2, 3, 4, 5] },
  early: { name: '早班', from: '07:00', until: '15:00', weekdays: week },
  late: { name: '中班', from: '15:00', until: '23:00', weekdays: week },
  night: { name: '夜班', from: '23:00', until: '07:00', weekdays: week },
  gateDay: { name: '岗亭日班', from: '07:00', until: '19:00', weekdays: week },
  gateNight: { name: '岗亭夜班', from: '19:00', until: '07:00', weekdays: week },
}
type ShiftName = keyof typeof shifts

/** Who takes turns in what, a day each; undefined is a day off. */
const turns: { people: readonly string[]; turn: readonly (ShiftName | undefined)[]; step: number }[] = [
  { people: ['demo-dispatcher', 'demo-manager', 'demo-finance'], turn: ['office'], step: 0 },
  { people: ['demo-agent', 'hejiayi', 'zhoumin'], turn: ['early', 'late', undefined], step: 1 },
  {
    people: ['demo-worker', 'sunguoqiang', 'mazhiyuan', 'guohaitao'],
    turn: ['early', 'late', 'night', undefined],
    step: 1,
  },
  { people: ['caoyong', 'pengwei', 'dengjun'], turn: ['gateDay', 'gateNight', undefined], step: 1 },
  {
    people: ['suguifang', 'jiangxiulan', 'yufugui'],
    turn: ['early', 'early', 'early', 'early', 'early', undefined, undefined],
    step: 2,
  },
]

const skills: Record<string, Skill[]> = {
  'demo-agent': ['front-desk'],
  hejiayi: ['front-desk'],
  zhoumin: ['front-desk'],
  'demo-worker': ['plumbing', 'masonry', 'electrical'],
  sunguoqiang: ['electrical', 'low-voltage', 'plumbing'],
  mazhiyuan: ['electrical', 'lift', 'fire-safety', 'plumbing'],
  guohaitao: ['carpentry', 'masonry', 'plumbing', 'electrical'],
  caoyong: ['guarding', 'fire-safety', 'lift'],
  pengwei: ['guarding', 'fire-safety'],
  dengjun: ['guarding'],
  suguifang: ['cleaning'],
  jiangxiulan: ['cleaning', 'greening'],
  yufugui: ['cleaning', 'greening'],
}

const leaders: Partial<Record<Team, string>> = {
  service: 'demo-dispatcher',
  engineering: 'demo-worker',
  security: 'caoyong',
  cleaning: 'suguifang',
  office: 'demo-manager',
}

// 110, 119, 120 and 95598 are what they are everywhere in China; the others are this fictional community's own.
const phones: DutyPhone[] = [
  { topic: 'control-room', name: '消防监控中心', phone: '0571-85550100', note: '24 小时有人' },
  { topic: 'fire', name: '火警', phone: '119', note: '' },
  { topic: 'medical', name: '急救', phone: '120', note: '' },
  { topic: 'police', name: '报警', phone: '110', note: '' },
  { topic: 'lift', name: '电梯维保值班', phone: '0571-85550131', note: '困人 30 分钟内到场（维保合同）' },
  { topic: 'gas', name: '燃气抢修', phone: '0571-85550177', note: '到室外再拨' },
  { topic: 'water', name: '供水抢修', phone: '0571-85550188', note: '' },
  { topic: 'power', name: '供电服务', phone: '95598', note: '' },
  { topic: 'engineering', name: '工程值班', phone: '0571-85550102', note: '24 小时' },
  { topic: 'manager', name: '值班经理', phone: '0571-85550108', note: '22:00 后只接急事' },
]

/**
 * Puts the fictional staff on duty: leaders, skills, shifts, a roster from four weeks back to three ahead, two leaves,
 * the duty phones. `now` in epoch seconds. The same every time for the same `now`.
 */
export async function putOnDuty(tx: Tx, crew: DemoCrew, now: number): Promise<void> {
  const communityId = demoCommunityId
  const at = instantText(now)
  const chance = luck('duty')
  for (const [team, login] of Object.entries(leaders)) {
    await setLeaderTx(tx, { communityId, team: team as Team, accountId: crew.called(login).id, now: at })
  }
  for (const [login, held] of Object.entries(skills)) {
    await setSkillsTx(tx, { communityId, accountId: crew.called(login).id, skills: held, now: at })
  }
  const ids = {} as Record<ShiftName, string>
  for (const [name, shift] of Object.entries(shifts)) {
    const id = chance.id(now)
    ids[name as ShiftName] = id
    await addShiftTx(tx, { communityId, id, ...shift, now: at })
  }
  const today = dayNumber(dateIn('Asia/Shanghai', now))
  const changes = turns.flatMap(({ people, turn, step }) =>
    people.flatMap((login, index) =>
      Array.from({ length: 49 }, (_, offset) => {
        const day = today - 28 + offset
        const name = turn[(day + index * step) % turn.length]
        const on = dateOf(day)
        if (name === undefined || !shifts[name].weekdays.includes(((((day + 3) % 7) + 7) % 7) + 1)) return []
        return [{ on, shiftId: ids[name], accountId: crew.called(login).id, works: true }]
      }).flat(),
    ),
  )
  await setDutyRosterTx(tx, { communityId, changes })
  const manager = { id: crew.manager.id, name: crew.manager.name }
  const away = [
    { login: 'guohaitao', kind: 'annual', from: today + 4, until: today + 6, note: '回老家' },
    { login: 'jiangxiulan', kind: 'sick', from: today - 9, until: today - 8, note: '' },
  ] as const
  for (const { login, kind, from, until, note } of away) {
    await recordLeaveTx(tx, {
      communityId,
      id: chance.id(now),
      accountId: crew.called(login).id,
      kind,
      from: dateOf(from),
      until: dateOf(until),
      note,
      by: manager.name,
      now: at,
    })
  }
  await publishDutyPhonesTx(tx, { communityId, expectedVersion: 0, phones, by: manager, now: at })
}
