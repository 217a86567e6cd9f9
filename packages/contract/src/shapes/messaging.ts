import * as z from 'zod'
import { notificationKinds } from '../words.ts'
import { id, instant } from './common.ts'

export const notification = z.object({
  id,
  kind: z.enum(notificationKinds),
  at: instant,
  readAt: instant.nullable(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  excerpt: z.string(),
})
export const notifications = z.object({ items: z.array(notification), unread: z.number().int() })
export const markRead = z.strictObject({
  ids: z.array(id).min(1, { error: 'required' }).max(100, { error: 'too_long' }),
})

/** What `/events` sends: that something changed, never what; the reader asks again with its own rights. */
export const liveEvent = z.object({
  kind: z.enum(['case', 'notification', 'estate']),
  communityId: id,
  id: id.nullable(),
  version: z.number().int().nullable(),
})
export type LiveEvent = z.infer<typeof liveEvent>
