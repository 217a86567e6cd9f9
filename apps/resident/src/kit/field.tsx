import { useId, type ComponentProps, type ReactNode } from 'react'
import './field.css'

type Shared = {
  label: ReactNode
  hint?: ReactNode
  problem?: string | null | undefined
  quietLabel?: boolean
}

/** A line to write in, with its label above and what is wrong with it below. */
export const Field = ({ label, hint, problem, quietLabel, ...input }: Shared & ComponentProps<'input'>) => {
  const id = useId()
  return (
    <div className="r-field">
      <label htmlFor={id} className={quietLabel ? 'zg-unseen' : undefined}>
        {label}
      </label>
      <input {...input} id={id} aria-invalid={problem ? true : undefined} aria-describedby={`${id}-more`} />
      <More id={`${id}-more`} hint={hint} problem={problem} />
    </div>
  )
}

/** Several lines to write in; grows with the words where the browser can. */
export const Words = ({ label, hint, problem, quietLabel, ...area }: Shared & ComponentProps<'textarea'>) => {
  const id = useId()
  return (
    <div className="r-field">
      <label htmlFor={id} className={quietLabel ? 'zg-unseen' : undefined}>
        {label}
      </label>
      <textarea
        rows={4}
        maxLength={2000}
        {...area}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-more`}
      />
      <More id={`${id}-more`} hint={hint} problem={problem} />
    </div>
  )
}

const More = ({ id, hint, problem }: { id: string; hint: ReactNode; problem: string | null | undefined }) => (
  <div id={id} aria-live="polite">
    {problem ? <p className="r-wrong">{problem}</p> : hint ? <p className="r-quiet">{hint}</p> : null}
  </div>
)
