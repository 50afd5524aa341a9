import {
  cursorOfKeptPlace,
  formatKeptPlaces,
  parseKeptPlaces,
  withKeptPlace,
  type KeptPlace,
} from '../domain/keptPlaces.ts'
import { indexOfTurn, turnAt, type Interview, type TurnId } from '../domain/interview.ts'
import type { Platform } from '../domain/ports.ts'
import { selectCurrentTurn } from './selectors.ts'
import type { AppState, AppStore } from './store.ts'

/** A place that was come to so long ago is worth keeping, in ms: stepping past turns is not stopping at them. */
const REST_MS = 1000

/**
 * Remembers where the reader stopped in each interview, and offers it when they open the interview at its start again;
 * never over a link's own place. Returns the way to stop it.
 */
export function keepPlaces(
  store: AppStore,
  { places: storage, onLeave }: Pick<Platform, 'places' | 'onLeave'>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let pending: (() => void) | null = null

  const flush = () => {
    clearTimeout(timer)
    pending?.()
    pending = null
  }
  const keep = (interview: Interview, place: KeptPlace) => {
    clearTimeout(timer)
    pending = () => {
      // Read anew each time: other tabs write too.
      const places = parseKeptPlaces(storage.read())
      const isWorthIt = cursorOfKeptPlace(interview, place) !== null
      storage.write(formatKeptPlaces(withKeptPlace(places, interview.id, isWorthIt ? place : null)))
    }
    timer = setTimeout(flush, REST_MS)
  }
  const offer = ({ interview, visit, offerToContinue }: AppState) => {
    const place = interview && visit.place.kind === 'start' && parseKeptPlaces(storage.read()).get(interview.id)
    const cursor = place && cursorOfKeptPlace(interview, place)
    if (!interview || !place) return
    const { isPlayed } = place
    if (cursor) offerToContinue({ cursor, turn: turnAt(interview, cursor.turn).id, isPlayed })
    else if (interview.part && indexOfTurn(interview, place.turn) === null)
      offerToContinue({ cursor: null, turn: place.turn as TurnId, isPlayed }) // it was one when it was kept
  }

  offer(store.getState())
  const stop = store.subscribe((state, before) => {
    const { interview, visit, playback } = state
    if (interview !== before.interview) {
      flush()
      return offer(state)
    }
    const current = selectCurrentTurn(state)
    const isMoved = visit !== before.visit || playback.cursor !== before.playback.cursor
    if (!interview || !isMoved || current === null) return
    const isPlayed = playback.phase.kind !== 'idle' && playback.cursor.turn === current
    keep(interview, {
      turn: turnAt(interview, current).id,
      sentence: isPlayed ? playback.cursor.sentence : 0,
      isPlayed,
    })
  })
  const stopListening = onLeave(flush)
  return () => {
    stop()
    flush()
    stopListening()
  }
}
