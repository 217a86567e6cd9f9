import { describe, expect, test } from 'vitest'
import { buildingKey, entranceKey, floorOfRoom, labelOf, positionOf, roomKeyOf, roomPart } from './names.ts'
import { nameNode } from './name-nodes.ts'

describe('the canonical form of a room', () => {
  test.each([
    [['3栋', '1单元', '502'], '3-1-502'],
    [['3号楼', '一单元', '502室'], '3-1-502'],
    [['03幢', '01单元', '0502'], '3-1-502'],
    [['A座', null, '1201'], 'A-1201'],
    [['二期3栋', '2单元', '3A02'], '2期-3-2-3A02'],
    [['车库', null, 'B1-117'], '车库-B1-117'],
    [['3栋', '1单元', '-1-102'], '3-1--1-102'],
    [['5栋', '东单元', '101'], '5-东单元-101'],
    [['5栋', null, '东101'], '5-东101'],
    [['东区1栋', '1单元', '502'], '东区-1-1-502'],
    [['百合园三号楼', '东1单元', '502'], '百合园-3-东1-502'],
    [['1号商业楼', null, '商铺12'], '1号商业楼-商铺12'],
  ] as const)('%j is %s', ([building, entrance, room], key) => {
    expect(roomKeyOf({ building, entrance, room })).toBe(key)
  })

  test('comes back from the names that new places are given', () => {
    for (const key of ['3', '12', 'A', '2期-3', 'A区-7', '东区-1', '车库']) {
      expect(buildingKey(nameNode('building', { key }, []))).toBe(key)
    }
    for (const key of ['1', 'A', '东单元']) expect(entranceKey(nameNode('entrance', { key }, []))).toBe(key)
    for (const part of ['502', '3A02', 'B1-117', '-1-102', '东户', '商铺12'])
      expect(roomPart(part)).toBe(part)
  })

  test('new buildings are named as their neighbours are', () => {
    expect(nameNode('building', { key: '9' }, [{ name: '1号楼' }, { name: '2号楼' }, { name: '3栋' }])).toBe(
      '9号楼',
    )
    expect(nameNode('building', { key: '9', unit: '座' }, [])).toBe('9座')
    expect(nameNode('building', { key: '9', name: '九号别墅' }, [{ name: '1栋' }])).toBe('九号别墅')
  })
})

test('labels never run two numbers together', () => {
  expect(labelOf('home', '502', '3栋1单元')).toBe('3栋1单元502')
  expect(labelOf('home', '502', 'A1')).toBe('A1-502')
  expect(labelOf('common', '大堂', '2栋')).toBe('2栋 大堂')
  expect(labelOf('common', '中心花园', null)).toBe('中心花园')
})

test.each([
  ['502', '5'],
  ['1203室', '12'],
  ['0502', '5'],
  ['3A02', '3A'],
  ['12A01', '12A'],
  ['B1-117', 'B1'],
  ['B1-7', 'B1'],
  ['-102', '-1'],
  ['东户', null],
  ['12', null],
])('the floor of %s is %s', (room, floor) => {
  expect(floorOfRoom(room)).toBe(floor)
})

test('neighbours stand in the order of their numbers', () => {
  expect(['10栋', '2栋', '1栋'].toSorted((a, b) => positionOf(a) - positionOf(b))).toEqual([
    '1栋',
    '2栋',
    '10栋',
  ])
})
