/** Strings of the residents' app. */
export const resident = {
  'resident.title': '首页',
} as const
