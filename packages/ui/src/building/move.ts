import type { ChartPlan } from './lay-out.ts'
import type { ChartHome } from './shapes.ts'

interface Spot {
  building: number
  row: number
  /** Among the homes of its row. */
  at: number
  /** Its middle as a share of the row's width, to keep the column when going up and down. */
  across: number
  index: number
}

/** Where every home stands, so that arrow keys can go from one to the next. */
export interface ChartMap {
  spots: ReadonlyMap<string, Spot>
  /** Ids by building, row and place in the row. */
  ids: readonly (readonly (readonly string[])[])[]
}

/** Maps the plans of all buildings, in the order they are drawn. */
export const mapChart = (plans: readonly ChartPlan<ChartHome>[]): ChartMap => {
  const spots = new Map<string, Spot>()
  const ids = plans.map((plan, building) =>
    plan.rows.map((row, rowAt) => {
      const width = row.cells.reduce((sum, cell) => sum + cell.span, 0)
      let left = 0
      const own: string[] = []
      for (const { home, span } of row.cells) {
        if (home) {
          spots.set(home.id, {
            building,
            row: rowAt,
            at: own.length,
            across: (left + span / 2) / width,
            index: row.index,
          })
          own.push(home.id)
        }
        left += span
      }
      return own
    }),
  )
  return { spots, ids }
}

const nearest = (map: ChartMap, row: readonly string[], across: number) =>
  row.toSorted(
    (a, b) =>
      Math.abs((map.spots.get(a)?.across ?? 0) - across) - Math.abs((map.spots.get(b)?.across ?? 0) - across),
  )[0]

const heightOf = (map: ChartMap, row: readonly string[]) => map.spots.get(row[0] ?? '')?.index ?? 0

/** The row of another building that lies at the same height, or closest to it. */
const rowAtHeight = (map: ChartMap, building: number, index: number) =>
  map.ids[building]
    ?.filter((row) => row.length > 0)
    .toSorted((a, b) => {
      return Math.abs(heightOf(map, a) - index) - Math.abs(heightOf(map, b) - index)
    })[0]

/**
 * The home a key leads to from the one that has the focus, or undefined when the key means nothing here.
 * Left and Right go on into the neighbouring building at the same height; Page Up and Down change the building;
 * Home and End go along the row, with Control to the first and last home of the building.
 */
export const moveOnChart = (
  map: ChartMap,
  from: string,
  key: string,
  control = false,
): string | undefined => {
  const spot = map.spots.get(from)
  if (!spot) return undefined
  const rows = map.ids[spot.building] ?? []
  const row = rows[spot.row] ?? []

  const beside = (step: 1 | -1) => {
    const near = row[spot.at + step]
    if (near) return near
    const next = rowAtHeight(map, spot.building + step, spot.index)
    return step === 1 ? next?.at(0) : next?.at(-1)
  }
  const along = (step: 1 | -1) => {
    for (let at = spot.row + step; rows[at]; at += step) {
      const found = nearest(map, rows[at] ?? [], spot.across)
      if (found) return found
    }
    return undefined
  }
  const building = (step: 1 | -1) => {
    const next = rowAtHeight(map, spot.building + step, spot.index)
    return next && nearest(map, next, spot.across)
  }

  const moves: Readonly<Record<string, () => string | undefined>> = {
    ArrowLeft: () => beside(-1),
    ArrowRight: () => beside(1),
    ArrowUp: () => along(-1),
    ArrowDown: () => along(1),
    PageUp: () => building(-1),
    PageDown: () => building(1),
    Home: () => (control ? rows.flat().at(0) : row.at(0)),
    End: () => (control ? rows.flat().at(-1) : row.at(-1)),
  }
  const move = moves[key]
  return move ? (move() ?? from) : undefined
}
