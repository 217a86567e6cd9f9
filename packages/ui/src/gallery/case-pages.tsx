import { useClockCaption } from '../clock/caption.ts'
import { ClockRing } from '../clock/clock-ring.tsx'
import { ClockStrip } from '../clock/clock-strip.tsx'
import { Icon } from '../icon/icon.tsx'
import { useT } from '../language.tsx'
import { PhotoStrip } from '../photo/photo-strip.tsx'
import { Tag } from '../tag/tag.tsx'
import { CaseTimeline, type TimelineItem } from '../timeline/case-timeline.tsx'
import type { ClockTone } from '../words.ts'
import { Part, useSay } from './part.tsx'
import { pictures } from './pictures.ts'

const states: { tone: ClockTone; used: number; seconds: number }[] = [
  { tone: 'ok', used: 0.06, seconds: 27_000 },
  { tone: 'ok', used: 0.45, seconds: 7800 },
  { tone: 'soon', used: 0.78, seconds: 1920 },
  { tone: 'soon', used: 0.96, seconds: 300 },
  { tone: 'late', used: 1.2, seconds: 1080 },
  { tone: 'paused', used: 0.35, seconds: 0 },
  { tone: 'met', used: 0.4, seconds: 240 },
  { tone: 'missed', used: 1.1, seconds: 2400 },
]

export const ClocksPage = () => {
  const say = useSay()
  const t = useT()
  const caption = useClockCaption()
  const rings = (size: 'small' | 'middle' | 'large', words: 'beside' | 'under') => (
    <div className="gallery-row">
      {states.map(({ tone, used, seconds }, at) => (
        <ClockRing
          key={at}
          tone={tone}
          used={used}
          size={size}
          words={words}
          label={t('clock.resolve')}
          caption={caption(tone, seconds)}
          {...(tone === 'paused' && words === 'beside' ? { note: t('pauseForResident.awaiting-parts') } : {})}
        />
      ))}
    </div>
  )
  return (
    <>
      <Part title={say('一张工单的时限', 'The clocks of one case')}>
        <ClockStrip
          clocks={[
            { id: '1', tone: 'met', used: 0.3, label: t('clock.accept'), caption: caption('met', 130) },
            {
              id: '2',
              tone: 'met',
              used: 0.4,
              label: t('clock.first_response'),
              caption: caption('met', 240),
            },
            {
              id: '3',
              tone: 'soon',
              used: 0.78,
              label: t('clock.resolve'),
              caption: caption('soon', 1920),
              note: say('今天 11:40 前', 'by 11:40 today'),
            },
          ]}
        />
      </Part>
      <Part title={say('暂停和超时', 'Paused and late')}>
        <ClockStrip
          clocks={[
            {
              id: '1',
              tone: 'missed',
              used: 1.4,
              label: t('clock.first_response'),
              caption: caption('missed', 2400),
            },
            { id: '2', tone: 'late', used: 1.2, label: t('clock.resolve'), caption: caption('late', 1080) },
            {
              id: '3',
              tone: 'paused',
              used: 0.35,
              label: t('clock.resolve'),
              caption: caption('paused', 0),
              note: t('pauseForResident.awaiting-third-party'),
            },
          ]}
        />
      </Part>
      <Part title={say('所有状态 · 小', 'Every state · small')}>{rings('small', 'beside')}</Part>
      <Part title={say('所有状态 · 中', 'Every state · middle')}>{rings('middle', 'beside')}</Part>
      <Part title={say('列表里 · 字在下面', 'In a list · words under')}>{rings('middle', 'under')}</Part>
      <Part title={say('所有状态 · 大', 'Every state · large')}>{rings('large', 'beside')}</Part>
    </>
  )
}

