export type { HolidayCertainty, HolidayEntry, HolidayNotice } from './holiday-table.ts'
export { holidayCertainties, holidayNotice } from './holiday-table.ts'
export { holidayOf, isWorkday, nextWorkday } from './workdays.ts'
