/** Left edge, floors and homes a floor of each building in the picture. */
const buildings = [
  { left: 12, floors: 14, homes: 6 },
  { left: 146, floors: 20, homes: 5 },
  { left: 258, floors: 10, homes: 9 },
  { left: 454, floors: 17, homes: 6 },
] as const

const cell = { width: 14, height: 10, gapX: 6, gapY: 7 } as const
const ground = 600

/** Which windows are lit, the same at every visit: a few, and here and there one in the colours of the desk. */
function lightOf(building: number, floor: number, home: number): 'home' | 'done' | 'late' | undefined {
  const mixed = (building * 73 + floor * 31 + home * 57 + floor * home * 7) % 41
  if (mixed === 3) return 'done'
  if (mixed === 19 && floor % 5 === 2) return 'late'
  return mixed < 7 ? 'home' : undefined
}

/** A community at night, drawn as the building chart draws it. */
export const Houses = () => (
  <svg className="door-houses" viewBox="0 0 600 600" preserveAspectRatio="xMidYMax slice">
    {buildings.map(({ left, floors, homes }, building) => {
      const width = homes * (cell.width + cell.gapX) + cell.gapX
      const height = floors * (cell.height + cell.gapY) + 14
      return (
        <g key={left}>
          <rect className="door-house" x={left} y={ground - height} width={width} height={height} rx={4} />
          {Array.from({ length: floors * homes }, (_, index) => {
            const [floor, home] = [Math.trunc(index / homes), index % homes]
            return (
              <rect
                key={index}
                className="door-window"
                data-lit={lightOf(building, floor, home)}
                x={left + cell.gapX + home * (cell.width + cell.gapX)}
                y={ground - 14 - floor * (cell.height + cell.gapY) - cell.height}
                width={cell.width}
                height={cell.height}
                rx={1.5}
              />
            )
          })}
        </g>
      )
    })}
  </svg>
)
