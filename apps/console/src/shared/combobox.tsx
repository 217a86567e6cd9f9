import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import './combobox.css'

export type Choice<T> = { key: string; value: T; label: ReactNode; group?: string }

type ComboboxProps<T> = {
  label: string
  text: string
  onText: (text: string) => void
  choices: readonly Choice<T>[]
  onChoose: (value: T) => void
  placeholder?: string
  /** Shown instead of choices: searching, nothing found. Absent when there is nothing to say. */
  hint?: ReactNode
  /** Said below the choices, such as a way to go on with what was typed. */
  foot?: ReactNode
  prefix?: ReactNode
  suffix?: ReactNode
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
  onEscape?: () => void
  /** Enter with nothing highlighted. */
  onEnter?: () => void
  className?: string
}

/**
 * A text box with choices under it, worked by arrows, Enter and Escape. The first choice is highlighted as soon as
 * there are any, so that typing and Enter suffice.
 */
export function Combobox<T>(props: ComboboxProps<T>) {
  const { choices, onChoose, onText, onEnter, onEscape, inputRef, label, text, hint, foot } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const shown = open && (choices.length > 0 || hint !== undefined || foot !== undefined)
  const active = choices[Math.min(at, choices.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const pick = (choice: Choice<T>) => {
    onChoose(choice.value)
    setOpen(false)
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (choices.length > 0) setAt((present) => (present + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (shown && active) pick(active)
      else onEnter?.()
    } else if (event.key === 'Escape') {
      if (shown) {
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
      } else onEscape?.()
    } else if (event.key === 'Tab') setOpen(false)
  }

  return (
    <div className={`combobox ${props.className ?? ''}`}>
      <span className="combobox-field">
        {props.prefix}
        <input
          ref={inputRef}
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={shown && active ? `${id}-${active.key}` : undefined}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the drawer opens at this box
          autoFocus={props.autoFocus}
          placeholder={props.placeholder}
          value={text}
          onChange={(event) => {
            onText(event.target.value)
            setOpen(true)
            setAt(0)
          }}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {props.suffix}
      </span>
      {shown && (
        // The list takes no focus: pressing in it must not close it before the press is done.
        <div className="combobox-panel" onMouseDown={(event) => event.preventDefault()}>
          <div role="listbox" id={`${id}-list`} aria-label={label} className="combobox-list" ref={list}>
            {choices.map((choice, index) => (
              <div key={choice.key} role="presentation">
                {choice.group !== undefined && choice.group !== choices[index - 1]?.group && (
                  <div className="combobox-group" role="presentation">
                    {choice.group}
                  </div>
                )}
                <div
                  id={`${id}-${choice.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={choice === active}
                  className="combobox-choice"
                  onClick={() => pick(choice)}
                  onKeyDown={() => undefined}
                >
                  {choice.label}
                </div>
              </div>
            ))}
          </div>
          {choices.length === 0 && hint !== undefined && <div className="combobox-hint">{hint}</div>}
          {foot !== undefined && <div className="combobox-foot">{foot}</div>}
        </div>
      )}
    </div>
  )
}
