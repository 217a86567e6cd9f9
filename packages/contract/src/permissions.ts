import type { Role } from './words.ts'

/** One permission per kind of act; `own` acts are limited to the person's own cases and homes by scope. */
export const permissions = [
  'case.open',
  'case.follow',
  'case.read',
  'case.accept',
  'case.assign',
  'case.reply',
  'case.note',
  'case.supplement',
  'case.pause',
  'case.resume',
  'case.resolve',
  'case.decline',
  'case.confirm',
  'case.reject',
  'case.rate',
  'case.cancel',
  'case.acknowledge',
  'policy.read',
  'policy.publish',
  'estate.read',
  'estate.change',
  'calendar.read',
  'calendar.publish',
  'people.read',
  'people.change',
  'people.reveal',
  'people.import',
  'staff.read',
  'staff.manage',
  'duty.read',
  'duty.manage',
  'board.read',
  'board.people',
  'home.own',
  'file.upload',
] as const
export type Permission = (typeof permissions)[number]

const read: Permission[] = [
  'case.read',
  'estate.read',
  'calendar.read',
  'policy.read',
  'staff.read',
  'duty.read',
]
const work: Permission[] = [
  'case.accept',
  'case.reply',
  'case.note',
  'case.pause',
  'case.resume',
  'case.resolve',
  'case.acknowledge',
  'file.upload',
]
const desk: Permission[] = ['case.open', 'case.assign', 'people.read', 'people.change', 'people.reveal']
const own: Permission[] = [
  'case.open',
  'case.follow',
  'case.read',
  'case.supplement',
  'case.confirm',
  'case.reject',
  'case.rate',
  'case.cancel',
  'home.own',
  'file.upload',
]
const manage: Permission[] = [
  'case.decline',
  'policy.publish',
  'estate.change',
  'calendar.publish',
  'people.import',
  'staff.manage',
  'duty.manage',
]

/** What each role may do. Which communities, homes and cases it reaches is scope, applied in SQL. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  agent: [...read, ...work, ...desk],
  dispatcher: [...read, ...work, ...desk, 'case.decline', 'board.read'],
  worker: [...read, ...work, 'case.open', 'people.reveal'],
  manager: [...read, ...work, ...desk, ...manage, 'board.read', 'board.people'],
  finance: ['estate.read', 'people.read', 'staff.read', 'duty.read'],
  'head-office': [
    ...read,
    'case.acknowledge',
    'people.read',
    'policy.publish',
    'calendar.publish',
    'staff.manage',
    'board.read',
    'board.people',
  ],
  committee: ['case.read', 'estate.read', 'policy.read', 'calendar.read', 'board.read'],
  auditor: [...read, 'board.read', 'board.people'],
  owner: own,
  tenant: own,
  family: own,
}
