import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/paths.ts'
import { useT } from '../language.tsx'
import type { CaseKind, CaseStatus, Channel, Urgency } from '../words.ts'
import { Tag, type TagTone } from './tag.tsx'

const statusLook: Readonly<Record<CaseStatus, { tone: TagTone; icon: IconName; quiet?: boolean }>> = {
  new: { tone: 'info', icon: 'inbox' },
  open: { tone: 'primary', icon: 'progress' },
  paused: { tone: 'neutral', icon: 'pause' },
  resolved: { tone: 'primary', icon: 'userCheck', quiet: true },
  closed: { tone: 'neutral', icon: 'checkCircle', quiet: true },
  merged: { tone: 'neutral', icon: 'merge', quiet: true },
  declined: { tone: 'neutral', icon: 'decline', quiet: true },
  cancelled: { tone: 'neutral', icon: 'undo', quiet: true },
}

/** Where a case stands, in the staff's words or, for residents, in theirs. */
export const StatusTag = ({ status, to = 'staff' }: { status: CaseStatus; to?: 'staff' | 'resident' }) => {
  const t = useT()
  const { tone, icon, quiet = false } = statusLook[status]
  return (
    <Tag tone={tone} icon={icon} quiet={quiet}>
      {to === 'staff' ? t(`case.status.${status}`) : t(`case.statusForResident.${status}`)}
    </Tag>
  )
}

const urgencyLook: Readonly<Record<Urgency, { tone: TagTone; icon?: IconName; quiet?: boolean }>> = {
  normal: { tone: 'neutral', quiet: true },
  urgent: { tone: 'soon', icon: 'bolt' },
  danger: { tone: 'danger', icon: 'alert' },
}

export const UrgencyTag = ({ urgency }: { urgency: Urgency }) => {
  const t = useT()
  return <Tag {...urgencyLook[urgency]}>{t(`urgency.${urgency}`)}</Tag>
}

export const kindIcons: Readonly<Record<CaseKind, IconName>> = {
  repair: 'repair',
  complaint: 'complaint',
  enquiry: 'enquiry',
  suggestion: 'suggestion',
  praise: 'praise',
}

export const KindTag = ({ kind }: { kind: CaseKind }) => {
  const t = useT()
  return (
    <Tag icon={kindIcons[kind]} quiet>
      {t(`case.kind.${kind}`)}
    </Tag>
  )
}

export const channelIcons: Readonly<Record<Channel, IconName>> = {
  app: 'app',
  counter: 'counter',
  qr: 'qr',
  phone: 'phone',
  wechat: 'wechat',
  sms: 'sms',
  mail: 'mail',
}

/** The way something came in: an icon and its name. */
export const ChannelMark = ({ channel }: { channel: Channel }) => {
  const t = useT()
  return (
    <span className="zg-channel">
      <Icon name={channelIcons[channel]} />
      {t(`channel.${channel}`)}
    </span>
  )
}
