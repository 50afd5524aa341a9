import type { Baggage } from '../../../domain/address.ts'
import { resolveFingerprint } from '../../../domain/fingerprint.ts'
import { passagesOf } from '../../../domain/fingerprintIndex.ts'
import { turnAt, turnText, type Interview } from '../../../domain/interview.ts'
import { excerpt } from '../../../domain/link.ts'
import { findQuote, type QuoteSelector } from '../../../domain/quote.ts'
import { parseQuote } from '../../../domain/quoteAddress.ts'
import { resolveQuote } from '../../../domain/resolveQuote.ts'
import type { Landing, TurnRange } from '../../../state/linkSlice.ts'

/** What a link led to. */
export interface Settled {
  /** The turn, by index; null when nothing is sure. */
  readonly turn: number | null
  readonly landing: Landing | null
  readonly marked: TurnRange | null
}

/**
 * Finds what a link means in the interview as it is today. `turn` is the turn that its path names, by index, null when
 * the interview has none of that id. A path is trusted over a fingerprint that is unsure, since an id is never given to
 * other words; a fingerprint whose words are unchanged is trusted over a path.
 */
export function settleLink(interview: Interview, turn: number | null, baggage: Baggage): Settled {
  const passages = passagesOf(interview)
  const selector = baggage.quote === null ? null : parseQuote(baggage.quote)
  const found =
    baggage.fingerprint === null ? null : resolveFingerprint(passages, baggage.fingerprint, turn ?? undefined)
  const isDamaged =
    baggage.isDamaged || (baggage.quote !== null && !selector) || (baggage.fingerprint !== null && !found)
  const known = found?.kind === 'exact' ? found.turn : (turn ?? (found?.kind === 'edited' ? found.turn : null))
  const isEdited = found !== null && found.kind !== 'exact'

  if (known === null) {
    const elsewhere = selector && resolveQuote(passages, baggage.fingerprint, selector)
    if (elsewhere?.kind === 'found') return inTurn(interview, elsewhere.turn, { selector, isEdited, isDamaged })
    if (!found && !selector) return { turn: null, landing: { kind: 'damaged' }, marked: null }
    const candidates = [elsewhere, found].flatMap((each) => (each?.kind === 'gone' ? each.candidates : []))
    const ids = [...new Set(candidates)].slice(0, MOST_CANDIDATES).map((each) => turnAt(interview, each).id)
    return { turn: null, landing: { kind: 'gone', words: wordsOfSelector(selector), candidates: ids }, marked: null }
  }
  if (selector && !findQuote(turnText(turnAt(interview, known)), selector)) {
    // The words may have moved to the next turn when this one was divided.
    const moved = resolveQuote(passages, baggage.fingerprint, selector, known)
    if (moved.kind === 'found') return inTurn(interview, moved.turn, { selector, isEdited, isDamaged })
  }
  return inTurn(interview, known, { selector, isEdited, isDamaged })
}

const MOST_CANDIDATES = 3
/** How much of a turn stands beside words that are not in it any more, in UTF-16 code units. */
const MOST_SHOWN = 400

interface Carried {
  readonly selector: QuoteSelector | null
  readonly isEdited: boolean
  readonly isDamaged: boolean
}

function inTurn(interview: Interview, index: number, { selector, isEdited, isDamaged }: Carried): Settled {
  const turn = turnAt(interview, index)
  const text = turnText(turn)
  const range = selector && findQuote(text, selector)
  const marked = range && { turn: turn.id, start: range.start, end: range.end }
  const areWordsChanged = selector !== null && !range?.isExact
  const edited: Landing = {
    kind: 'edited',
    turn: turn.id,
    before: areWordsChanged ? wordsOfSelector(selector) : null,
    now: areWordsChanged ? (range ? text.slice(range.start, range.end) : excerpt(turn, MOST_SHOWN)) : null,
  }
  const landing =
    areWordsChanged || (isEdited && !selector) ? edited : isDamaged ? ({ kind: 'damaged' } as const) : null
  return { turn: index, landing, marked }
}

function wordsOfSelector(selector: QuoteSelector | null): string | null {
  if (!selector) return null
  return selector.last ? `${selector.exact} […] ${selector.last.exact}` : selector.exact
}
