import { useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { useT } from '../language.tsx'
import { Popover } from '../popover/popover.tsx'

export interface FigureTerm {
  label: string
  value: ReactNode
  /** Marks what the figure is divided by, and what was deliberately left out. */
  part?: 'denominator' | 'excluded'
}

interface HowComputedProps {
  /** What the figure is called: 按时办结率. */
  label: string
  /** The figure itself, as it stands on the screen. */
  children: ReactNode
  /** In words: 按时办结 ÷ 到期应办结. */
  formula: string
  terms: readonly FigureTerm[]
  /** The law, contract or decision behind the formula. */
  basis?: ReactNode
  /** When it was computed, in words. */
  asOf?: string
  rows?: { count: number; onOpen: () => void }
}

/** A figure that opens: formula, what goes in, what was left out, and the rows behind it. */
export const HowComputed = ({ label, children, formula, terms, basis, asOf, rows }: HowComputedProps) => {
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const marks = { denominator: t('ui.figure.denominator'), excluded: t('ui.figure.excluded') }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="zg-figure zg-figures"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
        <span className="zg-unseen"> {t('ui.figure.how')}</span>
      </button>
      {open && (
        <Popover anchor={button} label={`${label} · ${t('ui.figure.how')}`} onClose={() => setOpen(false)}>
          <div className="zg-how">
            <strong className="zg-how-title">
              <Icon name="formula" /> {label}
            </strong>
            <p className="zg-how-formula">{formula}</p>
            <dl className="zg-how-terms">
              {terms.map((term) => (
                <div key={term.label} data-part={term.part}>
                  <dt>
                    {term.label}
                    {term.part && <span className="zg-how-mark">{marks[term.part]}</span>}
                  </dt>
                  <dd className="zg-figures">{term.value}</dd>
                </div>
              ))}
            </dl>
            {basis !== undefined && (
              <p className="zg-popover-note">
                {t('ui.figure.basis')} · {basis}
              </p>
            )}
            {(asOf !== undefined || rows) && (
              <p className="zg-how-foot">
                {asOf !== undefined && <span>{t('ui.figure.asOf', { when: asOf })}</span>}
                {rows && (
                  <button type="button" className="zg-link" onClick={rows.onOpen}>
                    {t('ui.figure.rows', { count: rows.count })}
                  </button>
                )}
              </p>
            )}
          </div>
        </Popover>
      )}
    </>
  )
}
