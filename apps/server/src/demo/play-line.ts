import type { Act } from './act.ts'

const atOnce = 32

/**
 * Plays acts in order, several at a time: those of one case one after the other, reports one after the other (so that
 * numbers follow time), all else side by side, which does not depend on each other.
 */
export function playLine(act: (it: Act) => Promise<void>, whole: number, say: (line: string) => void) {
  let done = 0
  return async (acts: readonly Act[]): Promise<void> => {
    const last = new Map<string, Promise<void>>()
    const started: Promise<void>[] = []
    for (const it of acts) {
      const lines = linesOf(it)
      const waits = lines.map((line) => last.get(line))
      const running = Promise.all(waits.map(async (it) => it)).then(() => act(it))
      for (const line of lines) last.set(line, running)
      // A failure is met where all are awaited; until then nobody may call it unhandled.
      running.catch(() => undefined)
      started.push(running)
      if (started.length >= atOnce)
        await started.splice(0, atOnce / 2).reduce((a, b) => a.then(() => b), Promise.resolve())
      done += 1
      if (done % Math.ceil(whole / 4) === 0)
        say(`  一年的工单 A year of cases ${Math.round((done / whole) * 100)} %`)
    }
    await Promise.all(started)
  }
}

/** What must be over before, and what waits for it: each case its acts, numbers one report after the other. */
function linesOf({ of, deed }: Act): string[] {
  if (deed.do === 'open') return [of.id, 'open']
  return deed.do === 'merge' ? [of.id, deed.into] : [of.id]
}
