import type { PlaceInput } from '#modules/estate'
import type { Chance } from './chance.ts'
import type { Spot } from './words/matter.ts'

export type DemoHome = {
  id: string
  /** 3-1-502, B1-017. */
  room: string
  use: 'dwelling' | 'shop' | 'parking'
  building: string
  entrance: string | null
  floor: string
}

/** A place that belongs to nobody: of one entrance, of one building, or of the whole community. */
export type DemoCommon = {
  id: string
  spot: Spot
  building: string | null
  entrance: string | null
  code: boolean
}

export type DemoEstate = {
  places: PlaceInput[]
  homes: DemoHome[]
  commons: DemoCommon[]
  /** Common places with a QR code on the wall. */
  coded: string[]
}

type Shape = {
  name: string
  handoverOn: string
  entrances: number
  perFloor: number
  floors: readonly string[]
  lifts: number
  /** Areas of the flats of a floor, in 0.01 m², from room 01 on. */
  areas: readonly number[]
  shops: number
}

const upTo = (last: number): string[] => Array.from({ length: last }, (_, index) => String(index + 1))
const without =
  (...skipped: string[]) =>
  (it: string): boolean =>
    !skipped.includes(it)

// As builders number them: 1栋 knows no 4, 13 and 14, 2栋 calls its fourth floor 3A and has shops below.
const shapes: readonly Shape[] = [
  {
    name: '1',
    handoverOn: '2022-09-28',
    entrances: 2,
    perFloor: 4,
    floors: upTo(21).filter(without('4', '13', '14')),
    lifts: 2,
    areas: [12_836, 8_937, 8_937, 12_836],
    shops: 0,
  },
  {
    name: '2',
    handoverOn: '2023-06-18',
    entrances: 3,
    perFloor: 4,
    floors: upTo(11)
      .filter(without('1'))
      .map((it) => (it === '4' ? '3A' : it)),
    lifts: 1,
    areas: [9_862, 7_418, 7_418, 9_862],
    shops: 14,
  },
  {
    name: '3',
    handoverOn: '2019-05-20',
    entrances: 2,
    perFloor: 8,
    floors: upTo(9),
    lifts: 2,
    areas: [8_866, 6_025, 6_025, 5_213, 5_213, 6_025, 6_025, 8_866],
    shops: 0,
  },
]

const stalls = 150

/** Three buildings of different shape, shops, a basement of parking stalls and everything that is everybody's. */
export function drawEstate(luck: Chance, at: number): DemoEstate {
  const estate: DemoEstate = { places: [], homes: [], commons: [], coded: [] }
  const add = (place: Omit<PlaceInput, 'id'>): string => {
    const id = luck.id(at)
    estate.places.push({ id, ...place })
    return id
  }
  const common = (
    spot: Spot,
    name: string,
    of: { id: string | null; building: string | null; entrance: string | null },
    coded = false,
  ) => {
    const id = add({ kind: 'common', parentId: of.id, name })
    estate.commons.push({ id, spot, building: of.building, entrance: of.entrance, code: coded })
    if (coded) estate.coded.push(id)
  }
  for (const shape of shapes) {
    const building = add({ kind: 'building', parentId: null, name: `${shape.name}栋` })
    for (let number = 1; number <= shape.entrances; number += 1) {
      const entrance = add({ kind: 'entrance', parentId: building, name: `${number}单元` })
      const here = { id: entrance, building: shape.name, entrance: String(number) }
      for (const floor of shape.floors) {
        for (let room = 1; room <= shape.perFloor; room += 1) {
          const name = `${floor}${String(room).padStart(2, '0')}`
          const id = add({
            kind: 'home',
            parentId: entrance,
            name,
            floor,
            home: { use: 'dwelling', area: shape.areas[room - 1] ?? 9_000, handoverOn: shape.handoverOn },
          })
          const label = `${shape.name}-${number}-${name}`
          estate.homes.push({
            id,
            room: label,
            use: 'dwelling',
            building: shape.name,
            entrance: String(number),
            floor,
          })
        }
      }
      common('lobby', '大堂', here, true)
      common('corridor', '楼道', here)
      for (let lift = 1; lift <= shape.lifts; lift += 1) {
        common('lift', shape.lifts === 1 ? '电梯' : `${lift}号电梯`, here, lift === 1)
      }
    }
    const whole = { id: building, building: shape.name, entrance: null }
    common('roof', '屋面', whole)
    common('facade', '外墙', whole)
    for (let shop = 1; shop <= shape.shops; shop += 1) {
      const name = `商铺${String(shop).padStart(2, '0')}`
      const area = 4_200 + (shop % 5) * 1_135
      const home = { use: 'shop' as const, area, handoverOn: shape.handoverOn }
      const id = add({ kind: 'home', parentId: building, name, floor: '1', home })
      estate.homes.push({
        id,
        room: `${shape.name}-${name}`,
        use: 'shop',
        building: shape.name,
        entrance: null,
        floor: '1',
      })
    }
  }
  const garage = add({ kind: 'building', parentId: null, name: '地下车库' })
  for (let stall = 1; stall <= stalls; stall += 1) {
    const name = `B1-${String(stall).padStart(3, '0')}`
    const home = { use: 'parking' as const, area: stall % 7 === 0 ? 1_590 : 1_325, handoverOn: '2019-05-20' }
    const id = add({ kind: 'home', parentId: garage, name, floor: 'B1', home })
    estate.homes.push({ id, room: name, use: 'parking', building: '车库', entrance: null, floor: 'B1' })
  }
  const below = { id: garage, building: '车库', entrance: null }
  common('garage', '行车道', below, true)
  common('garage', '出入口坡道', below)
  const everywhere = { id: null, building: null, entrance: null }
  const grounds: [Spot, string, boolean][] = [
    ['garden', '中心花园', true],
    ['playground', '儿童乐园', true],
    ['gate', '南门', true],
    ['gate', '北门', true],
    ['pump-room', '生活水泵房', false],
    ['waste', '垃圾分类站', true],
    ['charging', '电动车充电棚', true],
    ['lockers', '快递柜', false],
    ['office', '物业服务中心', true],
    ['garden', '健身步道', false],
  ]
  for (const [spot, name, coded] of grounds) common(spot, name, everywhere, coded)
  return estate
}
