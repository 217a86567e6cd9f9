import { accountsOfPerson } from '#modules/identity'
import type { ChannelAdapter } from './channel.ts'

/**
 * The in-app inbox: delivered once somebody can open it. A person who has never signed in has no inbox yet;
 * what they are told waits there for them.
 */
export const app: ChannelAdapter = {
  async send(tx, { communityId, personId, accountId }) {
    if (accountId !== null) return 'delivered'
    const accounts = personId === null ? [] : await accountsOfPerson(tx, communityId, personId)
    return accounts.length > 0 ? 'delivered' : 'queued'
  },
}
