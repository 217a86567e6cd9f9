import type { BoardGroup, FigureRow } from '@zhanggui/contract'
import type { Say } from '../../shared/say.tsx'

/** What a group is called on the screen. */
export function groupName(say: Say, by: BoardGroup, row: Pick<FigureRow, 'key' | 'label'>): string {
  switch (by) {
    case 'none':
      return say('board.group.all')
    case 'kind':
      return say(`case.kind.${row.key as 'repair'}`)
    case 'urgency':
      return say(`urgency.${row.key as 'normal'}`)
    case 'channel':
      return say(`channel.${row.key as 'app'}`)
    case 'week':
      return say('board.group.weekOf', { day: row.key })
    case 'building':
      return row.label ?? say('board.group.noBuilding')
    case 'person':
      return row.label ?? say('board.group.nobody')
    case 'day':
    case 'month':
      return row.key
  }
}
