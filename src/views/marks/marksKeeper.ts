import type { Mark } from '../../domain/marks/mark.ts'
import type { MarkStore, MarkTrouble } from '../../domain/marks/markStore.ts'
import type { AppStore } from '../../state/store.ts'

/** Changes the reader's marks. What cannot be kept stays on the page, and the trouble is noted. */
export interface MarksKeeper {
  put(marks: readonly Mark[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

const keepers = new WeakMap<AppStore, Promise<MarksKeeper>>()

/** The keeper of a page's marks; the first time all of them are loaded into its state. */
export function marksKeeper(store: AppStore): Promise<MarksKeeper> {
  let keeper = keepers.get(store)
  if (!keeper) keepers.set(store, (keeper = openKeeper(store)))
  return keeper
}

async function openKeeper(store: AppStore): Promise<MarksKeeper> {
  const kept = await store.getState().openMarks()
  /** When each mark was changed, as far as is known from what is kept. */
  const known = new Map<string, string>()
  /** Marks that could not be kept: they live as long as the page does. */
  const unkept = new Map<string, Mark>()
  /** How many changes were made here: what was read while one was made is read again when that is kept. */
  let changes = 0
  const load = async () => {
    const before = changes
    const { marks, trouble } = await kept.readAll()
    if (changes !== before) return
    for (const { id, changed } of marks) known.set(id, changed)
    const all = new Map([...marks.map((mark) => [mark.id, mark] as const), ...unkept])
    store
      .getState()
      .takeMarks(inOrder([...all.values()]), trouble ?? (unkept.size > 0 ? store.getState().markTrouble : null))
  }
  kept.subscribe(() => void load())
  await load()
  return {
    async put(marks) {
      const before = store.getState()
      const ids = new Set(marks.map(({ id }) => id))
      before.takeMarks(
        inOrder([...(before.marks ?? []).filter(({ id }) => !ids.has(id)), ...marks]),
        before.markTrouble,
      )
      changes += 1
      const toKeep = marks.map((mark) => ({ mark, known: known.get(mark.id) ?? null }))
      // The next change of the same mark finds this one kept, and is nobody else's.
      for (const { id, changed } of marks) known.set(id, changed)
      const trouble = await kept.put(toKeep)
      for (const each of toKeep) {
        const { id } = each.mark
        if (trouble === null) unkept.delete(id)
        else {
          unkept.set(id, each.mark)
          if (each.known === null) known.delete(id)
          else known.set(id, each.known)
        }
      }
      await settle(store, { kept, trouble, load })
    },
    async remove(ids) {
      const before = store.getState()
      before.takeMarks(
        (before.marks ?? []).filter(({ id }) => !ids.includes(id)),
        before.markTrouble,
      )
      changes += 1
      for (const id of ids) unkept.delete(id)
      await settle(store, { kept, trouble: await kept.remove(ids), load })
    },
  }
}

/** What is kept is what is shown; while nothing can be kept, what is shown stays. */
async function settle(
  store: AppStore,
  { trouble, load }: { readonly kept: MarkStore; readonly trouble: MarkTrouble | null; load(): Promise<void> },
): Promise<void> {
  if (trouble === null) await load()
  else store.getState().takeMarks(store.getState().marks ?? [], trouble)
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((one, other) => one.created.localeCompare(other.created) || one.id.localeCompare(other.id))
}
