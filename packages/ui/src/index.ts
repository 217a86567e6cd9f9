export * from './tokens.ts'
export { applyLook } from './look.ts'
export { MessagesProvider, useFormat, useLanguage, useLocale, useT } from './language.tsx'
export { useNow } from './now.ts'
export type * from './words.ts'
export { Icon } from './icon/icon.tsx'
export { iconNames, type IconName } from './icon/paths.ts'
export { Button } from './button/button.tsx'
export { Tag, tagTones, type TagTone } from './tag/tag.tsx'
export { ChannelMark, KindTag, StatusTag, UrgencyTag, channelIcons, kindIcons } from './tag/case-tags.tsx'
export { ClockFace } from './clock/clock-face.tsx'
export { ClockRing, type ClockRingProps } from './clock/clock-ring.tsx'
export { ClockStrip } from './clock/clock-strip.tsx'
export { useClockCaption } from './clock/caption.ts'
export { Popover } from './popover/popover.tsx'
export { Avatar, type ActorKind } from './avatar/avatar.tsx'
export { Money } from './money/money.tsx'
export { PersonChip } from './person/person-chip.tsx'
export type { Revealed } from './person/use-reveal.ts'
export { HowComputed, type FigureTerm } from './figure/how-computed.tsx'
export { StatePanel, panelStates, type PanelState } from './state/state-panel.tsx'
export { Skeleton } from './state/skeleton.tsx'
export { PhotoStrip, type Photo } from './photo/photo-strip.tsx'
export { PhotoViewer } from './photo/photo-viewer.tsx'
export { CaseTimeline, type TimelineItem } from './timeline/case-timeline.tsx'
export { BuildingChart } from './building/building-chart.tsx'
export {
  chartTones,
  type ChartBuilding,
  type ChartFloor,
  type ChartHome,
  type ChartLens,
  type ChartTone,
} from './building/shapes.ts'
