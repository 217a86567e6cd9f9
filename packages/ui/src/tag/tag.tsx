import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/paths.ts'

export const tagTones = ['neutral', 'primary', 'info', 'soon', 'danger'] as const
export type TagTone = (typeof tagTones)[number]

interface TagProps {
  tone?: TagTone
  icon?: IconName
  /** An outline instead of a filled ground, for what is said in passing. */
  quiet?: boolean
  children: ReactNode
}

/** A word or two about something; where its colour means something, give it an icon too. */
export const Tag = ({ tone = 'neutral', icon, quiet, children }: TagProps) => (
  <span className="zg-tag" data-tone={tone} data-quiet={quiet || undefined}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
