import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/**
 * A view whose program is fetched when it is first drawn.
 *
 * @example lazyView(async () => (await import('./KeysSheet.tsx')).KeysSheet)
 */
export function lazyView<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }))
}
