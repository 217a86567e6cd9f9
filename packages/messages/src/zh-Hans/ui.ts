/** Strings of the shared components. */
export const ui = {
  'ui.retry': '重试',
} as const
