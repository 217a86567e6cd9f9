import { Icon } from '../icon/icon.tsx'

export type ActorKind = 'staff' | 'resident' | 'system'

/** A Chinese name is known by its surname, any other by its first letter. */
const initialOf = (name: string) => [...name.replace(/^(Mr|Mrs|Ms|Dr)\.?\s+/, '').trim()][0]?.toUpperCase()

/** The sign of a person beside their name; decoration for screen readers, who hear the name itself. */
export const Avatar = ({ name, kind = 'resident' }: { name: string | null; kind?: ActorKind }) => (
  <span className="zg-avatar" data-kind={kind} aria-hidden>
    {kind === 'system' ? <Icon name="settings" /> : name ? initialOf(name) : <Icon name="user" />}
  </span>
)
