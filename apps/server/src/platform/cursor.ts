import * as z from 'zod'
import { refuseField } from './refusal.ts'

/** The last row of a page in a list by time. */
export type Position = { at: string; id: string }

// Year 0 is well-formed text but no instant that the database knows.
const position = z.tuple([z.iso.datetime({ precision: 3 }).refine((it) => !it.startsWith('0000')), z.uuid()])

/** Where a page of a list by time ended, opaque to the caller. */
export const writeCursor = ({ at, id }: Position): string => Buffer.from(`${at} ${id}`).toString('base64url')

/** The position a cursor stands for; refuses one that is none. */
export function readCursor(cursor: string): Position {
  const read = position.safeParse(Buffer.from(cursor, 'base64url').toString().split(' '))
  if (!read.success) throw refuseField('cursor', 'bad_format')
  const [at, id] = read.data
  return { at, id }
}
