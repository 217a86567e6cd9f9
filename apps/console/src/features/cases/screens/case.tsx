import { ArrowDownOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseView } from '@zhanggui/contract'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { caseQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { Loaded } from '../../../shared/states.tsx'
import { CaseHeader } from '../parts/case-header.tsx'
import { DispatchBar } from '../parts/dispatch-bar.tsx'
import { Dock } from '../parts/dock.tsx'
import { Timeline } from '../parts/timeline.tsx'
import './case.css'

type CaseScreenProps = {
  id: string
  onBack?: (() => void) | undefined
  /** Stands between header and timeline on narrow screens: who and where. */
  between?: ReactNode
  /** Stands below the timeline: the work that is done for it. */
  after?: ((view: CaseView) => ReactNode) | undefined
}

/** One case: header and clocks, everything that was said, and the dock. */
export function CaseScreen({ id, onBack, between, after }: CaseScreenProps) {
  const query = useQuery(caseQuery(id))
  return (
    <article className="case" tabIndex={-1} data-case={id}>
      <Loaded query={query} shape="text" rows={6}>
        {(view) => <CaseBody key={view.id} view={view} onBack={onBack} between={between} after={after} />}
      </Loaded>
    </article>
  )
}

const newestOf = (view: CaseView): number =>
  Math.max(0, ...view.timeline.map((fact) => (fact.from === null ? fact.seq : 0)))

function CaseBody(props: {
  view: CaseView
  onBack: (() => void) | undefined
  between: ReactNode
  after: CaseScreenProps['after']
}) {
  const { view } = props
  const say = useSay()
  const newest = newestOf(view)
  // What was there when the case was opened has been seen; what comes while it lies open is marked as new.
  const [seen, setSeen] = useState(newest)
  const scroll = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const client = useQueryClient()

  useLayoutEffect(() => {
    const box = scroll.current
    if (box && atEnd && newest > 0) box.scrollTop = box.scrollHeight
  }, [newest, atEnd])
  // The dock grows as one writes; the last words stay in sight above it.
  useEffect(() => {
    const box = scroll.current
    if (!box || !atEnd) return
    const watch = new ResizeObserver(() => {
      box.scrollTop = box.scrollHeight
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [atEnd])
  const onActed = useCallback(() => {
    setAtEnd(true)
    const renewed = client.getQueryData(caseQuery(view.id).queryKey)
    if (renewed) setSeen(newestOf(renewed))
  }, [client, view.id])
  return (
    <>
      <CaseHeader view={view} onBack={props.onBack} />
      <DispatchBar view={view} />
      <div
        className="case-scroll"
        ref={scroll}
        // Long histories are read with the keyboard too.
        tabIndex={0}
        role="region"
        aria-label={say('ui.timeline')}
        onScroll={(event) => {
          const box = event.currentTarget
          setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < 40)
        }}
      >
        {props.between}
        <Timeline view={view} seenSeq={seen} />
        {props.after?.(view)}
      </div>
      {!atEnd && newest > seen && (
        <button type="button" className="case-below" onClick={() => setAtEnd(true)}>
          <ArrowDownOutlined />{' '}
          {say('desk.case.below', { count: view.timeline.filter((it) => it.seq > seen).length })}
        </button>
      )}
      <Dock view={view} onActed={onActed} />
    </>
  )
}
