import { paths, type IconName } from './paths.ts'

interface IconProps {
  name: IconName
  /** What it says where it stands without words; an icon beside words needs none. */
  label?: string
  className?: string
}

/** A line icon as high as the text it stands in. */
export const Icon = ({ name, label, className }: IconProps) => (
  <svg
    className={className ? `zg-icon ${className}` : 'zg-icon'}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.6}
    strokeLinecap="round"
    strokeLinejoin="round"
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <path d={paths[name]} />
  </svg>
)
