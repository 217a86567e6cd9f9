import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { iconNames } from '../icon/paths.ts'
import { useT } from '../language.tsx'
import { ChannelMark, KindTag, StatusTag, UrgencyTag } from '../tag/case-tags.tsx'
import { Tag, tagTones } from '../tag/tag.tsx'
import { colours, type ColourName } from '../tokens.ts'
import type { CaseKind, CaseStatus, Channel, Urgency } from '../words.ts'
import { Part, useSay } from './part.tsx'

const colourNames = Object.keys(colours.light) as ColourName[]
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const TokensPage = () => {
  const say = useSay()
  return (
    <>
      <Part title={say('颜色', 'Colour')}>
        <div className="gallery-colours">
          {colourNames.map((name) => (
            <span key={name} className="gallery-colour">
              <i style={{ background: `var(--zg-${kebab(name)})` }} />
              {kebab(name)}
            </span>
          ))}
        </div>
      </Part>
      <Part title={say('文字', 'Type')}>
        {['xxl', 'xl', 'lg', 'md', 'sm', 'xs'].map((step) => (
          <p key={step} style={{ margin: '0 0 8px', fontSize: `var(--zg-text-${step})` }}>
            {say('件件有着落，笔笔看得见', 'Everything asked for is answered')}{' '}
            <span className="zg-figures">¥1,234.56 · 89.37 ㎡ · 10:21</span>
          </p>
        ))}
      </Part>
    </>
  )
}

export const IconsPage = () => {
  const say = useSay()
  return (
    <Part title={say('线条图标', 'Line icons')}>
      <div className="gallery-icons">
        {iconNames.map((name) => (
          <span key={name}>
            <Icon name={name} />
            {name}
          </span>
        ))}
      </div>
    </Part>
  )
}

const looks = ['primary', 'plain', 'quiet', 'danger'] as const

export const ButtonsPage = () => {
  const say = useSay()
  const rows = [
    { title: say('平常', 'Usual'), props: {} },
    { title: say('小', 'Small'), props: { small: true } },
    { title: say('进行中', 'Under way'), props: { busy: true } },
    { title: say('不可用', 'Not possible now'), props: { disabled: true } },
  ]
  return rows.map(({ title, props }) => (
    <Part key={title} title={title}>
      <div className="gallery-row">
        {looks.map((look) => (
          <Button key={look} look={look} icon={look === 'danger' ? 'alert' : 'reply'} {...props}>
            {look === 'danger' ? say('冻结名册', 'Freeze the roll') : say('回复住户', 'Reply to resident')}
          </Button>
        ))}
        <Button icon="more" aria-label={say('更多', 'More')} {...props} />
      </div>
    </Part>
  ))
}

const statuses: CaseStatus[] = [
  'new',
  'open',
  'paused',
  'resolved',
  'closed',
  'merged',
  'declined',
  'cancelled',
]
const kinds: CaseKind[] = ['repair', 'complaint', 'enquiry', 'suggestion', 'praise']
const urgencies: Urgency[] = ['normal', 'urgent', 'danger']
const channels: Channel[] = ['app', 'counter', 'qr', 'phone', 'wechat', 'sms', 'mail']

export const TagsPage = () => {
  const say = useSay()
  const t = useT()
  return (
    <>
      <Part title={say('状态 · 对员工', 'Status · for staff')}>
        <div className="gallery-row">
          {statuses.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </div>
      </Part>
      <Part title={say('状态 · 对住户', 'Status · for residents')}>
        <div className="gallery-row">
          {statuses.map((status) => (
            <StatusTag key={status} status={status} to="resident" />
          ))}
        </div>
      </Part>
      <Part title={say('紧急程度与类别', 'Urgency and kind')}>
        <div className="gallery-row">
          {urgencies.map((urgency) => (
            <UrgencyTag key={urgency} urgency={urgency} />
          ))}
          {kinds.map((kind) => (
            <KindTag key={kind} kind={kind} />
          ))}
        </div>
      </Part>
      <Part title={say('渠道', 'Channels')}>
        <div className="gallery-row">
          {channels.map((channel) => (
            <ChannelMark key={channel} channel={channel} />
          ))}
        </div>
      </Part>
      <Part title={say('色调', 'Tones')}>
        <div className="gallery-row">
          {tagTones.map((tone) => (
            <Tag key={tone} tone={tone} icon="clock">
              {t('clock.resolve')}
            </Tag>
          ))}
          {tagTones.map((tone) => (
            <Tag key={tone} tone={tone} quiet>
              {t('clock.resolve')}
            </Tag>
          ))}
        </div>
      </Part>
    </>
  )
}
