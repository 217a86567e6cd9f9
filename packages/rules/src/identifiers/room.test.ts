import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRoom, parseRoom } from './index.ts'

const first = (text: string) => {
  const [best] = parseRoom(text)
  return best === undefined ? undefined : formatRoom(best)
}
const all = (text: string) => parseRoom(text).map(formatRoom)

describe('a room written by hand', () => {
  test.each([
    '3-1-502',
    '3栋1单元502',
    '3栋1单元502室',
    '3号楼一单元502室',
    '三号楼一单元五零二',
    '三号楼一单元五〇二室',
    '3幢1单元502',
    '３－１－５０２',
    '３栋１单元５０２室',
    '3#1-502',
    '3#楼1单元502',
    '3栋1-502',
    '3-1单元502',
    '3 1 502',
    ' 3 - 1 - 502 ',
    '3–1–502',
    '03栋01单元502',
    '3栋1单元5层502',
    '3栋1单元5楼2号',
    '3-1-5-2',
    '3-1-5-02',
    '锦绣花园3栋1单元502',
    '3号楼1门502',
  ])('%s is 3-1-502', (text) => {
    expect(first(text)).toBe('3-1-502')
    expect(parseRoom(text)[0]).toMatchObject({ building: '3', entrance: '1', room: '502' })
  })

  test.each([
    ['3栋502', { building: '3', room: '502' }],
    ['3号502室', { building: '3', room: '502' }],
    ['A座1201', { building: 'A', room: '1201' }],
    ['a座1201', { building: 'A', room: '1201' }],
    ['十二号楼二单元一百零三', { building: '12', entrance: '2', room: '103' }],
    ['一单元502', { entrance: '1', room: '502' }],
    ['502', { room: '502' }],
    ['502室', { room: '502' }],
    ['五零二', { room: '502' }],
    ['3A02', { room: '3A02' }],
    ['2单元3A02', { entrance: '2', room: '3A02' }],
    ['二期3栋1单元502', { area: '2期', building: '3', entrance: '1', room: '502' }],
    ['A区3-1-502', { area: 'A区', building: '3', entrance: '1', room: '502' }],
    ['100弄3号502室', { area: '100弄', building: '3', room: '502' }],
    ['-1-102', { room: '-1-102' }],
    ['负一-102', { room: '-1-102' }],
    ['3栋-1-102', { building: '3', entrance: '1', room: '102' }],
    ['3-B1-117', { building: '3', room: 'B1-117' }],
    ['3-1-B1-117', { building: '3', entrance: '1', room: 'B1-117' }],
    ['地下一层117', { room: 'B1-117' }],
    ['车位B1-117', { room: 'B1-117' }],
    ['5楼502', { room: '502' }],
  ])('%s is read as %o', (text, parts) => {
    expect(parseRoom(text)[0]).toEqual(parts)
  })

  test('what can mean two things is offered in both', () => {
    expect(parseRoom('3-502')).toEqual([
      { building: '3', room: '502' },
      { entrance: '3', room: '502' },
    ])
    expect(parseRoom('B1-117')).toEqual([{ room: 'B1-117' }, { building: 'B1', room: '117' }])
    expect(parseRoom('5楼502')).toEqual([{ room: '502' }, { building: '5', room: '502' }])
    expect(all('3-1-0502')).toEqual(['3-1-0502', '3-1-502'])
    expect(all('3-1-5-2')).toEqual(['3-1-502', '3-1-5-2'])
  })

  test.each(['', '---', '业主家', '3栋', '3-1-', '1-2-3-4-5', '3-1-502-哪里', '3栋哪里502', '13800138000号'])(
    '%s is not guessed at',
    (text) => {
      expect(parseRoom(text)).toEqual([])
    },
  )

  test('comes back from its canonical form', () => {
    const number = fc.integer({ min: 1, max: 99 }).map(String)
    const room = fc.oneof(
      fc.integer({ min: 101, max: 5599 }).map(String),
      fc.constantFrom('3A02', 'B1-117', '-1-102', '12B01'),
    )
    fc.assert(
      fc.property(number, number, room, (building, entrance, room) => {
        expect(parseRoom(formatRoom({ building, entrance, room }))).toContainEqual({
          building,
          entrance,
          room,
        })
      }),
    )
  })

  test('never fails on any text, and only finds what canonical forms can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0135AB-－栋号楼单元室层负十百 #') }), (text) => {
        for (const parts of parseRoom(text)) expect(formatRoom(parts)).toMatch(/^[0-9A-Z期区弄苑-]+$/)
      }),
      { numRuns: 2000 },
    )
  })
})
