import { useId, type ReactNode } from 'react'
import './choice.css'

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string; icon?: ReactNode }[]
  onChoose: (value: T) => void
  /** `chips` stand in rows with their icons, `parts` share one line, `list` one under another. */
  look?: 'chips' | 'parts' | 'list'
}

/** One of several, all to be seen; radio buttons to the keyboard and the screen reader. */
export const Choice = <T extends string>({
  label,
  value,
  options,
  onChoose,
  look = 'parts',
}: ChoiceProps<T>) => {
  const name = useId()
  return (
    <fieldset className="r-choice" data-look={look}>
      <legend className="zg-unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-chosen={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.icon}
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
