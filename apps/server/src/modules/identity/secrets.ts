import { createHash, randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** An opaque secret of 32 random bytes, base64url (43 characters). */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret that is random enough not to be guessed from its digest. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A sign-in code: six digits, each code equally likely. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

// argon2id (the library's default kind) with 24 MiB and 3 passes: some 25 ms of one core for each guess.
const cost = { memoryCost: 24 * 1024, timeCost: 3, parallelism: 1 }

/** The stored form of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let decoy: Promise<string> | undefined

/** A password hash that nothing matches, so that unknown logins take as long as known ones. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(newToken())
  return decoy
}

/** Whether a password is the one stored; without a stored one it takes as long and says no. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoyHash()), password)
  return matches && typeof stored === 'string'
}
