import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { localeNames, locales } from '@zhanggui/messages'
import { events as englishEvents } from '@zhanggui/messages/en/events'
import { ui as englishUi } from '@zhanggui/messages/en/ui'
import { words as englishWords } from '@zhanggui/messages/en/words'
import { events as chineseEvents } from '@zhanggui/messages/zh-Hans/events'
import { ui as chineseUi } from '@zhanggui/messages/zh-Hans/ui'
import { words as chineseWords } from '@zhanggui/messages/zh-Hans/words'
import { MessagesProvider } from '../language.tsx'
import { applyLook } from '../look.ts'
import { sizes, themes } from '../tokens.ts'
import { pages } from './pages.ts'
import { addressOf, readSettings, type Settings } from './settings.ts'
import '../tokens.css'
import '../ui.css'
import './gallery.css'

const catalogues = {
  'zh-Hans': { ...chineseWords, ...chineseUi, ...chineseEvents },
  en: { ...englishWords, ...englishUi, ...englishEvents },
}

const Gallery = ({ settings }: { settings: Settings }) => {
  const own = settings.locale === 'en' ? 1 : 0
  const shown = pages[settings.page]
  const links = (title: string, options: { name: string; to: Partial<Settings>; current: boolean }[]) => (
    <ul aria-label={title}>
      {options.map(({ name, to, current }) => (
        <li key={name}>
          <a href={addressOf({ ...settings, ...to })} aria-current={current ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <MessagesProvider
      locale={settings.locale}
      messages={catalogues[settings.locale]}
      now="2026-11-23T08:00:00.000Z"
    >
      <div className="gallery">
        <nav aria-label={own ? 'Gallery' : '图集'}>
          <h1>{own ? 'Zhanggui · components' : '掌柜 · 组件图集'}</h1>
          {links(
            own ? 'Components' : '组件',
            Object.entries(pages).map(([page, { title }]) => ({
              name: title[own],
              to: { page },
              current: page === settings.page,
            })),
          )}
          {links(
            own ? 'Theme' : '主题',
            themes.map((theme) => ({ name: theme, to: { theme }, current: theme === settings.theme })),
          )}
          {links(
            own ? 'Language' : '语言',
            locales.map((locale) => ({
              name: localeNames[locale],
              to: { locale },
              current: locale === settings.locale,
            })),
          )}
          {links(
            own ? 'Size' : '大小',
            sizes.map((size) => ({ name: size, to: { size }, current: size === settings.size })),
          )}
        </nav>
        <main>
          <h2>{shown ? shown.title[own] : own ? 'There is no such page' : '没有这一页'}</h2>
          {shown && <shown.Page />}
        </main>
      </div>
    </MessagesProvider>
  )
}

const settings = readSettings(location.search)
applyLook(settings)
document.documentElement.lang = settings.locale
const root = document.getElementById('gallery')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery settings={settings} />
    </StrictMode>,
  )
}
