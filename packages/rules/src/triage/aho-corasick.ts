/** Where a word of the list stands in a text: its number in the list, and the characters it covers. */
export type Hit = { readonly word: number; readonly from: number; readonly to: number }

type Node = { readonly next: Map<string, number>; fail: number; readonly words: number[] }

/** Finds every occurrence of every word in one pass over a text (Aho and Corasick, 1975), overlapping ones too. */
export function wordFinder(words: readonly string[]): (text: string) => Hit[] {
  const nodes: Node[] = [{ next: new Map(), fail: 0, words: [] }]
  const nodeAt = (index: number): Node => nodes[index] ?? (nodes[0] as Node)
  words.forEach((word, number) => {
    let at = 0
    for (const char of word) {
      let to = nodeAt(at).next.get(char)
      if (to === undefined) {
        to = nodes.push({ next: new Map(), fail: 0, words: [] }) - 1
        nodeAt(at).next.set(char, to)
      }
      at = to
    }
    nodeAt(at).words.push(number)
  })
  const lengths = words.map((it) => it.length)
  const queue = [...nodeAt(0).next.values()]
  for (let head = 0; head < queue.length; head += 1) {
    const index = queue[head] ?? 0
    const node = nodeAt(index)
    for (const [char, to] of node.next) {
      let fail = node.fail
      while (fail !== 0 && !nodeAt(fail).next.has(char)) fail = nodeAt(fail).fail
      const found = nodeAt(fail).next.get(char)
      nodeAt(to).fail = found === undefined || found === to ? 0 : found
      nodeAt(to).words.push(...nodeAt(nodeAt(to).fail).words)
      queue.push(to)
    }
  }
  return (text) => {
    const hits: Hit[] = []
    let at = 0
    let end = 0
    for (const char of text) {
      end += char.length
      while (at !== 0 && !nodeAt(at).next.has(char)) at = nodeAt(at).fail
      at = nodeAt(at).next.get(char) ?? 0
      for (const word of nodeAt(at).words) hits.push({ word, from: end - (lengths[word] ?? 0), to: end })
    }
    return hits
  }
}
