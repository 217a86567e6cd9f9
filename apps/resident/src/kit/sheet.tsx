import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Icon, useT } from '@zhanggui/ui'
import { useBackCloses } from './use-back-closes.ts'
import './sheet.css'

type SheetProps = {
  title: string
  onClose: () => void
  /** What is said when it opens, below the title. */
  lead?: ReactNode
  bar?: ReactNode
  children: ReactNode
}

/** What slides up from below and wants an answer; closes by its cross, Escape, a tap beside it, or the phone's back. */
export const Sheet = ({ title, onClose, lead, bar, children }: SheetProps) => {
  const t = useT<'resident'>()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useBackCloses(onClose)
  useModal(box)

  return createPortal(
    <div className="r-scrim" onClick={(event) => event.target === event.currentTarget && onClose()}>
      <span tabIndex={0} onFocus={() => lastOf(box.current)?.focus()} />
      <div
        ref={box}
        className="r-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <header className="r-sheet-top">
          <h2 id={id}>{title}</h2>
          <button type="button" className="r-round" aria-label={t('resident.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="r-sheet-body">
          {lead && <p className="r-quiet">{lead}</p>}
          {children}
        </div>
        {bar && <div className="r-sheet-bar">{bar}</div>}
      </div>
      <span tabIndex={0} onFocus={() => box.current?.focus()} />
    </div>,
    document.body,
  )
}

/** What Shift+Tab comes to when it goes round: the last thing in the box that can be pressed. */
const lastOf = (box: HTMLElement | null): HTMLElement | undefined =>
  [...(box?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [])].pop()

/** Keeps reading inside the box while it stands, and gives the focus back after. */
function useModal(box: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = document.querySelector('#root')
    const before = document.activeElement
    root?.setAttribute('inert', '')
    root?.setAttribute('aria-hidden', 'true')
    document.documentElement.classList.add('r-still')
    box.current?.focus()
    return () => {
      root?.removeAttribute('inert')
      root?.removeAttribute('aria-hidden')
      document.documentElement.classList.remove('r-still')
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [box])
}
