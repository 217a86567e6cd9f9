/** Where a text says it is, as far as it says: numbers as text, without their unit words. */
export type SpokenPlace = {
  readonly building?: string
  readonly entrance?: string
  readonly room?: string
  readonly floor?: string
}

const unit = '(?:号楼|#楼|楼栋|栋|幢|座|#)'
const shapes = [
  new RegExp(
    String.raw`(?<building>\d{1,3}|[a-z])${unit}(?:-|,|，|的)?(?:(?<entrance>\d{1,2})(?:单元|门))?(?:-|,|，|的)?(?:(?<floor>\d{1,2})(?:层|楼)(?!\d))?(?:(?<room>\d{3,4})(?:室|房|户|号)?)?`,
  ),
  /(?<![\d-])(?<building>\d{1,3})-(?<entrance>\d{1,2})-(?<room>\d{3,4})(?![\d-])/,
  /(?<![\d-])(?<building>\d{1,3})-(?<room>\d{3,4})(?![\d-])/,
  /(?<entrance>\d{1,2})单元(?:(?<floor>\d{1,2})(?:层|楼)(?!\d))?(?:(?<room>\d{3,4})(?:室|房|户|号)?)?/,
  /(?<![\d-])(?<room>\d{3,4})(?:室|房间|户)/,
  /(?<!第)(?<floor>\d{1,2})(?:层|楼)(?!\d|栋)/,
]

/** The first place named in a normalised text: 3号楼1单元502, 3栋, 3-1-502, 1单元, 5楼. Empty when none is. */
export function findPlace(text: string): SpokenPlace {
  for (const shape of shapes) {
    const { groups } = shape.exec(text) ?? {}
    if (!groups) continue
    return Object.fromEntries(Object.entries(groups).filter(([, it]) => it !== undefined))
  }
  return {}
}

/** A spoken place as people write it, to be looked up among the places of a community: 3-1-502, 3栋, 1单元. */
export function spokenLabel(place: SpokenPlace): string {
  const { building, entrance, room } = place
  if (building !== undefined && room !== undefined)
    return [building, entrance, room].filter(Boolean).join('-')
  return [building && `${building}栋`, entrance && `${entrance}单元`, room].filter(Boolean).join('')
}
