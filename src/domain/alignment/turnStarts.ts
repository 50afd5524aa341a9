import { spokenSeconds } from '../timeline.ts'

/**
 * When each turn begins and the last one ends, from the turns that say when. The others are put between them as their
 * words take time; turns before the first of them begin at 0, those behind the last take as long as their words.
 *
 *     said:     –      10 s     –      –     40 s     –
 *     begins:   0      10 s   20 s   30 s    40 s   45 s
 */
export function turnStartsFrom(
  texts: readonly string[],
  said: readonly (number | null)[],
): { readonly turns: readonly number[]; readonly end: number } {
  const turns: number[] = []
  let waiting: number[] = [] // how long the turns take that begin at `from` or behind it
  let from = 0
  const place = (until: number | null) => {
    const whole = waiting.reduce((sum, seconds) => sum + seconds, 0)
    const pace = until === null || whole === 0 ? 1 : (until - from) / whole
    let at = from
    for (const seconds of waiting) {
      turns.push(at)
      at += seconds * pace
    }
    return at
  }
  texts.forEach((text, index) => {
    const seconds = said[index] ?? null
    if (seconds !== null) {
      place(seconds)
      waiting = []
      from = seconds
    }
    waiting.push(spokenSeconds(text))
  })
  const end = place(null)
  return { turns, end }
}
