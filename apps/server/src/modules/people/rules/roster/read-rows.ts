import type { HomeUse, ResidentRole } from '@zhanggui/contract'
import { headingText, roleOfHeading } from './columns.ts'
import type { Meaning } from './columns.ts'
import type { Column, Header } from './find-header.ts'
import type { RosterProblem } from './problems.ts'
import { readArea, readDay, readName, readPhone, readRole, readUse } from './read-cells.ts'
import type { Said } from './read-cells.ts'
import { saysNothing } from './table.ts'
import type { Cell, Table } from './table.ts'

/** No name of a place is longer. */
const longestPart = 40

/** The room as it is written over the cells of a line. */
type RoomCells = {
  zone: string | undefined
  building: string | undefined
  entrance: string | undefined
  floor: string | undefined
  room: string
}

/** A line of a roster as it was read, before it is held against what is known. Area in 0.01 m². */
export type ReadRow = {
  line: number
  room: RoomCells
  /** The room as written, for showing. */
  written: string
  name: string | null
  phone: string | null
  area: number | null
  role: ResidentRole | null
  /** The role that the heading of the name implies, for who has none written. */
  roleByHeading: ResidentRole
  since: string | null
  handoverOn: string | null
  use: HomeUse | null
  floor: string | null
  problems: RosterProblem[]
  /** The column of each meaning, where problems found later are reported. */
  columns: Partial<Record<Meaning, string>>
}

/** The lines below the headings, without empty ones, headings repeated for printing, and totals. */
export function readRows(table: Table, header: Header): ReadRow[] {
  const rows: ReadRow[] = []
  for (const [index, cells] of table.lines.entries()) {
    if (index < header.line) continue
    if (isNoRow(cells, header.columns)) continue
    rows.push(readRow(cells, index + 1, header, table.epoch1904))
  }
  return rows
}

function isNoRow(cells: readonly (Cell | undefined)[], columns: readonly Column[]): boolean {
  const meant = columns.filter((it) => it.meaning !== null)
  const texts = meant.map((it) => cells[it.index]?.text ?? '')
  if (texts.every((it) => it === '')) return true
  if (meant.every((it) => headingText(cells[it.index]?.text ?? '') === it.heading)) return true
  const first = cells.find((it) => it !== undefined && it.text !== '')?.text ?? ''
  return (
    /^(?:合计|总计|小计|共计|本页合计|制表|填表|审核|说明|备注[:：])/.test(first.replaceAll(/\s+/g, '')) &&
    meant.every(
      (it) =>
        it.meaning !== 'name' || saysNothing(cells[it.index]?.text ?? '') || cells[it.index]?.text === first,
    )
  )
}

function readRow(
  cells: readonly (Cell | undefined)[],
  line: number,
  header: Header,
  epoch1904: boolean,
): ReadRow {
  const problems: RosterProblem[] = []
  const columnOf = (meaning: Meaning) => header.columns.find((it) => it.meaning === meaning)
  const cellOf = (meaning: Meaning): Cell | undefined => cells[columnOf(meaning)?.index ?? -1]
  const textOf = (meaning: Meaning): string => cellOf(meaning)?.text ?? ''
  const report = (meaning: Meaning, problem: RosterProblem['problem'], value: string) =>
    problems.push({ column: columnOf(meaning)?.column ?? columnOf('room')?.column ?? '', problem, value })
  const said = <T>(meaning: Meaning, it: Said<T>): T | null => {
    if (it.problem) report(meaning, it.problem, it.shown ?? '')
    return it.value
  }
  const part = (meaning: Meaning): string | undefined =>
    saysNothing(textOf(meaning)) ? undefined : textOf(meaning)
  const room = {
    zone: part('zone'),
    building: part('building'),
    entrance: part('entrance'),
    floor: part('floor'),
    room: textOf('room'),
  }
  if (saysNothing(room.room)) report('room', 'room_missing', '')
  for (const meaning of ['zone', 'building', 'entrance', 'room'] as const) {
    const text = textOf(meaning)
    if (text.length > longestPart) report(meaning, 'room_unreadable', text.slice(0, 60))
  }
  for (const meaning of ['building', 'entrance', 'room'] as const) {
    // 3-1-5 typed into a spreadsheet is a day in January 2003.
    if (cellOf(meaning)?.isDate) report(meaning, 'room_became_date', textOf(meaning))
  }
  const name = said('name', readName(textOf('name')))
  const phone = said('phone', readPhone(textOf('phone')))
  if (name === null && phone !== null && !problems.some((it) => /name/.test(it.problem))) {
    report('name', 'name_missing', '')
  }
  return {
    line,
    room,
    written: [room.zone, room.building, room.entrance, room.room].filter(Boolean).join(' ').slice(0, 60),
    name,
    phone,
    area: said('area', readArea(textOf('area'))),
    role: said('role', readRole(textOf('role'))),
    roleByHeading: roleOfHeading(columnOf('name')?.heading ?? '') ?? 'owner',
    since: said('since', readDay(cellOf('since') ?? { text: '' }, epoch1904)),
    handoverOn: said('handover', readDay(cellOf('handover') ?? { text: '' }, epoch1904)),
    use: said('use', readUse(textOf('use'))),
    floor: room.floor ?? null,
    problems,
    columns: Object.fromEntries(
      header.columns.flatMap((it) => (it.meaning === null ? [] : [[it.meaning, it.column]])),
    ),
  }
}
