import { validate } from 'uuid'

/** Where the next page of people begins: after this name and id. */
export type PeopleCursor = { name: string; id: string }

export function writeCursor({ name, id }: PeopleCursor): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

/** Undefined for anything that `writeCursor` has not written. */
export function readCursor(text: string): PeopleCursor | undefined {
  try {
    const [name, id, ...more] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    return typeof name === 'string' &&
      typeof id === 'string' &&
      validate(id) &&
      !name.includes('\0') &&
      more.length === 0
      ? { name, id }
      : undefined
  } catch {
    return undefined
  }
}
