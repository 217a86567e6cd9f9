import type { ReactNode } from 'react'
import { ButtonsPage, IconsPage, TagsPage, TokensPage } from './base-pages.tsx'
import { BuildingPage, LargeBuildingPage } from './building-pages.tsx'
import { ClocksPage, PhotosPage, TimelinePage } from './case-pages.tsx'
import { FigurePage, MoneyPage, PersonPage, StatesPage } from './figure-pages.tsx'

interface GalleryPage {
  title: readonly [chinese: string, english: string]
  Page: () => ReactNode
}

/** Every page of the gallery by the name its address uses. */
export const pages: Readonly<Record<string, GalleryPage>> = {
  tokens: { title: ['颜色与文字', 'Colour and type'], Page: TokensPage },
  icons: { title: ['图标', 'Icons'], Page: IconsPage },
  buttons: { title: ['按钮', 'Buttons'], Page: ButtonsPage },
  tags: { title: ['标签', 'Tags'], Page: TagsPage },
  clocks: { title: ['时限', 'Clocks'], Page: ClocksPage },
  buildings: { title: ['楼盘图', 'Building chart'], Page: BuildingPage },
  'buildings-large': { title: ['楼盘图 · 五千户', 'Building chart · 5,000'], Page: LargeBuildingPage },
  timeline: { title: ['往来', 'Timeline'], Page: TimelinePage },
  money: { title: ['金额', 'Money'], Page: MoneyPage },
  person: { title: ['住户', 'Person'], Page: PersonPage },
  figure: { title: ['怎么算的', 'How computed'], Page: FigurePage },
  states: { title: ['各种状态', 'States'], Page: StatesPage },
  photos: { title: ['照片', 'Photos'], Page: PhotosPage },
}
