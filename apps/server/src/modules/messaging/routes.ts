import { messagingEndpoints } from '@zhanggui/contract'
import { serving } from '#platform/http/serving'
import type { Binding } from '#platform/http/serving'
import { listNotifications, markNotificationsRead } from './actions/notifications.ts'
import { showPhoto, uploadPhoto, uploadPublicPhoto } from './actions/photos.ts'
import type { PhotoParts } from './actions/photos.ts'

export function messagingRoutes(parts: PhotoParts): Binding[] {
  return serving(messagingEndpoints, {
    uploadFile: (context, { query, raw }) => uploadPhoto(parts, context, query.communityId, raw),
    readFile: (context, { params, query }) => showPhoto(parts, context, params.id, query.size),
    uploadPublicFile: (context, { query, raw }) => uploadPublicPhoto(parts, context, query.token, raw),
    listNotifications: (context) => listNotifications(context),
    markNotificationsRead: (context, { body }) => markNotificationsRead(context, body.ids),
  })
}
