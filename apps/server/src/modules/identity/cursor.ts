import * as z from 'zod'
import { refuseField } from '#platform/refusal'

const position = z.tuple([z.iso.datetime(), z.uuid()])

/** Where a page of a list by time ended: the instant and id of its last row, opaque to the caller. */
export const writeCursor = (at: string, id: string): string =>
  Buffer.from(JSON.stringify([at, id])).toString('base64url')

/** The position a cursor stands for; refuses one that we did not write. */
export function readCursor(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at, id }
  } catch {
    throw refuseField('cursor', 'bad_format')
  }
}