const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z`

export const TimelinePage = () => {
  const say = useSay()
  const photos = pictures(say)
  const wang = { kind: 'resident', name: say('王女士', 'Ms Wang') } as const
  const li = { kind: 'staff', name: say('李雯', 'Li Wen') } as const
  const zhang = { kind: 'staff', name: say('张师傅', 'Mr Zhang') } as const
  const promise = (
    <Tag tone="primary" icon="promise">
      {say('承诺：张师傅 10:40 前到门口 · 已兑现 10:34', 'Promise: at the door by 10:40 · kept at 10:34')}
    </Tag>
  )
  const items: TimelineItem[] = [
    {
      id: '1',
      at: at(22, '02:21'),
      actor: wang,
      kind: 'opened',
      channel: 'wechat',
      photos: photos.slice(0, 2),
      text: say(
        '厨房水槽下面一直往外冒水，地板已经泡了，总阀我关了，能不能马上来人？',
        'Water keeps coming out under the kitchen sink and the floor is soaked. I have shut the main valve. Can someone come at once?',
      ),
    },
    { id: '2', at: at(22, '02:23'), actor: li, kind: 'accepted' },
    {
      id: '3',
      at: at(22, '02:25'),
      actor: li,
      kind: 'replied',
      channel: 'wechat',
      delivery: 'read',
      detail: promise,
      text: say(
        '王女士，总阀先别开。张师傅带工具过来，您家里留人就行。',
        'Ms Wang, please leave the main valve shut. Mr Zhang is on his way with tools; it is enough if somebody is at home.',
      ),
    },
    { id: '4', at: at(22, '02:25'), actor: li, kind: 'assigned', detail: <strong>{zhang.name}</strong> },
    {
      id: '5',
      at: at(22, '02:52'),
      actor: zhang,
      kind: 'noted',
      internal: true,
      text: say(
        '角阀接口开裂。三通以上是户内分支，但交付未满 2 年，先修后认定。材料：角阀 1 只。',
        'The angle valve is cracked at its joint. Above the tee it is the home’s own branch, but handover was less than two years ago: repair first, decide later. Material: one angle valve.',
      ),
    },
    {
      id: '6',
      at: at(22, '03:06'),
      actor: zhang,
      kind: 'paused',
      detail: (
        <Tag icon="pause">{say('等配件 · 今天 15:00 恢复', 'Waiting for parts · resumes 15:00 today')}</Tag>
      ),
    },
    { id: '7', at: at(22, '07:00'), actor: { kind: 'system', name: null }, kind: 'resumed' },
    {
      id: '8',
      at: at(22, '07:40'),
      actor: zhang,
      kind: 'resolved',
      photos: photos.slice(2),
      text: say(
        '更换角阀，试压 10 分钟不漏。',
        'Angle valve replaced, no leak after ten minutes under pressure.',
      ),
    },
    {
      id: '9',
      at: at(23, '01:12'),
      actor: wang,
      kind: 'rejected',
      channel: 'phone',
      text: say('早上起来柜子底下又有水。', 'This morning there is water under the cabinet again.'),
    },
    {
      id: '10',
      at: at(23, '01:15'),
      actor: li,
      kind: 'replied',
      channel: 'sms',
      delivery: 'failed',
      text: say(
        '王女士，张师傅 9:40 前再到您家，这次连三通一起检查。',
        'Ms Wang, Mr Zhang will be back by 9:40 and check the tee as well this time.',
      ),
    },
    { id: '11', at: at(23, '04:30'), actor: wang, kind: 'confirmed' },
    {
      id: '12',
      at: at(23, '04:31'),
      actor: wang,
      kind: 'rated',
      channel: 'app',
      detail: <Stars count={4} />,
      text: say('第二次修得很仔细。', 'The second repair was thorough.'),
    },
  ]
  return (
    <>
      <Part title={say('一张工单的全部往来', 'Everything about one case')}>
        <CaseTimeline items={items} />
      </Part>
      <Part title={say('窄处', 'Where it is narrow')}>
        <div style={{ maxWidth: 350 }}>
          <CaseTimeline items={items.slice(0, 5)} />
        </div>
      </Part>
    </>
  )
}

const Stars = ({ count }: { count: number }) => {
  const say = useSay()
  return (
    <Tag tone="soon">
      <Icon name="star" />
      {say(`${count} 分，满分 5 分`, `${count} out of 5`)}
    </Tag>
  )
}

export const PhotosPage = () => {
  const say = useSay()
  const photos = pictures(say)
  return (
    <>
      <Part title={say('几张照片', 'A few photos')}>
        <PhotoStrip photos={photos} />
      </Part>
      <Part title={say('放不下的收起来', 'What does not fit is folded away')}>
        <PhotoStrip
          photos={[...photos, ...photos.map((photo) => ({ ...photo, id: `${photo.id}b` }))]}
          max={4}
        />
      </Part>
      <Part title={say('照片没能显示', 'A photo that cannot be shown')}>
        <PhotoStrip
          photos={[
            {
              id: 'x',
              thumb: 'data:image/png;base64,AAAA',
              full: 'data:image/png;base64,AAAA',
              name: say('配电箱', 'Switch box'),
            },
          ]}
        />
      </Part>
    </>
  )
}
