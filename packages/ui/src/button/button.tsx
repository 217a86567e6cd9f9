import type { ComponentProps } from 'react'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/paths.ts'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  small?: boolean
  icon?: IconName
  /** Shows that the act is under way and takes no second press. */
  busy?: boolean
}

/** A button; one `primary` on a screen at most. With an icon alone, give it an `aria-label`. */
export const Button = ({ look = 'plain', small, icon, busy, className, children, ...rest }: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`zg-button${className ? ` ${className}` : ''}`}
    data-look={look}
    data-small={small || undefined}
    data-bare={children === undefined || undefined}
    aria-busy={busy || undefined}
    aria-disabled={busy || rest['aria-disabled']}
    onClick={busy ? undefined : rest.onClick}
  >
    {busy ? <span className="zg-spinner" aria-hidden /> : icon && <Icon name={icon} />}
    {children}
  </button>
)
