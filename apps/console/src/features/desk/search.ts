import { present, textIn } from '../../shared/address.ts'

export const queueTabs = ['mine', 'team', 'unassigned', 'tracked', 'active'] as const
export type QueueTab = (typeof queueTabs)[number]

export type DeskSearch = { tab?: QueueTab; case?: string }
export const readDeskSearch = (search: Record<string, unknown>): DeskSearch =>
  present({ tab: queueTabs.find((each) => each === search['tab']), case: textIn(search['case']) })
