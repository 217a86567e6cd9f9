import { Icon, type IconName } from '@zhanggui/ui'
import type { KeyboardEvent } from 'react'

type ChoicesProps<T extends string> = {
  label: string
  choices: readonly { value: T; label: string; icon?: IconName; key?: string; tone?: string | undefined }[]
  chosen: T | ''
  onChoose: (value: T) => void
}

/** A row of buttons of which one holds; numbers choose, arrows move. */
export function Choices<T extends string>({ label, choices, chosen, onChoose }: ChoicesProps<T>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = choices.findIndex((each) => each.value === chosen)
    const to =
      event.key === 'ArrowRight'
        ? Math.min(at + 1, choices.length - 1)
        : event.key === 'ArrowLeft'
          ? Math.max(at - 1, 0)
          : event.altKey
            ? -1
            : Number(event.key) - 1
    const next = choices[to]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next.value)
    event.currentTarget.querySelectorAll('button')[to]?.focus()
  }
  return (
    <div className="choices" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {choices.map((each, index) => (
        <button
          key={each.value}
          type="button"
          role="radio"
          aria-checked={each.value === chosen}
          tabIndex={each.value === chosen || (chosen === '' && index === 0) ? 0 : -1}
          data-tone={each.tone}
          onClick={() => onChoose(each.value)}
        >
          {each.icon && <Icon name={each.icon} />}
          {each.label}
          {each.key && <kbd aria-hidden>{each.key}</kbd>}
        </button>
      ))}
    </div>
  )
}
