import type { household as source } from '../zh-Hans/household.ts'

export const household = {
  'resident.household.title': 'People in this home',
  'resident.household.facts': '{community} · {area} · {role}',
  'resident.household.me': '{name} (you)',
  'resident.household.correct': 'Something wrong? Please have it corrected at the front desk.',
  'resident.access.title': 'Who looked at my data',
  'resident.access.row': 'Every look is recorded',
  'resident.access.lead':
    'When staff look at your phone number or other data, it is recorded who did, when and why.',
  'resident.access.none': 'Nobody has looked yet',
  'resident.access.noneText': 'As soon as somebody does, it stands here.',
  'resident.access.looked': 'Looked at: {what}',
  'resident.access.what.phone': 'phone number',
  'resident.access.what.archive': 'archive',
  'resident.access.purpose': 'Purpose: {purpose}',
  'resident.sessions.title': 'Signed-in devices',
  'resident.sessions.row': 'Sign out what you do not know',
  'resident.sessions.lead': 'Your account is signed in on these devices. Sign out any you do not know.',
  'resident.sessions.here': 'This one',
  'resident.sessions.seen': 'Last used: {when}',
  'resident.sessions.since': 'Signed in: {when}',
  'resident.sessions.end': 'Sign out',
  'resident.sessions.ended': 'That device is signed out',
} as const satisfies Record<keyof typeof source, string>
