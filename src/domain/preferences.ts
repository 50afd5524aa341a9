/** How a reader likes to read. Kept on their machine. */
export interface Preferences {
  readonly theme: Theme
  readonly textSize: TextSize
  /** Whether single characters are keys (WCAG 2.1.4 asks that they can be turned off); arrows always are. */
  readonly hasCharacterKeys: boolean
}

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** From small to large; the sizes themselves stand in tokens.css. */
export const TEXT_SIZES = ['small', 'medium', 'large', 'larger', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const DEFAULT_PREFERENCES: Preferences = { theme: 'system', textSize: 'medium', hasCharacterKeys: true }

/** Reads kept preferences; whatever is missing, damaged or from another version is the default. Never throws. */
export function parsePreferences(kept: string | null): Preferences {
  let value: unknown
  try {
    value = JSON.parse(kept ?? '{}')
  } catch {
    return DEFAULT_PREFERENCES // not JSON: somebody else's text, or half of ours
  }
  if (typeof value !== 'object' || value === null) return DEFAULT_PREFERENCES
  const { theme, textSize, hasCharacterKeys } = value as Record<string, unknown> // any object may be read by its keys
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_PREFERENCES.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? DEFAULT_PREFERENCES.textSize,
    hasCharacterKeys: typeof hasCharacterKeys === 'boolean' ? hasCharacterKeys : DEFAULT_PREFERENCES.hasCharacterKeys,
  }
}

export function formatPreferences(preferences: Preferences): string {
  return JSON.stringify(preferences)
}
