import type { EndpointName, EndpointShape } from '@zhanggui/contract'
import type * as z from 'zod'
import type { Context } from '../context.ts'

type Parsed<S, K extends string> = S extends Record<K, infer T extends z.ZodType> ? z.output<T> : undefined

export type Input<S extends EndpointShape> = {
  params: Parsed<S, 'params'>
  query: Parsed<S, 'query'>
  body: Parsed<S, 'body'>
  /** The bytes of endpoints that take a file. */
  raw: Buffer
  /** Begins or ends the browser's session. */
  session: { begin(token: string, expiresAt: string): void; end(): void }
}

/** Bytes instead of JSON. */
export class FileAnswer {
  readonly bytes: Buffer
  readonly type: string
  constructor(bytes: Buffer, type: string) {
    this.bytes = bytes
    this.type = type
  }
}

type Handler<S extends EndpointShape> = (
  context: Context,
  input: Input<S>,
) => Promise<z.input<S['response']> | FileAnswer>

/** Binds endpoints to what they do; a missing or superfluous handler is a type error. */
export function serving<const E extends Partial<Record<EndpointName, EndpointShape>>>(
  shapes: E,
  handlers: { [N in keyof E]: E[N] extends EndpointShape ? Handler<E[N]> : never },
): Binding[] {
  return Object.entries(shapes).map(([name, shape]) => ({
    name: name as EndpointName,
    shape: shape as EndpointShape,
    // The types above tie each handler to its shape; from here on the binder treats all alike.
    handle: handlers[name as keyof E] as unknown as Binding['handle'],
  }))
}

export type Binding = {
  name: EndpointName
  shape: EndpointShape
  handle(context: Context, input: Input<EndpointShape>): Promise<unknown>
}
