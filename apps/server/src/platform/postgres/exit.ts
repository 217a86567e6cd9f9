import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const ours = new Set<unknown>()

/**
 * Clean up when the program ends without having done so itself. `now` is called as it exits and cannot wait.
 * `orderly` is awaited when a signal asks it to end and nobody else in the program listens to that signal; then the
 * program exits with the signal's number. Gives back how to forget both.
 */
export function atExit(cleaning: { now: () => void; orderly: () => Promise<void> }): () => void {
  const onSignal = (name: NodeJS.Signals): void => {
    const handled = process.listeners(name).some((listener) => !ours.has(listener))
    if (!handled) void cleaning.orderly().finally(() => process.exit(128 + constants.signals[name]))
  }
  ours.add(onSignal)
  process.once('exit', cleaning.now)
  for (const name of signals) process.on(name, onSignal)
  return () => {
    process.removeListener('exit', cleaning.now)
    for (const name of signals) process.removeListener(name, onSignal)
    ours.delete(onSignal)
  }
}
