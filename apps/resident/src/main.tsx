import './app/old-browsers.ts'
import '@zhanggui/ui/tokens.css'
import '@zhanggui/ui/ui.css'
import './app/app.css'
import './kit/page.css'
import './kit/cards.css'
import { createRoot } from 'react-dom/client'
import { chooseLocale } from '@zhanggui/messages'
import { applyLook } from '@zhanggui/ui'
import { App } from './app/app.tsx'
import { keepPage } from './app/keep-page.ts'
import { chinese, loadCatalogue } from './settings/catalogues.ts'
import { readSettings } from './settings/settings.ts'

async function start(): Promise<void> {
  const settings = readSettings()
  applyLook(settings)
  const locale = settings.locale ?? chooseLocale(navigator.languages)
  const spoken = await loadCatalogue(locale).then(
    (catalogue) => ({ locale, catalogue }),
    // Without a network the other language can not be fetched; Chinese is always there.
    () => ({ locale: 'zh-Hans' as const, catalogue: chinese }),
  )
  document.documentElement.lang = spoken.locale
  const root = document.querySelector('#root')
  if (!root) throw new Error('The page has no #root')
  createRoot(root).render(<App settings={settings} start={spoken} />)
}

void start()
keepPage()
