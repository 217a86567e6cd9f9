import type { visitor as source } from '../zh-Hans/visitor.ts'

export const visitor = {
  'resident.code.lead': 'Report here, no sign-in needed',
  'resident.code.before': 'Your report {number}',
  'resident.code.contact': 'How to reach you (optional)',
  'resident.code.contactText': 'With a phone number we can ask back. It is used for this matter only.',
  'resident.code.name': 'Your name',
  'resident.code.phone': 'Phone',
  'resident.code.at': '{community} · {place}',
  'resident.code.link': 'Follow it by this link',
  'resident.code.linkText':
    'With it you can follow, add and confirm. Please keep it, and do not pass it on to others.',
  'resident.code.copy': 'Copy link',
  'resident.code.copied': 'Link copied',
  'resident.code.notCopied': 'Could not copy. Please press and hold the link above',
  'resident.code.share': 'Send to myself',
  'resident.code.shareTitle': 'Progress of report {number}',
  'resident.code.ended': 'This QR code has ended',
  'resident.code.endedText':
    'There may be a new one: please scan the latest on the spot, or ask the front desk.',
  'resident.follow.title': 'Progress of a report',
  'resident.follow.unknown': 'This report was not found',
  'resident.follow.unknownText':
    'The link may be incomplete. Please use the whole link you were given, or tell the front desk the number.',
  'resident.follow.keep': 'Anybody with this link can open the page. Please do not pass it on.',
  'resident.follow.forget': 'Do not remember it on this phone',
  'resident.follow.forgotten': 'No longer remembered here; the link still works',
} as const satisfies Record<keyof typeof source, string>
