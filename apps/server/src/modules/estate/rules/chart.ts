import type { Chart, ChartLens, HomeUse, PlaceKind } from '@zhanggui/contract'

/** A row of the tree as the chart needs it; homes carry use and area (0.01 m²). */
export type ChartRow = {
  id: string
  kind: PlaceKind
  name: string
  buildingId: string | null
  entranceId: string | null
  floor: string | null
  floorIndex: number | null
  position: number
  use: HomeUse | null
  area: number | null
}

/**
 * Buildings with their floors, highest first, and the homes of each by entrance and room. Homes whose floor
 * nobody has told stand on a floor without a name. `cases` are the open cases by place.
 */
export function chartOf(
  tree: readonly ChartRow[],
  lens: ChartLens,
  cases: ReadonlyMap<string, { open: number; late: boolean }>,
): Chart['buildings'] {
  const entrances = new Map(tree.flatMap((it) => (it.kind === 'entrance' ? [[it.id, it]] : [])))
  // Homes without an entrance stand last.
  const place = (it: ChartRow) => entrances.get(it.entranceId ?? '')?.position ?? Infinity
  const rows = tree.toSorted(
    (a, b) => compare(place(a), place(b)) || compare(a.position, b.position) || compare(a.name, b.name),
  )
  type Floor = Chart['buildings'][number]['floors'][number]
  const buildings = new Map<
    string,
    { id: string; name: string; common: number; floors: Map<string, Floor> }
  >()
  for (const row of rows) {
    if (row.kind === 'building') {
      buildings.set(row.id, { id: row.id, name: row.name, common: 0, floors: new Map() })
    }
  }
  for (const row of rows) {
    const building = buildings.get(row.buildingId ?? '')
    if (!building) continue
    const own = cases.get(row.id)
    if (row.kind !== 'home') {
      building.common += own?.open ?? 0
      continue
    }
    const label = row.floor ?? ''
    let floor = building.floors.get(label)
    if (!floor) building.floors.set(label, (floor = { label, index: row.floorIndex ?? 0, homes: [] }))
    floor.homes.push({
      id: row.id,
      // The room as its door says it; building and entrance stand above it.
      label: row.name,
      entrance: entrances.get(row.entranceId ?? '')?.name ?? null,
      use: row.use ?? 'dwelling',
      ...(lens === 'area' ? { value: row.area ?? 0 } : { value: own?.open ?? 0, late: own?.late ?? false }),
    })
  }
  return [...buildings.values()]
    .map((it) => ({ ...it, floors: [...it.floors.values()].toSorted((a, b) => b.index - a.index) }))
    .toSorted((a, b) => Number(isGarage(a)) - Number(isGarage(b)))
}

/** People live in the others: those come first. */
function isGarage(building: { floors: { homes: { use: HomeUse }[] }[] }): boolean {
  const homes = building.floors.flatMap((it) => it.homes)
  return homes.length > 0 && homes.every((it) => it.use === 'parking')
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
