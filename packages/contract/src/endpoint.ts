import type * as z from 'zod'
import type { Permission } from './permissions.ts'

/**
 * One endpoint's shape. `allow` is `anyone` (no session), `signed-in` (any session) or a permission;
 * `reach` names what the path or body identifies, which tells the permission matrix whose object to try.
 */
export type EndpointShape = {
  summary: string
  allow: 'anyone' | 'signed-in' | Permission
  reach:
    | 'none'
    | 'self'
    | 'community'
    | 'case'
    | 'place'
    | 'home'
    | 'person'
    | 'residency'
    | 'file'
    | 'roster'
    | 'work'
    | 'secret'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** A raw body (a file) instead of JSON, and the content types taken. */
  raw?: readonly string[]
  response: z.ZodType
  /** POSTs carry an Idempotency-Key unless repeating them is harmless by itself (signing in, reading by secret). */
  repeat?: 'harmless'
}
