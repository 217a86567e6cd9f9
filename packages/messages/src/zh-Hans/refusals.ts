/** What a refused request tells the person, by its code. */
export const refusals = {} as const
