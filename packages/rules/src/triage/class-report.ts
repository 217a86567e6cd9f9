/** How well one class is told. Shares are undefined where there is nothing to divide by. */
export type ClassFigures = {
  readonly label: string
  readonly precision: number | undefined
  readonly recall: number | undefined
  readonly support: number
}

export type ClassReport = {
  readonly classes: readonly ClassFigures[]
  readonly right: number
  readonly all: number
}

/**
 * Precision: of those told to be of the class, how many are. Recall: of those of the class, how many were told so.
 * Support: how many are of it. An untold one (undefined) is wrong for its class and counts for no other.
 */
export function classReport(
  answers: readonly { readonly truth: string; readonly told: string | undefined }[],
): ClassReport {
  const labels = [...new Set(answers.map((it) => it.truth))].toSorted()
  const share = (some: number, all: number) => (all === 0 ? undefined : some / all)
  return {
    classes: labels.map((label) => {
      const truth = answers.filter((it) => it.truth === label)
      const told = answers.filter((it) => it.told === label)
      const both = truth.filter((it) => it.told === label).length
      return {
        label,
        precision: share(both, told.length),
        recall: share(both, truth.length),
        support: truth.length,
      }
    }),
    right: answers.filter((it) => it.truth === it.told).length,
    all: answers.length,
  }
}

/** Whether the challenger takes the champion's place: on the same held-out answers it is right at least as often. */
export function challengerWins(champion: ClassReport | undefined, challenger: ClassReport): boolean {
  if (champion === undefined) return true
  if (champion.all !== challenger.all) throw new Error('the two did not answer the same questions')
  return challenger.right >= champion.right
}
