import { resident } from '@zhanggui/messages/en/resident'
import { ui } from '@zhanggui/messages/en/ui'
import { words } from '@zhanggui/messages/en/words'
import type { Catalogue } from './catalogues.ts'

export const english: Catalogue = { ...words, ...ui, ...resident }
