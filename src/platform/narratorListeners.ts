import type { NarratorEvent } from '../domain/playback/narrator.ts'

/** Those who listen to a narrator. */
export interface NarratorListeners {
  emit(event: NarratorEvent): void
  subscribe(listener: (event: NarratorEvent) => void): () => void
  clear(): void
}

export function narratorListeners(): NarratorListeners {
  const listeners = new Set<(event: NarratorEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    clear: () => listeners.clear(),
  }
}
