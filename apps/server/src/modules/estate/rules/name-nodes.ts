import type { NodeReading } from './written-room.ts'

/**
 * The name of a new building or entrance: as it was written out, else its key with the word that its neighbours
 * have (栋, 号楼, 单元), else with the word that was written, else with the usual one.
 */
export function nameNode(
  kind: 'building' | 'entrance',
  node: NodeReading,
  neighbours: readonly { name: string }[],
): string {
  if (node.name !== undefined) return node.name
  const word = commonWord(neighbours) ?? node.unit ?? (kind === 'building' ? '栋' : '单元')
  // 2期-3 becomes 2期3栋.
  const bare = node.key.replace(/(?<=[期区弄苑])-/, '')
  return /[0-9A-Z]$/.test(bare) ? `${bare}${word}` : bare
}

function commonWord(neighbours: readonly { name: string }[]): string | undefined {
  const words = neighbours.flatMap((it) => /[0-9A-Za-z]([^0-9A-Za-z]+)$/.exec(it.name)?.[1] ?? [])
  const counts = [...Map.groupBy(words, (it) => it)].toSorted((a, b) => b[1].length - a[1].length)
  return counts[0]?.[0]
}
