import type { MarkWish } from '../../state/marksSlice.ts'
import type { ToolName } from '../../state/toolSlice.ts'

/** What a key asks of the player. */
export type Command =
  | { readonly does: Step; readonly by: 1 | -1 }
  | { readonly does: 'stepToEnd'; readonly end: 'first' | 'last' }
  | { readonly does: 'jumpTopic'; readonly number: number }
  | { readonly does: 'openTool'; readonly tool: ToolName }
  | { readonly does: 'mark'; readonly what: MarkWish['what'] }
  | { readonly does: Action }

type Step = 'stepTurn' | 'stepAnswer' | 'stepSentence' | 'jumpSection' | 'jumpMention' | 'stepRate' | 'stepVolume'
type Action =
  | 'copyLink'
  | 'showKeys'
  | 'togglePlay'
  | 'pause'
  | 'playAgain'
  | 'toggleMuted'
  | 'showPlayingOptions'
  | 'showLenses'
  | 'toggleFocus'

const CHARACTERS: Readonly<Record<string, Command>> = {
  j: { does: 'stepTurn', by: 1 },
  k: { does: 'stepTurn', by: -1 },
  J: { does: 'stepAnswer', by: 1 },
  K: { does: 'stepAnswer', by: -1 },
  ']': { does: 'jumpSection', by: 1 },
  '[': { does: 'jumpSection', by: -1 },
  m: { does: 'jumpMention', by: 1 },
  M: { does: 'jumpMention', by: -1 },
  c: { does: 'copyLink' },
  '?': { does: 'showKeys' },
  p: { does: 'togglePlay' },
  r: { does: 'playAgain' },
  ',': { does: 'stepSentence', by: -1 },
  '.': { does: 'stepSentence', by: 1 },
  '<': { does: 'stepRate', by: -1 },
  '>': { does: 'stepRate', by: 1 },
  '-': { does: 'stepVolume', by: -1 },
  '+': { does: 'stepVolume', by: 1 },
  '=': { does: 'stepVolume', by: 1 }, // the same key without Shift
  '0': { does: 'toggleMuted' },
  o: { does: 'showPlayingOptions' },
  l: { does: 'showLenses' },
  f: { does: 'toggleFocus' },
  '/': { does: 'openTool', tool: 'search' },
  q: { does: 'openTool', tool: 'check' },
  g: { does: 'openTool', tool: 'marks' },
  b: { does: 'mark', what: 'keep' },
  h: { does: 'mark', what: 'highlight' },
  a: { does: 'mark', what: 'note' },
}

export interface KeyPress {
  /** As KeyboardEvent.key has it. */
  readonly key: string
  /** Ctrl, Alt or ⌘ is down; Shift, AltGr and Option are part of the key where they make a character of it. */
  readonly hasModifier: boolean
  readonly hasShift: boolean
  /** The focus is in a field, a slider, a menu or a dialog, which have keys of their own. */
  readonly isElsewhere: boolean
  readonly hasSelection: boolean
  readonly isRtl: boolean
  readonly hasCharacterKeys: boolean
  readonly isPlaying: boolean
}

/** What a key press asks for; null when it is not the player's. */
export function commandOfKey(press: KeyPress): Command | null {
  const { key, hasModifier, hasShift, isElsewhere, hasSelection, isRtl, hasCharacterKeys, isPlaying } = press
  if (hasModifier || isElsewhere) return null
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (hasShift || hasSelection) return null
    return { does: 'stepTurn', by: (key === 'ArrowRight') !== isRtl ? 1 : -1 }
  }
  if (key === 'Home' || key === 'End')
    return hasShift || hasSelection ? null : { does: 'stepToEnd', end: key === 'Home' ? 'first' : 'last' }
  // A silent page scrolls by Space, as readers are used to; nobody is startled by a voice.
  if (key === ' ') return isPlaying && !hasShift ? { does: 'pause' } : null
  if (!hasCharacterKeys) return null
  if (/^[1-9]$/.test(key)) return { does: 'jumpTopic', number: Number(key) }
  return Object.hasOwn(CHARACTERS, key) ? (CHARACTERS[key] ?? null) : null
}
