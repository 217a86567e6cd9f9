import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { applyLook, MessagesProvider } from '@zhanggui/ui'
import { ConfigProvider } from 'antd'
import type { Locale as KitLocale } from 'antd/es/locale'
import { StrictMode, useEffect, useMemo, useState } from 'react'
import type { Locale } from '@zhanggui/messages'
import { speakToServer } from '../shared/api.ts'
import { usePreferences, useTheme } from '../shared/preferences.ts'
import { queryClient } from '../shared/query-client.ts'
import { loadMessages, type Messages } from '../shared/say.tsx'
import { Toasts } from '../shared/toast.tsx'
import { LanguageProvider } from './language.tsx'
import { router } from './router.tsx'
import { kitTheme } from './theme.ts'

type Loaded = { locale: Locale; messages: Messages; kit: KitLocale }

async function loadLanguage(locale: Locale): Promise<Loaded> {
  const [messages, kit] = await Promise.all([
    loadMessages(locale),
    locale === 'en' ? import('antd/es/locale/en_US') : import('antd/es/locale/zh_CN'),
  ])
  return { locale, messages, kit: kit.default }
}

/** Language, look and data for everything below; nothing is drawn before the words are there. */
export function App() {
  const { locale, theme: themeChoice } = usePreferences()
  const theme = useTheme()
  const [language, setLanguage] = useState<Loaded>()

  useEffect(() => {
    let wanted = true
    const take = async () => {
      const loaded = await loadLanguage(locale)
      if (!wanted) return
      document.documentElement.lang = locale
      document.title = loaded.messages['desk.page.title']
      speakToServer(locale)
      setLanguage(loaded)
    }
    void take()
    return () => {
      wanted = false
    }
  }, [locale])
  useEffect(() => applyLook({ theme: themeChoice, size: 'desk' }), [themeChoice])
  const kit = useMemo(() => kitTheme(theme), [theme])

  if (!language) return null
  return (
    <StrictMode>
      <LanguageProvider value={language}>
        <MessagesProvider locale={language.locale} messages={language.messages}>
          <ConfigProvider
            theme={kit}
            locale={language.kit}
            button={{ autoInsertSpace: false }}
            tooltip={{ arrow: false }}
          >
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
            <Toasts />
          </ConfigProvider>
        </MessagesProvider>
      </LanguageProvider>
    </StrictMode>
  )
}
