import type { Tx } from '#platform/database'

export type Delivery = {
  communityId: string
  id: string
  personId: string | null
  accountId: string | null
}

/** How far a message came: `queued` means that nobody can receive it yet and it waits. */
export type SendOutcome = 'delivered' | 'queued' | 'failed'

/** A way to reach a person. Sending may be repeated after a crash: the delivery's id is the key to give along. */
export type ChannelAdapter = {
  send(tx: Tx, delivery: Delivery): Promise<SendOutcome>
}
