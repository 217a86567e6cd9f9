import { fromBufferPromise } from 'yauzl'
import { Refusal } from '#platform/refusal'

const largest = 20 * 1024 * 1024
const steepest = 200
const mostFiles = 1000

/**
 * Refuses an archive that would unpack to more than 20 MB or to more than 200 times its size. It is unpacked to know,
 * piece by piece and without keeping it, for what an archive says about itself need not be true.
 */
export async function refuseBombs(bytes: Buffer): Promise<void> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > mostFiles) throw new Refusal('roster_unreadable')
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        unpacked += (piece as Buffer).length
        if (unpacked > largest) throw new Refusal('file_too_large')
        if (unpacked > bytes.length * steepest) throw new Refusal('roster_unreadable')
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('roster_unreadable')
  }
}
