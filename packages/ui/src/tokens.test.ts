import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { colours, themes, type ColourName } from './tokens.ts'
import { writeTokens } from './write-tokens.ts'

/** WCAG 2.2 relative luminance and contrast of two hex colours. */
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover'] as const
const words: [ColourName, readonly ColourName[]][] = [
  ['ink', [...grounds, 'primarySoft', 'dangerSoft', 'soonSoft', 'infoSoft', 'neutralSoft']],
  ['inkSoft', [...grounds, 'primarySoft', 'dangerSoft', 'soonSoft', 'infoSoft', 'neutralSoft']],
  ['inkMuted', [...grounds, 'primarySoft', 'soonSoft', 'neutralSoft']],
  ['primaryText', [...grounds, 'primarySoft']],
  ['dangerText', [...grounds, 'dangerSoft']],
  ['soonText', [...grounds, 'soonSoft']],
  ['infoText', [...grounds, 'infoSoft']],
  ['neutralText', [...grounds, 'neutralSoft']],
  ['onPrimary', ['primary', 'primaryHover', 'primaryActive']],
  ['onDanger', ['danger', 'dangerHover']],
  ['onRail', ['rail', 'railActive']],
  ['onRailMuted', ['rail', 'railActive']],
]
const marks: [ColourName, readonly ColourName[]][] = [
  ['primary', grounds],
  ['danger', grounds],
  ['soon', ['surface', 'ground', 'raised']],
  ['info', grounds],
  ['neutral', grounds],
  ['inkFaint', grounds],
  ['control', ['surface', 'ground', 'raised']],
  ['focus', grounds],
]

const pairs = (list: [ColourName, readonly ColourName[]][]) =>
  themes.flatMap((theme) =>
    list.flatMap(([front, behind]) => behind.map((back) => [theme, front, back] as const)),
  )

describe('the tokens', () => {
  it('stand in tokens.css exactly as tokens.ts says', () => {
    expect(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')).toBe(writeTokens())
  })

  it.each(pairs(words))('%s: words in %s can be read on %s', (theme, front, back) => {
    expect(contrast(colours[theme][front], colours[theme][back])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(marks))('%s: marks in %s can be seen on %s', (theme, front, back) => {
    expect(contrast(colours[theme][front], colours[theme][back])).toBeGreaterThanOrEqual(3)
  })
})
