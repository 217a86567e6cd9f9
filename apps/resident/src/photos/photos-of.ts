import type { Photo } from '@zhanggui/ui'

/** Photos of a case as the shared components want them: a small and a whole picture of each. */
export const photosOf = (ids: readonly string[], name: string): Photo[] =>
  ids.map((id) => ({
    id,
    thumb: `/api/v1/files/${id}?size=thumb`,
    full: `/api/v1/files/${id}?size=full`,
    name,
  }))
