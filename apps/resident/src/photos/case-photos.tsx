import { PhotoStrip } from '@zhanggui/ui'
import { photosOf } from './photos-of.ts'

/** Photos of a case in a row; pressing one opens them large. */
export const CasePhotos = ({ ids, name }: { ids: readonly string[]; name: string }) =>
  ids.length === 0 ? null : <PhotoStrip photos={photosOf(ids, name)} />
