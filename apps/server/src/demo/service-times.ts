import type { calendarBody, publishPolicy } from '@zhanggui/contract'
import type * as z from 'zod'
import { hour, minute } from './time.ts'

type CalendarBody = z.output<typeof calendarBody>
type PolicyInput = z.output<typeof publishPolicy>

const office = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const weekend = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '17:00' },
]
const whole = [{ from: '00:00', to: '24:00' }]

/** Several windows a day, shorter at the weekend, public holidays kept, make-up workdays worked. */
export const officeHours: CalendarBody = {
  name: '客服工作时间',
  timeZone: 'Asia/Shanghai',
  publicHolidays: 'cn',
  weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: weekend, 7: weekend },
  overrides: [],
}

export const roundTheClock: CalendarBody = {
  name: '24 小时',
  timeZone: 'Asia/Shanghai',
  publicHolidays: 'none',
  weekly: { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole, 6: whole, 7: whole },
  overrides: [],
}

const targets = (calendarId: string, accept: number, first: number, resolve: number) => ({
  accept: { seconds: accept, calendarId },
  first_response: { seconds: first, calendarId },
  resolve: { seconds: resolve, calendarId },
})

/**
 * Service times. A standard is always named together with its level, because 中物协〔2004〕1 号 counts downwards
 * from level 1 and DB11/T 751 upwards to level 3. What these standards do not say is this community's own promise.
 */
export function firstPolicy(calendars: { office: string; always: string }): PolicyInput {
  const { office: day, always } = calendars
  return {
    name: '云栖花园服务时限',
    basis:
      '中物协〔2004〕1 号《普通住宅小区物业管理服务等级标准》（二级）：急修 1 小时内到场；其余为物业服务合同附件三的约定。',
    expectedVersion: 0,
    rules: [
      { kinds: [], urgencies: ['danger'], targets: targets(always, 10 * minute, 30 * minute, 6 * hour) },
      { kinds: ['repair'], urgencies: ['urgent'], targets: targets(always, 20 * minute, hour, 24 * hour) },
      { kinds: ['repair'], urgencies: [], targets: targets(day, hour, 2 * hour, 24 * hour) },
      { kinds: ['complaint'], urgencies: [], targets: targets(day, hour, 4 * hour, 24 * hour) },
      { kinds: ['enquiry'], urgencies: [], targets: targets(day, hour, 4 * hour, 8 * hour) },
      { kinds: [], urgencies: [], targets: targets(day, 2 * hour, 8 * hour, 40 * hour) },
    ],
    reopenPercent: 50,
    reopenFloorSeconds: 2 * hour,
  }
}

/** Hours of the desk for what comes after the first answer: a further message, progress, and the call after the work. */
const followUp = (calendarId: string, next: number, update: number) => ({
  next_response: { seconds: next, calendarId },
  update: { seconds: update, calendarId },
  callback: { seconds: 24 * hour, calendarId },
})
const onSite = (calendarId: string, seconds: number) => ({ on_site: { seconds, calendarId } })

/** The shorter times promised since the middle of the year, and with them every clock there is. */
export function secondPolicy(calendars: { office: string; always: string }): PolicyInput {
  const { office: day, always } = calendars
  return {
    name: '云栖花园服务时限',
    basis:
      'DB11/T 751-2025（三级，该标准三级为最高）：急修 15 分钟内到场，报修 1 小时内响应，投诉 4 小时内反馈，维修回访；办结、进展与回访时限为本小区服务承诺，2026 年业主大会同意。',
    expectedVersion: 1,
    rules: [
      {
        kinds: [],
        urgencies: ['danger'],
        targets: {
          ...targets(always, 5 * minute, 15 * minute, 4 * hour),
          ...onSite(always, 15 * minute),
          ...followUp(day, hour, 8 * hour),
        },
      },
      {
        kinds: ['repair'],
        urgencies: ['urgent'],
        targets: {
          ...targets(always, 15 * minute, 30 * minute, 12 * hour),
          ...onSite(always, hour),
          ...followUp(day, 2 * hour, 8 * hour),
        },
      },
      {
        kinds: [],
        urgencies: ['urgent'],
        targets: { ...targets(always, 15 * minute, hour, 24 * hour), ...followUp(day, 2 * hour, 8 * hour) },
      },
      {
        kinds: ['repair'],
        urgencies: [],
        targets: { ...targets(day, 30 * minute, hour, 16 * hour), ...followUp(day, 4 * hour, 24 * hour) },
      },
      {
        kinds: ['complaint'],
        urgencies: [],
        targets: { ...targets(day, 30 * minute, 4 * hour, 16 * hour), ...followUp(day, 4 * hour, 24 * hour) },
      },
      { kinds: ['enquiry'], urgencies: [], targets: targets(day, 30 * minute, 2 * hour, 8 * hour) },
      { kinds: [], urgencies: [], targets: targets(day, 2 * hour, 8 * hour, 40 * hour) },
    ],
    reopenPercent: 50,
    reopenFloorSeconds: 2 * hour,
  }
}
