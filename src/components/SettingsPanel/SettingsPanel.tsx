import { TEXT_SIZES, THEMES, type Preferences } from '../../domain/preferences.ts'
import { Check } from '../Choice/Check.tsx'
import { Choice } from '../Choice/Choice.tsx'

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
        names={NAMES}
        chosen={preferences.textSize}
        onChoose={(textSize) => onChange({ textSize })}
        letter="A"
      />
      <Choice
        legend="Theme"
        options={THEMES}
        names={NAMES}
        chosen={preferences.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <Check isOn={preferences.hasCharacterKeys} onChange={(hasCharacterKeys) => onChange({ hasCharacterKeys })}>
        Letter keys, such as j and k
      </Check>
    </>
  )
}
