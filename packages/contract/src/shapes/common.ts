import * as z from 'zod'

/** UUID in lower-case canonical form, into which capitals are brought; the program makes version 7. */
export const id = z
  .uuid({ error: 'bad_format' })
  .toLowerCase()
  .describe('UUID, version 7 when made by the program')

// The calendars know nothing before and nobody plans beyond; the year 0 would be no date to the database at all.
const inOurTimes = (it: string): boolean => it >= '1900' && it < '2200'

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ error: 'bad_format', precision: 3 })
  .refine(inOurTimes, { error: 'bad_format' })
  .describe('instant, ISO 8601 UTC')

/** A business day in the community's zone. */
export const day = z.iso
  .date({ error: 'bad_format' })
  .refine(inOurTimes, { error: 'bad_format' })
  .describe('date in the community zone')

// Control characters other than tab and line breaks carry nothing a person wrote and NUL can not be stored.
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * Text that a person wrote: trimmed, well-formed Unicode, no control characters, between `min` and `max`
 * UTF-16 units after trimming.
 */
export const text = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min, { error: min === 1 ? 'required' : 'too_short' })
    .max(max, { error: 'too_long' })
    .refine((it) => it.isWellFormed() && !unprintable.test(it), { error: 'bad_text' })

/** A page of a list: `nextCursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** Cursor and size of a list; the cursor is opaque. */
export const paging = {
  cursor: z.string().max(400, { error: 'too_long' }).optional(),
  limit: z.coerce
    .number()
    .int({ error: 'wrong_type' })
    .min(1, { error: 'too_small' })
    .max(100, { error: 'too_big' })
    .default(20),
}

export const nothing = z.object({})
export const idParam = z.strictObject({ id })
export const communityParam = z.strictObject({ communityId: id })

/** Area in 0.01 m². */
export const area = z
  .number()
  .int({ error: 'wrong_type' })
  .min(1, { error: 'too_small' })
  .max(100_000_000, { error: 'too_big' })

/** A staff member as others see them: a name, never a phone. */
export const staffRef = z.object({ id, name: z.string() })
export type StaffRef = z.infer<typeof staffRef>
