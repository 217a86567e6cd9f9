import { Button } from 'antd'
import { type PointerEvent, useRef, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'

const [width, height] = [640, 260]

/** Signing with a finger: kept as a picture, by the same way as photos. Whoever can not sign passes the step over. */
export function SignaturePad(props: { label: string; busy: boolean; onSigned: (id: string) => void }) {
  const say = useSay()
  const { community } = useSession()
  const canvas = useRef<HTMLCanvasElement>(null)
  const from = useRef<{ x: number; y: number } | undefined>(undefined)
  const [signed, setSigned] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const pointOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    }
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d')
    if (!from.current || !pen) return
    const to = pointOf(event)
    // Ink on paper, whatever the screen's theme: it is kept as a picture.
    pen.strokeStyle = '#14242c'
    pen.lineWidth = 4
    pen.lineCap = 'round'
    pen.beginPath()
    pen.moveTo(from.current.x, from.current.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
    from.current = to
    setSigned(true)
  }
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height)
    setSigned(false)
  }
  const keep = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const picture = await new Promise<Blob | null>((resolve) => {
        if (canvas.current) canvas.current.toBlob(resolve, 'image/png')
        else resolve(null)
      })
      if (!picture) return
      const stored = await api.uploadFile({ raw: picture, query: { communityId: community.id } })
      props.onSigned(stored.id)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="work-sign">
      <span className="small">{props.label}</span>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={props.label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          from.current = pointOf(event)
        }}
        onPointerMove={draw}
        onPointerUp={() => (from.current = undefined)}
        onPointerCancel={() => (from.current = undefined)}
      />
      <ActTrouble error={error} />
      <div className="work-form-foot">
        <Button size="large" disabled={!signed} onClick={clear}>
          {say('desk.work.signAgain')}
        </Button>
        <Button
          type="primary"
          size="large"
          className="work-do"
          disabled={!signed}
          loading={busy || props.busy}
          onClick={() => void keep()}
        >
          {say('desk.work.signDone')}
        </Button>
      </div>
    </div>
  )
}
