/** Strings of the staff console. */
export const console = {
  'console.title': '工作台',
} as const
