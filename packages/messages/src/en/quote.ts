import type { quote as source } from '../zh-Hans/quote.ts'

export const quote = {
  'resident.quote.title': 'Quote for the work',
  'resident.quote.line': '{quantity} {unit} × {price}',
  'resident.quote.total': 'Total',
  'resident.quote.lead': 'Work begins when you agree; nothing is paid here.',
  'resident.quote.agree': 'Agree to {total}',
  'resident.quote.decline': 'Decline',
  'resident.quote.why': 'Why (optional)',
  'resident.quote.whyExample': 'For example: I would buy the parts myself',
  'resident.quote.sent': 'We have told the office',
  'resident.quote.agreed': 'You agreed, {when}',
  'resident.quote.declined': 'You declined, {when}',
  'resident.work.photos': 'Before and after',
  'resident.work.before': 'Before the work',
  'resident.work.after': 'After the work',
} as const satisfies Record<keyof typeof source, string>
