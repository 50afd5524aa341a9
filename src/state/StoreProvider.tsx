import { createContext, useContext, useState, type ReactNode } from 'react'
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

/**
 * The store for what is drawn. How far playing has come, and the turn that it took the place to, are drawn in a task of their
 * own: saying comes first, and both in one take too long on slow machines.
 */
function drawnStore({ getState, getInitialState, subscribe }: AppStore): DrawnStore {
  const waiting = new Set<() => void>()
  const later = laterTask(() => {
    const all = [...waiting]
    waiting.clear()
    for (const draw of all) draw()
  })
  return {
    getState,
    getInitialState,
    subscribe(listener) {
      const draw = () => listener(getState(), getState())
      const stop = subscribe((state, before) => {
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

/** Whether playing alone may have changed the state. */
function isOfPlaying({ playback, visit }: AppState, before: AppState): boolean {
  return playback.phase !== before.playback.phase || (visit !== before.visit && visit.by === 'playing')
}
