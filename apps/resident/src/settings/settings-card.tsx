import { localeNames, locales, type Locale } from '@zhanggui/messages'
import { useT } from '@zhanggui/ui'
import { Choice } from '../kit/choice.tsx'
import { useTell } from '../kit/tell.tsx'
import { useSettings } from './settings-provider.tsx'
import './settings-card.css'

/** Language, text size and, where there is room for it, light or dark. */
export const SettingsCard = ({
  short,
  onLocale,
}: {
  short?: boolean
  onLocale?: (locale: Locale) => void
}) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const { locale, size, theme, choose } = useSettings()
  const speak = async (next: Locale) => {
    if (await choose({ locale: next })) onLocale?.(next)
    else tell(t('resident.settings.languageFailed'), 'bad')
  }
  return (
    <section className={short ? 'r-settings' : 'r-card r-settings'} aria-label={t('resident.settings.title')}>
      {!short && <h2>{t('resident.settings.title')}</h2>}
      <div className="r-setting">
        {!short && <span>{t('resident.settings.language')}</span>}
        <Choice
          label={t('resident.settings.language')}
          value={locale}
          options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
          onChoose={(next) => void speak(next)}
        />
      </div>
      <div className="r-setting">
        {!short && <span>{t('resident.settings.size')}</span>}
        <Choice
          label={t('resident.settings.size')}
          value={size}
          options={[
            { value: 'phone', label: t('resident.settings.size.usual') },
            { value: 'large', label: t('resident.settings.size.large') },
          ]}
          onChoose={(next) => void choose({ size: next })}
        />
      </div>
      {!short && (
        <div className="r-setting">
          <span>{t('resident.settings.theme')}</span>
          <Choice
            label={t('resident.settings.theme')}
            value={theme}
            options={[
              { value: 'system', label: t('resident.settings.theme.system') },
              { value: 'light', label: t('resident.settings.theme.light') },
              { value: 'dark', label: t('resident.settings.theme.dark') },
            ]}
            onChoose={(next) => void choose({ theme: next })}
          />
        </div>
      )}
    </section>
  )
}
