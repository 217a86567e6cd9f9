import './rows.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Icon, useT } from '@zhanggui/ui'
import './page.css'

type PageProps = {
  title: string
  /** Where back leads when the page was opened directly; pages at the tabs have none. */
  back?: string
  /** Stands in the place of a plain heading, inside the page's one `h1`. */
  heading?: ReactNode
  above?: ReactNode
  action?: ReactNode
  /** A bar of acts that stays at the bottom. */
  bar?: ReactNode
  children: ReactNode
}

let pages = 0
let wentBack = false
addEventListener('popstate', () => {
  wentBack = true
})

/** One screen: its heading, which takes the focus when one arrives from another screen, and what lies below. */
export const Page = ({ title, back, heading, above, action, bar, children }: PageProps) => {
  const t = useT<'resident'>()
  const name = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('product.name')}`
  }, [title, t])
  useEffect(() => {
    pages += 1
    if (pages > 1) name.current?.focus({ preventScroll: true })
    if (!wentBack) scrollTo(0, 0)
    wentBack = false
  }, [])

  return (
    <div className="r-page" data-bar={bar ? true : undefined}>
      <header className={back === undefined ? 'r-top' : 'r-top r-top-sub'}>
        {back !== undefined && <BackButton to={back} label={t('resident.back')} />}
        <div className="r-top-words">
          {above && <div className="r-top-above">{above}</div>}
          <h1 ref={name} tabIndex={-1}>
            {heading ?? title}
          </h1>
        </div>
        {action}
      </header>
      <main>{children}</main>
      {bar && <div className="r-bar">{bar}</div>}
    </div>
  )
}

const BackButton = ({ to, label }: { to: string; label: string }) => {
  const [, navigate] = useLocation()
  return (
    <button
      type="button"
      className="r-round"
      aria-label={label}
      onClick={() => (pages > 1 ? history.back() : navigate(to, { replace: true }))}
    >
      <Icon name="left" />
    </button>
  )
}
