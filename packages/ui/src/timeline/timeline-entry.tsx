import { Avatar } from '../avatar/avatar.tsx'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/paths.ts'
import { useFormat, useT } from '../language.tsx'
import { PhotoStrip } from '../photo/photo-strip.tsx'
import { ChannelMark } from '../tag/case-tags.tsx'
import type { CaseEventKind, Delivery } from '../words.ts'
import type { TimelineItem } from './case-timeline.tsx'

const eventIcons: Readonly<Record<CaseEventKind, IconName>> = {
  opened: 'inbox',
  accepted: 'check',
  assigned: 'assign',
  replied: 'reply',
  noted: 'note',
  supplemented: 'add',
  paused: 'pause',
  resumed: 'play',
  resolved: 'tools',
  confirmed: 'userCheck',
  rejected: 'undo',
  rated: 'star',
  declined: 'decline',
  cancelled: 'undo',
  closed: 'checkCircle',
  escalated: 'up',
  acknowledged: 'eye',
  'work-opened': 'tools',
  'work-finished': 'check',
  'work-dropped': 'decline',
  promised: 'clock',
  reclassified: 'filter',
  reopened: 'undo',
  arrived: 'place',
  appointed: 'calendar',
  'called-back': 'phone',
  repaired: 'refresh',
  merged: 'merge',
  absorbed: 'merge',
  appealed: 'alert',
  'appeal-upheld': 'undo',
  'appeal-rejected': 'checkCircle',
  unmerged: 'undo',
  released: 'undo',
  urged: 'alert',
  quoted: 'note',
  'quote-agreed': 'userCheck',
  'quote-declined': 'undo',
  offered: 'assign',
  refused: 'decline',
  lapsed: 'clock',
  raised: 'alert',
  handed: 'assign',
  received: 'userCheck',
  kept: 'undo',
  joined: 'add',
  returned: 'reply',
  disputed: 'alert',
  ruled: 'checkCircle',
  followed: 'assign',
}

const DeliveryMark = ({ delivery }: { delivery: Delivery }) => {
  const t = useT()
  const icon: IconName = delivery === 'failed' ? 'alert' : delivery === 'queued' ? 'clock' : 'check'
  return (
    <span className="zg-delivery" data-delivery={delivery}>
      <Icon name={icon} />
      {t(`delivery.${delivery}`)}
    </span>
  )
}

/** One entry: a bubble for words, amber for what only staff see, a line for what happened. */
export const TimelineEntry = ({ item }: { item: TimelineItem }) => {
  const t = useT<'events'>()
  const format = useFormat()
  const { actor, kind, channel, text, photos = [], internal = false, delivery, detail } = item
  const says = actor.kind !== 'system' && (Boolean(text) || photos.length > 0)
  const name = actor.name ?? (actor.kind === 'system' ? t('ui.timeline.system') : t('ui.timeline.someone'))
  const said = kind !== 'replied' && kind !== 'opened' && kind !== 'noted'
  return (
    <li className="zg-entry" data-look={says ? (internal ? 'note' : actor.kind) : 'line'}>
      <time className="zg-entry-time zg-figures" dateTime={item.at}>
        {format.time(item.at)}
      </time>
      {says ? (
        <Avatar name={actor.name} kind={actor.kind} />
      ) : (
        <span className="zg-entry-dot" aria-hidden>
          <Icon name={eventIcons[kind]} />
        </span>
      )}
      <div className="zg-entry-body">
        <p className="zg-entry-head">
          <strong>{name}</strong>
          {(said || !says) && <span>{t(`event.${kind}`)}</span>}
          {!says && detail}
          {says && channel && <ChannelMark channel={channel} />}
          {internal && (
            <span className="zg-entry-internal">
              <Icon name="lock" />
              {t('ui.timeline.internal')}
            </span>
          )}
          {delivery && <DeliveryMark delivery={delivery} />}
        </p>
        {text && <p className="zg-entry-text">{text}</p>}
        {photos.length > 0 && <PhotoStrip photos={photos} />}
        {says && detail !== undefined && <div className="zg-entry-detail">{detail}</div>}
      </div>
    </li>
  )
}
