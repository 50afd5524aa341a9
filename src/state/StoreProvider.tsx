import { createContext, useContext, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { laterTask } from './laterTask.ts'
import type { AppState, AppStore } from './store.ts'

const StoreContext = createContext<{ readonly store: AppStore; readonly drawn: DrawnStore } | null>(null)

type DrawnStore = Pick<AppStore, 'getState' | 'getInitialState' | 'subscribe'>

/** Hands the store down to the views below it. */
export function StoreProvider({ store, children }: { store: AppStore; children: ReactNode }) {
  const [stores] = useState(() => ({ store, drawn: drawnStore(store) }))
  return <StoreContext value={stores}>{children}</StoreContext>
}

function useStores() {
  const stores = useContext(StoreContext)
  if (!stores) throw new Error('useAppStore needs a StoreProvider above it')
  return stores
}

/** The store itself, for effects that act on it or listen to it. @throws Error outside a StoreProvider. */
export function useAppStore(): AppStore {
  return useStores().store
}

/** What `selector` finds in the state; the component renders again when that changes. */
export function useApp<Selected>(selector: (state: AppState) => Selected): Selected {
  return useStore(useStores().drawn, selector)
}

/** What playing changes is drawn for so long in one task, in milliseconds; what is left is drawn in the next. */
const DRAWN_MS = 8

/**
 * The store for what is drawn. How far playing has come, and the turn that it took the place to, are drawn in tasks of their
 * own, view by view: saying comes first, and all in one take too long on slow machines.
 */
function drawnStore({ getState, getInitialState, subscribe }: AppStore): DrawnStore {
  const waiting = new Set<() => void>()
  const later = laterTask(() => {
    const start = performance.now()
    const { isFocused } = getState()
    for (const draw of waiting) {
      if (performance.now() - start > DRAWN_MS && !isFocused) return later()
      waiting.delete(draw)
      // The stage is drawn and brought into view as one.
      if (isFocused) draw()
      else flushSync(draw)
    }
  })
  return {
    getState,
    getInitialState,
    subscribe(listener) {
      const draw = () => listener(getState(), getState())
      const stop = subscribe((state, before) => {
        if (state.sight !== before.sight) return // nobody draws it, and it hurries nothing
        if (!isOfPlaying(state, before) || state.interview !== before.interview) return draw()
        waiting.add(draw)
        later()
      })
      return () => {
        stop()
        waiting.delete(draw)
      }
    },
  }
}

/** Whether it may be playing that changed the state, or a narrator that said what it can do. */
function isOfPlaying(state: AppState, before: AppState): boolean {
  return (
    state.playback.phase !== before.playback.phase ||
    state.playback.capabilities !== before.playback.capabilities ||
    state.voices !== before.voices ||
    (state.visit !== before.visit && state.visit.by === 'playing')
  )
}
