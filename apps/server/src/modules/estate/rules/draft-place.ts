import type { FieldProblem, HomeUse, PlaceKind } from '@zhanggui/contract'
import { parseFloor } from '@zhanggui/rules'
import { floorOfRoom, labelOf, positionOf, roomKeyOf, tidyName } from './names.ts'

/** What is asked for, as in the contract's addPlace. Area in 0.01 m². */
export type PlaceInput = {
  id: string
  kind: PlaceKind
  parentId: string | null
  name: string
  floor?: string | null | undefined
  home?: HomeFacts | undefined
}
export type HomeFacts = { use: HomeUse; area: number; handoverOn?: string | null | undefined }

/** A node of the tree as far as what hangs on it needs it. */
export type Node = {
  id: string
  kind: PlaceKind
  name: string
  label: string
  building: { id: string; name: string } | null
  entrance: { id: string; name: string } | null
}

export type DraftPlace = Node & {
  parentId: string | null
  roomKey: string | null
  floor: string | null
  floorIndex: number | null
  position: number
}

export type Misfit = { path: string; problem: FieldProblem }

/** A new place under its parent, or the field that does not fit there. */
export function draftPlace(input: PlaceInput, parent: Node | null): DraftPlace | Misfit {
  const { kind } = input
  if (!fits(kind, parent)) return { path: 'parentId', problem: parent ? 'invalid' : 'required' }
  if (kind === 'home' && !input.home) return { path: 'home', problem: 'required' }
  if (kind !== 'home' && input.home) return { path: 'home', problem: 'unknown_field' }
  return placeUnder(parent, input)
}

/** What follows for a place from where it hangs: label, room, floor, order. Refuses a floor that is none. */
export function placeUnder(
  parent: Node | null,
  input: { id: string; kind: PlaceKind; name: string; floor?: string | null | undefined },
): DraftPlace | Misfit {
  const { id, kind } = input
  const name = tidyName(input.name)
  const written = floorOf(input, name)
  const floor = written === null ? null : parseFloor(written)
  if (floor === undefined) return { path: 'floor', problem: 'bad_format' }
  const own = { id, name }
  const building = kind === 'building' ? own : (parent?.building ?? null)
  const entrance = kind === 'entrance' ? own : (parent?.entrance ?? null)
  return {
    id,
    kind,
    name,
    label: labelOf(kind, name, parent?.label ?? null),
    parentId: parent?.id ?? null,
    building,
    entrance,
    roomKey:
      kind === 'home' && building !== null
        ? roomKeyOf({ building: building.name, entrance: entrance?.name ?? null, room: name })
        : null,
    floor: floor?.label ?? null,
    floorIndex: floor?.index ?? null,
    position: positionOf(name),
  }
}

function fits(kind: PlaceKind, parent: Node | null): boolean {
  switch (kind) {
    case 'building':
      return parent === null
    case 'entrance':
      return parent?.kind === 'building'
    case 'home':
      return parent?.kind === 'building' || parent?.kind === 'entrance'
    case 'common':
      return true
  }
}

function floorOf(input: { kind: PlaceKind; floor?: string | null | undefined }, name: string): string | null {
  if (input.kind === 'building' || input.kind === 'entrance') return null
  if (input.floor) return input.floor
  return input.kind === 'home' ? floorOfRoom(name) : null
}
