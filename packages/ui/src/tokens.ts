/**
 * The visual language as data: `tokens.css` is written from it, and the console feeds it to its component kit.
 * Colours are named by what they mean. `…Text` is for words on the matching `…Soft` ground (and on surfaces),
 * the plain name for marks, strokes and filled buttons.
 */
const light = {
  /** 纸: what everything lies on. */
  ground: '#faf8f3',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f3f0e8',
  hover: '#f6f3ec',
  line: '#e6e2d8',
  lineStrong: '#d3cec1',
  /** The edge of what one can type into or press. */
  control: '#868f9b',

  /** 墨 */
  ink: '#1f2a37',
  inkSoft: '#435062',
  inkMuted: '#5a6675',
  /** For marks only, never for words. */
  inkFaint: '#7b8592',

  /** 青瓷 */
  primary: '#2f7d6b',
  primaryHover: '#286d5d',
  primaryActive: '#1f5c4f',
  onPrimary: '#ffffff',
  primaryText: '#1f5f50',
  primarySoft: '#e4f2ed',
  primaryLine: '#b9dcd1',

  /** 朱: danger and overdue. */
  danger: '#c8452f',
  dangerHover: '#ae3a27',
  onDanger: '#ffffff',
  dangerText: '#ab3722',
  dangerSoft: '#fbe8e3',
  dangerLine: '#efc4b9',

  /** 琥珀: soon. */
  soon: '#b7791f',
  soonText: '#85560f',
  soonSoft: '#fbf1dc',
  soonLine: '#ebd6a6',

  info: '#4059ad',
  infoText: '#3c52a0',
  infoSoft: '#e8ecf8',
  infoLine: '#c6cfea',

  neutral: '#6b7684',
  neutralText: '#435062',
  neutralSoft: '#eeefed',

  /** The dark rail at the side of the console. */
  rail: '#16202b',
  railActive: '#2a3644',
  onRail: '#ffffff',
  onRailMuted: '#a9b7c5',

  focus: '#2f7d6b',
  scrim: 'rgb(22 32 43 / 0.5)',
} as const

export type ColourName = keyof typeof light

const dark: Readonly<Record<ColourName, string>> = {
  ground: '#12181f',
  surface: '#1a222b',
  raised: '#222c37',
  sunken: '#151c24',
  hover: '#212b35',
  line: '#2d3844',
  lineStrong: '#3d4957',
  control: '#758393',

  ink: '#e8ecef',
  inkSoft: '#c5ced7',
  inkMuted: '#9eacba',
  inkFaint: '#768494',

  primary: '#5cb8a2',
  primaryHover: '#6fc7b2',
  primaryActive: '#84d3c0',
  onPrimary: '#0a1d18',
  primaryText: '#8fd6c4',
  primarySoft: '#17332d',
  primaryLine: '#2b5a4f',

  danger: '#f0826c',
  dangerHover: '#f49683',
  onDanger: '#2a0d07',
  dangerText: '#f7a797',
  dangerSoft: '#40221c',
  dangerLine: '#6d392e',

  soon: '#dba54a',
  soonText: '#ecc27a',
  soonSoft: '#382c17',
  soonLine: '#624c24',

  info: '#93a8ee',
  infoText: '#b3c2f5',
  infoSoft: '#242d4a',
  infoLine: '#3d4a75',

  neutral: '#8b98a7',
  neutralText: '#c5ced7',
  neutralSoft: '#27313c',

  rail: '#0d1218',
  railActive: '#222c37',
  onRail: '#ffffff',
  onRailMuted: '#9eacba',

  focus: '#6fc7b2',
  scrim: 'rgb(4 7 10 / 0.66)',
}

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const colours: Readonly<Record<Theme, Readonly<Record<ColourName, string>>>> = { light, dark }

const chineseFonts = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei"'
const latinFonts = '-apple-system, "Segoe UI", Roboto, Arial'

/** Chinese faces draw ’ and · as wide as a character, so English text comes from Latin faces first. */
export const fontFamilies = {
  'zh-Hans': `${chineseFonts}, system-ui, sans-serif`,
  en: `${latinFonts}, ${chineseFonts}, system-ui, sans-serif`,
} as const

/** The face of the page's own language, for a kit that takes a style sheet's value. */
export const fontFamily = 'var(--zg-font)'

/** Three sizes: the desk, the phone, and the phone for eyes that want it larger. */
export const sizes = ['desk', 'phone', 'large'] as const
export type Size = (typeof sizes)[number]

export interface Scale {
  /** Pixels at the browser's usual 16; written as rem so that a reader's own setting counts. */
  readonly text: { xs: number; sm: number; md: number; lg: number; xl: number; xxl: number }
  /** The height of what one presses. */
  readonly control: number
  readonly controlSmall: number
}

export const scales: Readonly<Record<Size, Scale>> = {
  desk: { text: { xs: 12, sm: 13, md: 14, lg: 16, xl: 19, xxl: 24 }, control: 32, controlSmall: 26 },
  phone: { text: { xs: 13, sm: 14, md: 16, lg: 18, xl: 21, xxl: 28 }, control: 44, controlSmall: 36 },
  large: { text: { xs: 16, sm: 17, md: 18, lg: 22, xl: 26, xxl: 34 }, control: 54, controlSmall: 44 },
}

export const lineHeight = { tight: 1.3, body: 1.55 } as const
export const weight = { normal: 400, medium: 500, bold: 600 } as const

/** Pixels. */
export const space = { xxs: 2, xs: 4, sm: 8, md: 12, lg: 16, xl: 24, xxl: 32, xxxl: 48 } as const
export const radius = { xs: 4, sm: 6, md: 10, lg: 16, full: 999 } as const

export const shadow: Readonly<Record<Theme, { low: string; mid: string; high: string }>> = {
  light: {
    low: '0 1px 2px rgb(31 42 55 / 0.06)',
    mid: '0 1px 2px rgb(31 42 55 / 0.06), 0 6px 20px rgb(31 42 55 / 0.08)',
    high: '0 2px 6px rgb(31 42 55 / 0.08), 0 18px 48px rgb(31 42 55 / 0.18)',
  },
  dark: {
    low: '0 1px 2px rgb(0 0 0 / 0.4)',
    mid: '0 1px 2px rgb(0 0 0 / 0.4), 0 6px 20px rgb(0 0 0 / 0.4)',
    high: '0 2px 6px rgb(0 0 0 / 0.5), 0 18px 48px rgb(0 0 0 / 0.6)',
  },
}

/** Milliseconds; nothing moves for a person who asked for less motion. */
export const motion = { quick: 120, calm: 200, slow: 360 } as const
export const easing = 'cubic-bezier(0.2, 0, 0.1, 1)'
