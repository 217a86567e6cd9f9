import { newId } from '@zhanggui/client'
import type { PhotoNote } from '../photos/use-photos.ts'
import type { OutgoingReport } from './outbox.ts'

/** A report being written. Its id becomes the case's, so it is made once and kept with the words. */
export type Draft = {
  id: string
  kind: OutgoingReport['kind']
  text: string
  /** null for the home that is guessed. */
  placeId: string | null
  photos: readonly PhotoNote[]
  name?: string
  phone?: string
}

const slot = (of: string) => `zhanggui.draft.${of}`

/** The draft kept for an account or a QR code, or a new one. */
export function readDraft(of: string): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(slot(of)) ?? 'null')
    if (typeof kept === 'object' && kept !== null && 'id' in kept) return kept as Draft
  } catch {
    // What can not be read is begun anew.
  }
  return { id: newId(), kind: 'repair', text: '', placeId: null, photos: [] }
}

export function keepDraft(of: string, draft: Draft): void {
  try {
    localStorage.setItem(slot(of), JSON.stringify(draft))
  } catch {
    // Nothing can be stored here; the words live as long as the page.
  }
}

export function dropDraft(of: string): void {
  try {
    localStorage.removeItem(slot(of))
  } catch {
    // Then there was none.
  }
}

/** Makes a refused report a draft again, under a new id: what is sent next is another act. */
export function draftFrom(report: OutgoingReport): void {
  const { kind, text, placeId, photos } = report
  keepDraft(report.account, { id: newId(), kind, text, placeId, photos })
}
