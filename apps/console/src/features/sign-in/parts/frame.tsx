import { localeNames, locales } from '@zhanggui/messages'
import type { ReactNode } from 'react'
import { choose, usePreferences } from '../../../shared/preferences.ts'
import { Mark } from '../../../shared/mark.tsx'
import { useSay } from '../../../shared/say.tsx'
import { Houses } from './houses.tsx'
import './frame.css'

/** The door: what this is, one card, the language. */
export function DoorFrame(props: { title: string; children: ReactNode }) {
  const say = useSay()
  const { locale } = usePreferences()
  return (
    <div className="door">
      <div className="door-side" aria-hidden>
        <Houses />
        <p className="door-words">
          {say('desk.door.first')}
          <br />
          {say('desk.door.second')}
        </p>
      </div>
      <main className="door-main">
        <div className="door-card">
          <p className="door-mark">
            <Mark />
            {say('product.name')}
          </p>
          <h1>{props.title}</h1>
          {props.children}
        </div>
        <p className="door-languages">
          {locales.map((each) => (
            <button
              key={each}
              type="button"
              className="plain-button"
              lang={each}
              aria-pressed={each === locale}
              onClick={() => choose({ locale: each })}
            >
              {localeNames[each]}
            </button>
          ))}
        </p>
      </main>
    </div>
  )
}
