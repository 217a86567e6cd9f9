import { describe, expect, it } from 'vitest'
import { layOut } from './lay-out.ts'
import { mapChart, moveOnChart } from './move.ts'
import type { ChartBuilding, ChartHome } from './shapes.ts'

const home = (label: string, entrance: string | null, more: Partial<ChartHome> = {}): ChartHome => ({
  id: label,
  label,
  entrance,
  ...more,
})

const tower: ChartBuilding = {
  id: 'b2',
  name: '2栋',
  floors: [
    {
      label: 'B1',
      index: -1,
      homes: Array.from({ length: 20 }, (_, at) => home(`P${at + 1}`, null, { use: 'parking' })),
    },
    { label: '1F', index: 1, homes: ['S1', 'S2', 'S3'].map((label) => home(label, null, { use: 'shop' })) },
    {
      label: '3F',
      index: 3,
      homes: [home('1-301', '1单元'), home('1-302', '1单元'), home('2-301', '2单元', { span: 2 })],
    },
    {
      label: '5F',
      index: 5,
      homes: [
        home('1-502', '1单元', { column: 2 }),
        home('2-501', '2单元'),
        home('2-502', '2单元'),
        home('10-501', '10单元'),
      ],
    },
  ],
}

const plan = layOut(tower)
const shown = (index: number) =>
  plan.rows
    .filter((row) => row.index === index)
    .map((row) => row.cells.map((cell) => cell.home?.label ?? '·'.repeat(cell.span)))

describe('the plan of a building', () => {
  it('goes from the top floor down and leaves absent floor numbers out', () => {
    expect(plan.rows.filter((row) => row.leads).map((row) => row.floor)).toEqual(['5F', '3F', '1F', 'B1'])
  })

  it('keeps entrances in their numerical order, each as wide as its widest floor', () => {
    expect(plan.entrances).toEqual([
      { name: '1单元', columns: 2 },
      { name: '2单元', columns: 2 },
      { name: '10单元', columns: 1 },
    ])
  })

  it('leaves a gap where a room is missing and lets a large one take several columns', () => {
    expect(shown(5)).toEqual([['·', '1-502', '2-501', '2-502', '10-501']])
    expect(shown(3)).toEqual([['1-301', '1-302', '2-301', '·']])
    const openings = plan.rows[1]?.cells.map((cell) => cell.opens)
    expect(openings).toEqual([false, false, true, true])
  })

  it('puts shops on a line of their own and stalls into a grid', () => {
    expect(shown(1)).toEqual([['S1', 'S2', 'S3']])
    expect(shown(-1).map((line) => line.length)).toEqual([8, 8, 4])
  })

  it('keeps every home exactly once', () => {
    const drawn = plan.rows.flatMap((row) => row.cells.flatMap((cell) => cell.home?.id ?? []))
    expect(drawn.toSorted()).toEqual(
      tower.floors.flatMap((floor) => floor.homes.map((each) => each.id)).toSorted(),
    )
  })

  it('widens for a row of shops longer than the homes above it', () => {
    const homes = Array.from({ length: 10 }, (_, at) => home(`S${at}`, null, { use: 'shop' }))
    expect(layOut({ id: 's', name: '商业街', floors: [{ label: '1F', index: 1, homes }] }).columns).toBe(6)
  })

  it('draws a building without entrances in one block', () => {
    const plain = layOut({
      id: 'v',
      name: '别墅',
      floors: [{ label: '1F', index: 1, homes: [home('A', null), home('B', null)] }],
    })
    expect(plain.rows[0]?.kind).toBe('homes')
    expect(plain.columns).toBe(2)
  })
})

describe('the keyboard on the chart', () => {
  const next: ChartBuilding = {
    id: 'b3',
    name: '3栋',
    floors: [
      { label: '2F', index: 2, homes: [home('3-201', '1单元'), home('3-202', '1单元')] },
      { label: '6F', index: 6, homes: [home('3-601', '1单元'), home('3-602', '1单元')] },
    ],
  }
  const map = mapChart([plan, layOut(next)])

  it('goes along a row and on into the next building at the same height', () => {
    expect(moveOnChart(map, '1-502', 'ArrowRight')).toBe('2-501')
    expect(moveOnChart(map, '10-501', 'ArrowRight')).toBe('3-601')
    expect(moveOnChart(map, '3-201', 'ArrowLeft')).toBe('2-301')
  })

  it('keeps its column when going up and down', () => {
    expect(moveOnChart(map, '1-301', 'ArrowUp')).toBe('1-502')
    expect(moveOnChart(map, '2-502', 'ArrowDown')).toBe('2-301')
    expect(moveOnChart(map, 'S3', 'ArrowDown')).toBe('P7')
  })

  it('stays where it is at the edges', () => {
    expect(moveOnChart(map, '1-502', 'ArrowUp')).toBe('1-502')
    expect(moveOnChart(map, '1-502', 'ArrowLeft')).toBe('1-502')
    expect(moveOnChart(map, '3-602', 'PageDown')).toBe('3-602')
  })

  it('jumps along the row, over the building and between buildings', () => {
    expect(moveOnChart(map, '2-501', 'Home')).toBe('1-502')
    expect(moveOnChart(map, '2-501', 'End')).toBe('10-501')
    expect(moveOnChart(map, '2-501', 'End', true)).toBe('P20')
    expect(moveOnChart(map, '2-501', 'PageDown')).toMatch(/^3-60[12]$/)
    expect(moveOnChart(map, '3-602', 'PageUp')).toBe('2-502')
  })

  it('has nothing to say to other keys', () => {
    expect(moveOnChart(map, '2-501', 'x')).toBeUndefined()
    expect(moveOnChart(map, 'unknown', 'ArrowUp')).toBeUndefined()
  })
})
