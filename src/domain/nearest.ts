import type { Interview, Turn } from './interview.ts'
import type { LibraryEntry } from './library.ts'

/** The turn whose id shares most words with a wrong one; null when none shares any. Ties go to the earlier turn. */
export function nearestTurn(interview: Interview, wrongId: string): Turn | null {
  return nearestById(interview.turns, wrongId)
}

/** The interview whose id shares most words with a wrong one; null when none shares any. */
export function nearestInterview(library: readonly LibraryEntry[], wrongId: string): LibraryEntry | null {
  return nearestById(library, wrongId)
}

function nearestById<Item extends { readonly id: string }>(items: readonly Item[], wrongId: string): Item | null {
  const wanted = new Set(wordsOfId(wrongId))
  let nearest: Item | null = null
  let most = 0
  for (const item of items) {
    const shared = wordsOfId(item.id).filter((word) => wanted.has(word)).length
    if (shared > most) {
      most = shared
      nearest = item
    }
  }
  return nearest
}

/** Ids are words joined by hyphens; in a wrong one they may be joined by anything. */
function wordsOfId(id: string): string[] {
  return id
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}
