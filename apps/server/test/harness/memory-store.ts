import type { FileStore } from '../../src/platform/files.ts'

/** A file store that forgets at the end of a test. */
export function memoryStore(): FileStore {
  const kept = new Map<string, Buffer>()
  return {
    async put(key, bytes) {
      kept.set(key, bytes)
    },
    async get(key) {
      return kept.get(key)
    },
    describe: () => 'memory',
  }
}
