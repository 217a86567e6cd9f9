import type { Permission } from '@zhanggui/contract'

export const destinations = ['desk', 'cases', 'promises', 'homes', 'boards', 'settings'] as const
export type Destination = (typeof destinations)[number]

/** Where each entry leads and what one needs for seeing it; undefined: everybody. */
export const entries: Record<
  Destination,
  { to: '/' | '/cases' | '/promises' | '/homes' | '/boards' | '/settings'; needs?: Permission }
> = {
  desk: { to: '/', needs: 'case.read' },
  cases: { to: '/cases', needs: 'case.read' },
  promises: { to: '/promises', needs: 'promise.read' },
  homes: { to: '/homes', needs: 'estate.read' },
  boards: { to: '/boards', needs: 'board.read' },
  settings: { to: '/settings' },
}

/** The entries that a person with these permissions sees, in their order. */
export function visibleEntries(can: (permission: Permission) => boolean): Destination[] {
  return destinations.filter((each) => {
    const { needs } = entries[each]
    return needs === undefined || can(needs)
  })
}
