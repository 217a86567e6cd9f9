import { endpoints } from '@zhanggui/contract'
import type { EndpointName, EndpointShape } from '@zhanggui/contract'
import * as z from 'zod'

type Schema = {
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

/** Every field of a request's query and body that holds an id: `openCase body.onBehalfOf.personId`. */
export function idFields(name: EndpointName): string[] {
  const shape: EndpointShape = endpoints[name]
  return (['query', 'body'] as const).flatMap((part) => {
    const schema = shape[part]
    if (!schema) return []
    return uuidsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, part).map(
      (path) => `${name} ${path}`,
    )
  })
}

function uuidsIn(schema: Schema, path: string): string[] {
  if (schema.format === 'uuid') return [path]
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, it]) => uuidsIn(it, `${path}.${key}`)),
    ...(schema.items ? uuidsIn(schema.items, `${path}[]`) : []),
    ...new Set((schema.anyOf ?? []).flatMap((it) => uuidsIn(it, path))),
  ]
}
