import type { Database } from '#platform/database'
import type { Task } from '#platform/jobs'
import { sendMessage } from './actions/send-message.ts'

export { markCaseRead } from './actions/notifications.ts'
export { deliveryStates } from './queries.ts'
export type { DeliveryState } from './queries.ts'
export { messagingRoutes } from './routes.ts'
export { deliver, recordInteraction, tellStaff } from './store.ts'

export function messagingTasks(database: Database, now: () => string): Record<string, Task> {
  return {
    'messaging:send': (payload) =>
      sendMessage(database, payload as { communityId: string; id: string }, now()),
  }
}
