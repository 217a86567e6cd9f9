/** A cell: what it says, and the bare number where it is one (dates are numbers of days there). */
export type Cell = { readonly text: string; readonly serial?: number; readonly isDate?: boolean }

/** A sheet as far as it has contents: line 1 is `lines[0]`. `epoch1904` says from when its dates count. */
export type Table = {
  readonly sheet: string
  readonly lines: readonly (readonly (Cell | undefined)[])[]
  readonly epoch1904: boolean
}

/** A column as spreadsheets letter it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}

/** Longer than anything a roster has to say in a cell. */
const longestText = 500

/**
 * The text of a cell, without the marks that spreadsheets and exports put around it and without what no person writes:
 * control characters, halves of characters.
 */
export function cleanText(text: string): string {
  return (
    text
      .slice(0, longestText)
      .toWellFormed()
      .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
      // oxlint-disable-next-line no-control-regex -- that is what it looks for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .replace(/^="(.*)"$/s, '$1')
      .replace(/^'/, '')
      .trim()
  )
}

/** Whether a cell says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:|[-—–/\\·.]+|无|没有|暂无|未知|不详|空|null|n\/a)$/i.test(text)
}
