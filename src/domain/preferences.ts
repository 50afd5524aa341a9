import type { VoiceChoice } from './playback/narrator.ts'
import { DEFAULT_OPTIONS, PAUSES, SCOPES, type PlaybackOptions } from './playback/plan.ts'
import { RATES } from './playback/rates.ts'

/** How a reader likes to read. Kept on their machine. */
export interface Preferences {
  readonly theme: Theme
  readonly textSize: TextSize
  /** Whether single characters are keys (WCAG 2.1.4 asks that they can be turned off); arrows always are. */
  readonly hasCharacterKeys: boolean
  readonly listening: Listening
}

/** How a reader likes it to be played. Where to stop and being muted are of one sitting, and not kept. */
export interface Listening extends Pick<PlaybackOptions, 'scope' | 'pauseAfter'> {
  /** One of RATES. */
  readonly rate: number
  /** From 0 to 1. */
  readonly volume: number
  /** The pace where nothing sounds. */
  readonly wordsPerMinute: number
  /** The chosen voices, by the primary subtag of a language: `en`. */
  readonly voices: Readonly<Record<string, VoiceChoice>>
}

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** From small to large; the sizes themselves stand in tokens.css. */
export const TEXT_SIZES = ['small', 'medium', 'large', 'larger', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** Paces to choose from, in words a minute. Silent readers of English: 175 to 300, 238 on average (Brysbaert 2019). */
export const PACES = [100, 130, 160, 200, 240, 280, 320, 400] as const

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  textSize: 'medium',
  hasCharacterKeys: true,
  listening: {
    rate: 1,
    volume: 1,
    scope: DEFAULT_OPTIONS.scope,
    pauseAfter: DEFAULT_OPTIONS.pauseAfter,
    wordsPerMinute: 200,
    voices: {},
  },
}

/** Reads kept preferences; whatever is missing, damaged or from another version is the default. Never throws. */
export function parsePreferences(kept: string | null): Preferences {
  let value: unknown
  try {
    value = JSON.parse(kept ?? '{}')
  } catch {
    return DEFAULT_PREFERENCES // not JSON: somebody else's text, or half of ours
  }
  const { theme, textSize, hasCharacterKeys, listening } = fieldsOf(value)
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_PREFERENCES.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? DEFAULT_PREFERENCES.textSize,
    hasCharacterKeys: typeof hasCharacterKeys === 'boolean' ? hasCharacterKeys : DEFAULT_PREFERENCES.hasCharacterKeys,
    listening: parseListening(fieldsOf(listening)),
  }
}

function parseListening({ rate, volume, scope, pauseAfter, wordsPerMinute, voices }: Fields): Listening {
  const usual = DEFAULT_PREFERENCES.listening
  return {
    rate: RATES.find((known) => known === rate) ?? usual.rate,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : usual.volume,
    scope: SCOPES.find((known) => known === scope) ?? usual.scope,
    pauseAfter: PAUSES.find((known) => known === pauseAfter) ?? usual.pauseAfter,
    wordsPerMinute: PACES.find((known) => known === wordsPerMinute) ?? usual.wordsPerMinute,
    voices: Object.fromEntries(
      Object.entries(fieldsOf(voices))
        .slice(0, MOST_LANGUAGES)
        .map(([language, choice]) => [language, parseChoice(fieldsOf(choice))]),
    ),
  }
}

/** More languages than anybody listens to: what is kept by somebody else's program must not grow without end. */
const MOST_LANGUAGES = 100

function parseChoice({ interviewer, guest }: Fields): VoiceChoice {
  return {
    ...(typeof interviewer === 'string' && { interviewer }),
    ...(typeof guest === 'string' && { guest }),
  }
}

type Fields = Readonly<Record<string, unknown>>

/** The fields of a value that may be anything; none when it is no object. */
function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {} // any object may be read by its keys
}

export function formatPreferences(preferences: Preferences): string {
  return JSON.stringify(preferences)
}

/** The key of a language's voices: `en` for `en-GB`. */
export function voicesKey(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? ''
}
