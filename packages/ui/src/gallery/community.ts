import type { ChartBuilding, ChartHome, ChartTone } from '../building/shapes.ts'

export interface SampleHome extends ChartHome {
  tone: ChartTone
  open: number
}

/** A small generator with a fixed seed, so that pictures stay the same. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

interface Plan {
  name: string
  top: number
  entrances: number
  across: number
  skip?: readonly number[]
  shops?: number
  stalls?: number
}

const toneFor = (chance: number): ChartTone =>
  chance < 0.012
    ? 'alert'
    : chance < 0.03
      ? 'soon'
      : chance < 0.1
        ? 'busy'
        : chance < 0.125
          ? 'held'
          : 'quiet'

const homeOf = (
  id: string,
  label: string,
  entrance: string | null,
  chance: number,
  more?: Partial<ChartHome>,
): SampleHome => {
  const tone = toneFor(chance)
  return {
    id,
    label,
    entrance,
    tone,
    open: tone === 'quiet' ? 0 : chance < 0.02 ? 3 : chance < 0.05 ? 2 : 1,
    ...more,
  }
}

const buildingOf = (
  plan: Plan,
  at: number,
  say: (chinese: string, english: string) => string,
): ChartBuilding<SampleHome> => {
  const random = randomFrom(at + 7)
  const id = `b${at}`
  const floors: { label: string; index: number; homes: SampleHome[] }[] = []
  if (plan.stalls) {
    const homes = Array.from({ length: plan.stalls }, (_, stall) =>
      homeOf(`${id}-p${stall}`, `B1-${String(stall + 1).padStart(3, '0')}`, null, random() * 2, {
        use: 'parking',
      }),
    )
    floors.push({ label: 'B1', index: -1, homes })
  }
  for (let floor = 1; floor <= plan.top; floor += 1) {
    if (plan.skip?.includes(floor)) continue
    const shops = floor === 1 ? (plan.shops ?? 0) : 0
    const homes = shops
      ? Array.from({ length: shops }, (_, shop) =>
          homeOf(`${id}-s${shop}`, say(`商铺${shop + 1}`, `Shop ${shop + 1}`), null, random(), {
            use: 'shop',
          }),
        )
      : Array.from({ length: plan.entrances * plan.across }, (_, home) => {
          const entrance = Math.floor(home / plan.across) + 1
          const label = `${floor}${String((home % plan.across) + 1).padStart(2, '0')}`
          return homeOf(
            `${id}-${entrance}-${label}`,
            label,
            say(`${entrance}单元`, `Entrance ${entrance}`),
            random(),
          )
        })
    floors.push({ label: `${floor}F`, index: floor, homes })
  }
  return { id, name: plan.name, floors }
}

/** Three buildings of different kinds: slab with shops and stalls, skipped floors, a tower. */
export const smallCommunity = (
  say: (chinese: string, english: string) => string,
): ChartBuilding<SampleHome>[] =>
  [
    { name: say('1栋', 'Building 1'), top: 11, entrances: 3, across: 2, shops: 7 },
    { name: say('2栋', 'Building 2'), top: 18, entrances: 2, across: 3, skip: [4, 13, 14], stalls: 64 },
    { name: say('3栋', 'Building 3'), top: 26, entrances: 1, across: 6, skip: [4, 14, 24] },
  ].map((plan, at) => buildingOf(plan, at, say))

/** So many homes and stalls exactly, in buildings of some 120. */
export const largeCommunity = (
  count: number,
  say: (chinese: string, english: string) => string,
): ChartBuilding<SampleHome>[] => {
  const buildings: ChartBuilding<SampleHome>[] = []
  for (let at = 0, left = count; left > 0; at += 1) {
    const plan = {
      name: say(`${at + 1}栋`, `Building ${at + 1}`),
      top: 11 + ((at * 7) % 16),
      entrances: 2,
      across: 3,
    }
    const building = buildingOf(plan, at, say)
    const floors = []
    for (const floor of building.floors) {
      const homes = floor.homes.slice(0, left)
      left -= homes.length
      if (homes.length > 0) floors.push({ ...floor, homes })
    }
    buildings.push({ ...building, floors })
  }
  return buildings
}
