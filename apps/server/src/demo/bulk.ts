/** Makes any number of cases quickly, for measuring. */
export async function seedBulk(_options: {
  ownerUrl: string
  appUrl: string
  cases: number
  communities: number
  now: string
  say(line: string): void
}): Promise<void> {
  throw new Error('not yet')
}
