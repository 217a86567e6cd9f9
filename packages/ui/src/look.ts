import type { Size, Theme } from './tokens.ts'

/** Sets theme and size for the whole page; `system` follows what the device prefers. */
export const applyLook = (look: { theme: Theme | 'system'; size: Size }): void => {
  const { dataset } = document.documentElement
  if (look.theme === 'system') delete dataset['theme']
  else dataset['theme'] = look.theme
  dataset['size'] = look.size
}
