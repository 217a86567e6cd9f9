import { app } from './app.ts'
import type { ChannelAdapter } from './channel.ts'

/** Channels a message can go out on; the table's check constraint lists the same. */
export const outgoing = { app } satisfies Record<string, ChannelAdapter>
