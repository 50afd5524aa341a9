/** Words longer than this are compared by their beginnings only, in UTF-16 code units. */
const COMPARED_LENGTH = 40
/** How many known words are compared at most, so that a long list of wrong words takes no long time. */
const COMPARED_WORDS = 200

/** The known word that a misspelt one is most like; null when it is like none (more than a third of it differs). */
export function nearestOf(wrong: string, known: readonly string[]): string | null {
  const from = wrong.slice(0, COMPARED_LENGTH).toLowerCase()
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(from.length / 3)) + 1
  for (const word of known.slice(0, COMPARED_WORDS)) {
    const steps = stepsBetween(from, word.slice(0, COMPARED_LENGTH).toLowerCase())
    if (steps < least) {
      least = steps
      nearest = word
    }
  }
  return nearest
}

/** How many letters must be added, dropped or changed to get from one word to another (Levenshtein's distance). */
function stepsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
