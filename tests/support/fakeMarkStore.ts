import type { Mark } from '../../src/domain/marks/mark.ts'
import type { MarkStore, MarkTrouble } from '../../src/domain/marks/markStore.ts'
import { mergedMark } from '../../src/domain/marks/mergeMarks.ts'

export interface FakeMarkStore extends MarkStore {
  readonly kept: Map<string, Mark>
  /** What goes wrong with everything that is asked of it. */
  trouble: MarkTrouble | null
  /** Keeps a mark as another tab does. */
  putElsewhere(mark: Mark): void
}

/** Marks in memory; while something is wrong, nothing is kept. */
export function fakeMarkStore(): FakeMarkStore {
  const kept = new Map<string, Mark>()
  const listeners = new Set<() => void>()
  const store: FakeMarkStore = {
    kept,
    trouble: null,
    readAll: () => Promise.resolve({ marks: store.trouble === null ? [...kept.values()] : [], trouble: store.trouble }),
    put(toKeep) {
      if (store.trouble === null)
        for (const each of toKeep) kept.set(each.mark.id, mergedMark(kept.get(each.mark.id) ?? null, each))
      return Promise.resolve(store.trouble)
    },
    remove(ids) {
      if (store.trouble === null) for (const id of ids) kept.delete(id)
      return Promise.resolve(store.trouble)
    },
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    putElsewhere(mark) {
      kept.set(mark.id, mark)
      for (const onChange of listeners) onChange()
    },
  }
  return store
}
