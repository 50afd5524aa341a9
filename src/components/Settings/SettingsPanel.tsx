import { TEXT_SIZES, THEMES, type Preferences } from '../../domain/preferences.ts'
import styles from './SettingsPanel.module.css'

interface SettingsPanelProps {
  readonly preferences: Preferences
  onChange(change: Partial<Preferences>): void
}

const NAMES = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  larger: 'Larger',
  largest: 'Largest',
}

/** The reader's settings: text size, theme, and whether single characters are keys. */
export function SettingsPanel({ preferences, onChange }: SettingsPanelProps) {
  return (
    <>
      <Choice
        legend="Text size"
        options={TEXT_SIZES}
        chosen={preferences.textSize}
        onChoose={(textSize) => onChange({ textSize })}
      />
      <Choice legend="Theme" options={THEMES} chosen={preferences.theme} onChoose={(theme) => onChange({ theme })} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={preferences.hasCharacterKeys}
          onChange={(event) => onChange({ hasCharacterKeys: event.target.checked })}
        />
        Letter keys, such as j and k
      </label>
    </>
  )
}

interface ChoiceProps<Option extends keyof typeof NAMES> {
  readonly legend: string
  readonly options: readonly Option[]
  readonly chosen: Option
  onChoose(option: Option): void
}

function Choice<Option extends keyof typeof NAMES>({ legend, options, chosen, onChoose }: ChoiceProps<Option>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option} data-size={option}>
            <input
              type="radio"
              name={`settings_${legend}`}
              value={option}
              checked={option === chosen}
              aria-label={NAMES[option]}
              onChange={() => onChoose(option)}
            />
            <span aria-hidden>{legend === 'Text size' ? 'A' : NAMES[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
