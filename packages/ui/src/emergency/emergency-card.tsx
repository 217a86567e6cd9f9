import { useMemo } from 'react'
import { createTranslator, type MessagesOf, type Wording } from '@zhanggui/messages'
import { emergency as english } from '@zhanggui/messages/en/emergency'
import { emergency as chinese } from '@zhanggui/messages/zh-Hans/emergency'
import { callsFor, type EmergencyCall, type EmergencyKind } from '@zhanggui/rules/danger'
import { Icon } from '../icon/icon.tsx'
import { useLanguage } from '../language.tsx'
import './emergency.css'

type Texts = MessagesOf<'emergency'>

interface EmergencyCardProps {
  kind: EmergencyKind
  /** The community's duty numbers, as far as they are known by now. */
  phones: readonly EmergencyCall[]
  /** Who reads it: the one in danger, or the desk with somebody on the line. */
  to: 'resident' | 'desk'
}

/** What stands before everything else when a report speaks of danger: whom to ring, and what to do until help comes. */
export const EmergencyCard = ({ kind, phones, to }: EmergencyCardProps) => {
  const { locale } = useLanguage()
  const t = useMemo(() => {
    const texts: Wording<Texts> = locale === 'en' ? english : chinese
    return createTranslator<Texts>(locale, texts)
  }, [locale])
  const calls = callsFor(kind, phones)
  return (
    <section className="zg-emergency" role="alert" data-emergency={kind}>
      <header>
        <Icon name="alert" />
        <span>
          <strong>{t(`emergency.title.${kind}`)}</strong>
          <span>{t('emergency.first')}</span>
        </span>
      </header>
      {calls.length === 0 ? (
        <p>{t('emergency.noNumbers')}</p>
      ) : (
        <ul className="zg-emergency-calls">
          {calls.map(({ topic, name, phone }) => (
            <li key={phone}>
              <a href={`tel:${phone}`}>
                <Icon name="phone" />
                <span>
                  <span>{name ?? nameOf(t, topic)}</span>
                  <b className="zg-figures">{phone}</b>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('emergency.until')}</h3>
      <ol>
        <li>{t(`emergency.do1.${kind}`)}</li>
        <li>{t(`emergency.do2.${kind}`)}</li>
        <li>{t(`emergency.do3.${kind}`)}</li>
      </ol>
      <p>{t(to === 'desk' ? 'emergency.ask' : 'emergency.then')}</p>
    </section>
  )
}

/** A public number is called by what answers there; topics without a name of their own do not come without one. */
function nameOf(t: ReturnType<typeof createTranslator<Texts>>, topic: string): string {
  return topic === '110' || topic === '119' || topic === '120' ? t(`emergency.call.${topic}`) : topic
}
