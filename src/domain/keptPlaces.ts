import { indexOfTurn, type Interview } from './interview.ts'
import { clampCursor, type Cursor } from './playback/cursor.ts'

/** Where a reader stopped in an interview. */
export interface KeptPlace {
  /** The id of the turn. */
  readonly turn: string
  /** The sentence of the turn, from 0. */
  readonly sentence: number
  /** They listened, and did not only read. */
  readonly isPlayed: boolean
}

/** By the id of an interview; the one that was left last is the last. */
export type KeptPlaces = ReadonlyMap<string, KeptPlace>

/** So many interviews are remembered: a thousand turns of storage at most, whatever a reader opens. */
const MOST_INTERVIEWS = 200
const MOST_CHARACTERS = 200

/** Reads kept places; whatever is damaged or of another version is left out. Never throws. */
export function parseKeptPlaces(kept: string | null): KeptPlaces {
  let value: unknown
  try {
    value = JSON.parse(kept ?? '[]')
  } catch {
    return new Map() // not JSON: somebody else's text, or half of ours
  }
  const places = new Map<string, KeptPlace>()
  for (const entry of Array.isArray(value) ? value : []) {
    const [id, turn, sentence, isPlayed] = Array.isArray(entry) ? (entry as unknown[]) : []
    const isName = (name: unknown): name is string => typeof name === 'string' && name.length <= MOST_CHARACTERS
    if (isName(id) && isName(turn) && typeof sentence === 'number' && Number.isInteger(sentence) && sentence >= 0)
      places.set(id, { turn, sentence, isPlayed: isPlayed === true })
  }
  return places
}

export function formatKeptPlaces(places: KeptPlaces): string {
  const entries = Array.from(places, ([id, { turn, sentence, isPlayed }]) => [id, turn, sentence, isPlayed])
  return JSON.stringify(entries.slice(-MOST_INTERVIEWS))
}

/** The same places with another for one interview; null forgets it. */
export function withKeptPlace(places: KeptPlaces, id: string, place: KeptPlace | null): KeptPlaces {
  const changed = new Map(places)
  changed.delete(id)
  if (place) changed.set(id, place)
  return changed
}

/** Where that is in the interview as it is today; null when the turn is gone, or when there is nothing to go on with. */
export function cursorOfKeptPlace(interview: Interview, { turn, sentence }: KeptPlace): Cursor | null {
  const index = indexOfTurn(interview, interview.aliases?.[turn] ?? turn)
  const { first = 0, total = interview.turns.length } = interview.part ?? {}
  if (index === null || first + index === 0 || first + index === total - 1) return null
  return clampCursor(interview, { turn: index, sentence })
}
