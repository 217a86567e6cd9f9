import { encode } from 'uqr'
import { useMemo } from 'react'

/** A QR code as one path, sharp at any size; always dark on white, whatever the theme, so that phones read it. */
export function QrCode(props: { text: string; size: number; label: string }) {
  const { path, width } = useMemo(() => {
    const { data, size } = encode(props.text, { ecc: 'M', border: 2 })
    const path = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('')
    return { path, width: size }
  }, [props.text])
  return (
    <svg
      className="qr"
      role="img"
      aria-label={props.label}
      width={props.size}
      height={props.size}
      viewBox={`0 0 ${width} ${width}`}
      shapeRendering="crispEdges"
    >
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
