import { formatPreferences, parsePreferences } from '../domain/preferences.ts'
import type { Storage } from '../domain/ports.ts'
import type { AppStore } from './store.ts'

/** Restores kept preferences, keeps every change, and follows those of other tabs. Returns the way to stop it. */
export function persistPreferences(store: AppStore, storage: Storage): () => void {
  const restore = () => store.getState().restorePreferences(parsePreferences(storage.read()))
  restore()
  const stopKeeping = store.subscribe(({ preferences }, before) => {
    const kept = formatPreferences(preferences)
    if (preferences !== before.preferences && kept !== storage.read()) storage.write(kept)
  })
  const stopFollowing = storage.subscribe(restore)
  return () => {
    stopKeeping()
    stopFollowing()
  }
}
