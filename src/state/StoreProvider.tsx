import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AppState, AppStore } from './store.ts'

const StoreContext = createContext<AppStore | null>(null)

/** Hands the store down to the views below it. */
export function StoreProvider({ store, children }: { store: AppStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The store itself, for effects that act on it or listen to it. @throws Error outside a StoreProvider. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useAppStore needs a StoreProvider above it')
  return store
}

/** What `selector` finds in the state; the component renders again when that changes. */
export function useApp<Selected>(selector: (state: AppState) => Selected): Selected {
  return useStore(useAppStore(), selector)
}
