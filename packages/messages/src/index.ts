export { chooseLocale, localeNames, locales, sourceLocale, type Locale } from './locale.ts'
export type { Area, MessagesOf, Wording } from './catalogue.ts'
export { createTranslator, type MessageValue, type Translate } from './translate.ts'
export { formatArea, formatMoney, splitMoney, type MoneyParts } from './money.ts'
export {
  dayOf,
  formatDate,
  formatDay,
  formatDeadline,
  formatDuration,
  formatTime,
  formatWhen,
} from './time.ts'
