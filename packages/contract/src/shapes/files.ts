import * as z from 'zod'
import { id } from './common.ts'

/** What is taken as a photo; the apps draw what else the browser can read as JPEG before they send it. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

export const storedFile = z.object({
  id,
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
})
export const fileQuery = z.strictObject({
  size: z.enum(['thumb', 'full'], { error: 'not_listed' }).default('full'),
})
export const publicFileQuery = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, { error: 'bad_format' }),
})

/** Which community the photo is for; needed only by those who reach several. */
export const uploadQuery = z.strictObject({ communityId: id.optional() })
