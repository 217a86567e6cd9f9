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
    </div>,
    document.body,
  )
}

const reachable = 'a[href], button:not([disabled]), input, textarea, select, [tabindex="0"]'

/** Keeps focus and reading inside the box while it stands, and gives the focus back after. */
function useModal(box: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = document.querySelector('#root')
    const before = document.activeElement
    root?.setAttribute('inert', '')
    root?.setAttribute('aria-hidden', 'true')
    document.documentElement.classList.add('r-still')
    box.current?.focus()
    const keep = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || !box.current) return
      const all = [...box.current.querySelectorAll<HTMLElement>(reachable)]
      const first = all[0]
      const last = all[all.length - 1]
      const outside = event.shiftKey
        ? document.activeElement === first || document.activeElement === box.current
        : document.activeElement === last
      if (!outside) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    document.addEventListener('keydown', keep)
    return () => {
      document.removeEventListener('keydown', keep)
      root?.removeAttribute('inert')
      root?.removeAttribute('aria-hidden')
      document.documentElement.classList.remove('r-still')
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [box])
}
