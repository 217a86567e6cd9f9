import { toHalfWidth, withoutSpaces, withPlainDashes } from './text.ts'

export const plateKinds = ['ordinary', 'new-energy'] as const
export type PlateKind = (typeof plateKinds)[number]

export type CheckedPlate =
  | { readonly ok: true; readonly plate: string; readonly kind: PlateKind }
  | { readonly ok: false; readonly reason: 'malformed' }

const place = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]'
const place7 = `${place}[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领]`
// The standard has D and F at the end of large vehicles' plates. All ten letters are let through: a gate that refuses
// a plate that exists does more harm than one that admits a plate that does not.
const place8 = `${place}(?:[DABCEFGHJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DABCEFGHJK])`

/** A civil number plate: seven characters, or eight for new energy. Spaces and the dot after the letter are left out. */
export function checkPlate(text: string): CheckedPlate {
  const plate = withPlainDashes(withoutSpaces(toHalfWidth(text)))
    .replaceAll(/[·•.-]/g, '')
    .toUpperCase()
  if (new RegExp(`^${place8}$`).test(plate)) return { ok: true, plate, kind: 'new-energy' }
  if (new RegExp(`^${place7}$`).test(plate)) return { ok: true, plate, kind: 'ordinary' }
  return { ok: false, reason: 'malformed' }
}
