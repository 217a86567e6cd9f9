import { useRef, useState, type ReactNode } from 'react'
import { Avatar } from '../avatar/avatar.tsx'
import { Button } from '../button/button.tsx'
import { ClockFace } from '../clock/clock-face.tsx'
import { useT } from '../language.tsx'
import { Popover } from '../popover/popover.tsx'
import type { RevealPurpose } from '../words.ts'
import { useReveal, type Revealed } from './use-reveal.ts'

interface PersonChipProps {
  name: string
  /** As the server masked it: 138****6207; null when none is on record. */
  phone: string | null
  /** What they are here: a Tag with 业主. */
  role?: ReactNode
  /** Fetches the number for a purpose, which the server records. Without it the number stays masked. */
  onReveal?: (purpose: RevealPurpose) => Promise<Revealed>
  purposes?: readonly RevealPurpose[]
}

const usualPurposes: readonly RevealPurpose[] = ['call-back', 'visit', 'verify-identity', 'emergency']

/** A person with a masked number that opens only for a stated purpose, and only for a while. */
export const PersonChip = ({ name, phone, role, onReveal, purposes = usualPurposes }: PersonChipProps) => {
  const t = useT()
  const button = useRef<HTMLButtonElement>(null)
  const [asking, setAsking] = useState(false)
  const { state, reveal, hide } = useReveal(onReveal)

  return (
    <span className="zg-person">
      <Avatar name={name} />
      <span className="zg-person-words">
        <span className="zg-person-name">
          {name} {role}
        </span>
        <span className="zg-person-phone zg-figures" aria-live="polite">
          {state.is === 'shown' ? (
            state.phone === null ? (
              t('ui.person.none')
            ) : (
              <a className="zg-link" href={`tel:${state.phone}`}>
                {state.phone}
              </a>
            )
          ) : (
            (phone ?? t('ui.person.none'))
          )}
          {state.is === 'failed' && <span className="zg-person-failed">{t('ui.person.failed')}</span>}
        </span>
      </span>
      {state.is === 'shown' ? (
        <span className="zg-person-shown" data-tone="ok">
          <ClockFace used={1 - state.secondsLeft / state.seconds} tone="ok" />
          <span className="zg-figures">{t('ui.person.hidesIn', { seconds: state.secondsLeft })}</span>
          <Button small look="quiet" icon="eyeOff" aria-label={t('ui.person.hide')} onClick={hide} />
        </span>
      ) : (
        onReveal &&
        phone !== null && (
          <Button
            ref={button}
            small
            look="quiet"
            icon="eye"
            busy={state.is === 'busy'}
            aria-label={t('ui.person.show')}
            title={t('ui.person.show')}
            aria-haspopup="dialog"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          />
        )
      )}
      {asking && (
        <Popover anchor={button} label={t('ui.person.purpose')} onClose={() => setAsking(false)}>
          <strong className="zg-popover-title">{t('ui.person.purpose')}</strong>
          <div className="zg-person-purposes">
            {purposes.map((purpose) => (
              <Button
                key={purpose}
                small
                onClick={() => {
                  setAsking(false)
                  button.current?.focus()
                  void reveal(purpose)
                }}
              >
                {t(`purpose.${purpose}`)}
              </Button>
            ))}
          </div>
          <p className="zg-popover-note">{t('ui.person.recorded', { name })}</p>
        </Popover>
      )}
    </span>
  )
}
