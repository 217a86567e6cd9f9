import type { Answer } from '@zhanggui/client'
import { QrCode } from '../../../shared/qr.tsx'
import { useSay } from '../../../shared/say.tsx'

/** The sheet that is printed: one card a place, nine on a page. */
export function CodeSheet(props: { codes: readonly Answer<'makePlaceCode'>[]; community: string }) {
  const say = useSay()
  return (
    <div className="code-sheet">
      {props.codes.map((code) => (
        <figure key={code.token} className="code-card">
          <QrCode
            text={new URL(code.url, location.origin).href}
            size={150}
            label={say('desk.codes.of', { place: code.label })}
          />
          <figcaption>
            <b>{code.label}</b>
            <span>{say('desk.codes.card')}</span>
            <small>{props.community}</small>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
