/** Full-width letters, digits, signs and spaces as their ordinary forms; everything else as it is. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ')
}

/** Any of the strokes that people type for a dash, as `-`. */
export function withPlainDashes(text: string): string {
  return text.replaceAll(/[‐‑‒–—―−﹣]/g, '-')
}

/** Without what is typed, pasted or autocorrected between characters: spaces of all kinds and marks of no width. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(/[\s\u200B-\u200F\u202A-\u202E\u2060]/g, '')
}
