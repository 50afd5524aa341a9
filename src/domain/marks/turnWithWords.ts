import { turnText, type Interview } from '../interview.ts'
import type { QuoteSelector } from '../quote.ts'

/** The text of each turn with each run of white space as one space, made once for an interview. */
const texts = new WeakMap<Interview, readonly string[]>()

/**
 * The turn, by index, that words stand in letter by letter, white space aside, where only the interview is known. Of several the one
 * that the words around them tell, or else `hint`; null when there is none, or it is not sure which.
 */
export function turnWithWords(interview: Interview, selector: QuoteSelector, hint: number | null): number | null {
  let spacedTexts = texts.get(interview)
  if (!spacedTexts) texts.set(interview, (spacedTexts = interview.turns.map((turn) => spaced(turnText(turn)))))
  const exact = spaced(selector.exact).trim()
  const before = spaced(selector.prefix).trimEnd()
  const after = spaced(selector.suffix).trimStart()
  let best: number[] = []
  let most = 0
  for (const [index, text] of spacedTexts.entries()) {
    const fit = bestFit(text, { exact, before, after })
    if (fit === null || fit < most) continue
    best = fit > most ? [index] : [...best, index]
    most = fit
  }
  if (best.length === 1) return best[0]!
  return hint !== null && best.includes(hint) ? hint : null
}

interface WordsInContext {
  readonly exact: string
  readonly before: string
  readonly after: string
}

/** How many letters around the words are as they were, where they fit best in a text; null when they do not stand there. */
function bestFit(text: string, { exact, before, after }: WordsInContext): number | null {
  let best: number | null = null
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const left = text.slice(0, start).trimEnd()
    const right = text.slice(start + exact.length).trimStart()
    let fit = 0
    while (fit < before.length && before.at(-1 - fit) === left.at(-1 - fit)) fit += 1
    const fitBefore = fit
    while (fit - fitBefore < after.length && after[fit - fitBefore] === right[fit - fitBefore]) fit += 1
    best = Math.max(best ?? 0, fit)
  }
  return best
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
