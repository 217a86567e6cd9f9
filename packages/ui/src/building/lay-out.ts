import type { ChartBuilding, ChartFloor, ChartHome } from './shapes.ts'

export interface ChartCell<H extends ChartHome> {
  /** Undefined where no home stands. */
  home: H | undefined
  /** Columns wide. */
  span: number
  /** Whether a new entrance begins here. */
  opens: boolean
}

export interface ChartRow<H extends ChartHome> {
  floor: string
  index: number
  /** Homes in the columns of their entrances, shops along the street, or stalls in a grid. */
  kind: 'homes' | 'shops' | 'stalls'
  cells: readonly ChartCell<H>[]
  /** The first row of its floor carries the floor's label. */
  leads: boolean
}

export interface ChartPlan<H extends ChartHome> {
  entrances: readonly { name: string; columns: number }[]
  /** Of all entrances together, and enough for the shops below them. */
  columns: number
  /** Stalls side by side. */
  stalls: number
  /** From the top floor down. */
  rows: readonly ChartRow<H>[]
}

const inOrder = new Intl.Collator('zh', { numeric: true })

type Sorted<H> = { homes: H[]; shops: H[]; stalls: H[] }

/** Splits a floor into what stands above entrances, what opens to the street and what is parked in. */
const sortFloor = <H extends ChartHome>(floor: ChartFloor<H>, hasEntrances: boolean): Sorted<H> => {
  const sorted: Sorted<H> = { homes: [], shops: [], stalls: [] }
  for (const home of floor.homes) {
    if (home.use === 'parking') sorted.stalls.push(home)
    else if (home.use === 'shop' || (home.entrance === null && hasEntrances)) sorted.shops.push(home)
    else sorted.homes.push(home)
  }
  return sorted
}

/** The cells of one entrance on one floor, filled up with gaps to the width of the entrance. */
const cellsOf = <H extends ChartHome>(homes: readonly H[], columns: number): ChartCell<H>[] => {
  const cells: ChartCell<H>[] = []
  let next = 1
  const gap = (span: number) => {
    if (span > 0) cells.push({ home: undefined, span, opens: false })
  }
  for (const home of homes) {
    const column = Math.max(next, home.column ?? next)
    gap(column - next)
    const span = home.span ?? 1
    cells.push({ home, span, opens: false })
    next = column + span
  }
  gap(columns - next + 1)
  return cells
}

const widthOf = (homes: readonly ChartHome[]) => {
  let next = 1
  for (const home of homes) next = Math.max(next, home.column ?? next) + (home.span ?? 1)
  return next - 1
}

const group = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** Stalls in a row: a broad grid, as wide as the building at least. */
const stallsAcross = (most: number, columns: number) =>
  most === 0 ? 0 : Math.min(most, Math.max(Math.ceil(columns * 1.5), Math.ceil(Math.sqrt(most * 3)), 8))

/** Turns a building into the rows that are drawn: top floor first, columns aligned by entrance. */
export const layOut = <H extends ChartHome>(building: ChartBuilding<H>): ChartPlan<H> => {
  const floors = building.floors.toSorted((a, b) => b.index - a.index)
  const hasEntrances = floors.some(({ homes }) =>
    homes.some((home) => home.entrance !== null && home.use !== 'shop'),
  )
  const sorted = floors.map((floor) => ({ floor, ...sortFloor(floor, hasEntrances) }))

  const widths = new Map<string, number>()
  for (const { homes } of sorted) {
    for (const [name, own] of Map.groupBy(homes, (home) => home.entrance ?? '')) {
      widths.set(name, Math.max(widths.get(name) ?? 0, widthOf(own)))
    }
  }
  const entrances = [...widths]
    .map(([name, columns]) => ({ name, columns }))
    .toSorted((a, b) => inOrder.compare(a.name, b.name))
  const shops = Math.max(0, ...sorted.map((each) => each.shops.length))
  const columns = Math.max(
    entrances.reduce((sum, entrance) => sum + entrance.columns, 0),
    Math.ceil(shops * 0.6),
  )
  const stalls = stallsAcross(Math.max(0, ...sorted.map((each) => each.stalls.length)), columns)

  const rows: ChartRow<H>[] = []
  for (const each of sorted) {
    const { label: floor, index } = each.floor
    const add = (kind: ChartRow<H>['kind'], cells: ChartCell<H>[]) =>
      rows.push({ floor, index, kind, cells, leads: rows.at(-1)?.index !== index })
    if (each.homes.length > 0) {
      const own = Map.groupBy(each.homes, (home) => home.entrance ?? '')
      const cells = entrances.flatMap(({ name, columns: width }, at) => {
        const [first, ...rest] = cellsOf(own.get(name) ?? [], width)
        return first ? [{ ...first, opens: at > 0 }, ...rest] : []
      })
      add('homes', cells)
    }
    if (each.shops.length > 0)
      add(
        'shops',
        each.shops.map((home) => ({ home, span: home.span ?? 1, opens: false })),
      )
    for (const line of group(each.stalls, stalls)) {
      add(
        'stalls',
        line.map((home) => ({ home, span: 1, opens: false })),
      )
    }
  }
  return { entrances, columns, stalls, rows }
}
