import { placeUnder } from './draft-place.ts'
import type { DraftPlace, Misfit, Node } from './draft-place.ts'
import { floorOfRoom } from './names.ts'

/** A place of the tree as far as its name goes. */
export type TreeNode = Pick<DraftPlace, 'id' | 'kind' | 'name' | 'parentId' | 'floor'>

/**
 * A place under its new name and everything that hangs on it, with the labels and rooms that follow. `nodes` are
 * the place itself and then whatever hangs on it, parents first; `parent` is what the place hangs on.
 */
export function renamed(
  nodes: readonly TreeNode[],
  parent: Node | null,
  name: string,
): DraftPlace[] | Misfit {
  const done = new Map<string, DraftPlace>()
  for (const [index, node] of nodes.entries()) {
    const above = index === 0 ? parent : (done.get(node.parentId ?? '') ?? null)
    const own = index === 0 ? name : node.name
    // A floor that was read from the old name is read from the new one; one that was written stays.
    const floor = node.kind === 'home' && floorOfRoom(node.name) === node.floor ? null : node.floor
    const draft = placeUnder(above, { ...node, name: own, floor })
    if ('problem' in draft) return draft
    done.set(draft.id, draft)
  }
  return [...done.values()]
}
