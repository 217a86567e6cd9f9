import {
  colours,
  easing,
  fontFamilies,
  lineHeight,
  motion,
  radius,
  scales,
  shadow,
  space,
  weight,
} from './tokens.ts'
import type { Scale, Theme } from './tokens.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const declare = (prefix: string, values: Readonly<Record<string, string | number>>, unit = '') =>
  Object.entries(values).map(([name, value]) => `--zg-${prefix}${kebab(name)}: ${value}${unit};`)

const rem = (pixels: number) => `${pixels / 16}rem`

const quoted = (fonts: string) => fonts.replaceAll('"', "'")

const ofTheme = (theme: Theme) => [
  `color-scheme: ${theme};`,
  ...declare('', colours[theme]),
  ...declare('shadow-', shadow[theme]),
]

const ofScale = ({ text, control, controlSmall }: Scale) => [
  ...Object.entries(text).map(([name, pixels]) => `--zg-text-${name}: ${rem(pixels)};`),
  `--zg-control-height: ${rem(control)};`,
  `--zg-control-height-small: ${rem(controlSmall)};`,
]

const block = (selector: string, lines: readonly string[], indent = '') =>
  [`${indent}${selector} {`, ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n')

/** The style sheet of all tokens as text; `tokens.css` holds exactly this. */
export const writeTokens = (): string =>
  `${[
    '/* Written from tokens.ts by `node packages/ui/scripts/write-tokens.ts`; change it there. */',
    block(':root', [
      ...ofTheme('light'),
      ...ofScale(scales.desk),
      `--zg-font-chinese:\n    ${quoted(fontFamilies['zh-Hans'])};`,
      '--zg-font: var(--zg-font-chinese);',
      ...declare('line-height-', lineHeight),
      ...declare('weight-', weight),
      ...declare('space-', space, 'px'),
      ...declare('radius-', radius, 'px'),
      ...declare('motion-', motion, 'ms'),
      `--zg-easing: ${easing};`,
    ]),
    `@media (prefers-color-scheme: dark) {\n${block(':root:not([data-theme])', ofTheme('dark'), '  ')}\n}`,
    block(':root:lang(en)', [
      `--zg-font: ${quoted(fontFamilies.en.replace(fontFamilies['zh-Hans'], 'var(--zg-font-chinese)'))};`,
    ]),
    block(":root[data-theme='dark']", ofTheme('dark')),
    block(":root[data-size='phone']", ofScale(scales.phone)),
    block(":root[data-size='large']", ofScale(scales.large)),
    `@media (prefers-reduced-motion: reduce) {\n${block(
      ':root',
      Object.keys(motion).map((name) => `--zg-motion-${name}: 0ms;`),
      '  ',
    )}\n}`,
  ].join('\n\n')}\n`
