import styles from './Choice.module.css'

interface ChoiceProps<Option extends string> {
  readonly legend: string
  readonly options: readonly Option[]
  readonly names: Readonly<Record<Option, string>>
  readonly chosen: Option
  /** Shown for every option instead of its name, in the size that its name says. */
  readonly letter?: string
  onChoose(option: Option): void
}

/** A few options side by side, of which one is chosen. */
export function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { legend, options, names, chosen, letter, onChoose } = props
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option} data-size={letter && option}>
            <input
              type="radio"
              name={`choice_${legend}`}
              value={option}
              checked={option === chosen}
              aria-label={names[option]}
              onChange={() => onChoose(option)}
            />
            <span aria-hidden>{letter ?? names[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
