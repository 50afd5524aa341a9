import { turnText, type Interview } from '../domain/interview.ts'
import { compareCursors, rangeOfCursor, type Cursor } from '../domain/playback/cursor.ts'
import type { Capabilities, Narrator } from '../domain/playback/narrator.ts'
import { ALL_RATES, clampRate } from '../domain/playback/rates.ts'
import { isUnspaced, wordRangesOf } from '../domain/words.ts'
import { narratorListeners } from './narratorListeners.ts'
import { narratorRun } from './narratorRun.ts'
import { preciseTimer } from './preciseTimer.ts'

interface PaceOptions {
  /** How many words the reader reads in a minute, at the moment. */
  wordsPerMinute(): number
  /** Why it stands in for a voice; null when it was wanted. */
  readonly silentBecause: Capabilities['silentBecause']
}

/** A sentence without a word in it is looked at for as long as this many words. */
const WORDLESS = 1
/** A character of a script without spaces takes as long as this much of a word: 150 words in the time of 270 of them. */
const CHARACTER_SHARE = 150 / 270

/** Moves through the words at a reading pace, without a sound: a guide for the eye. */
export function pacedNarrator(interview: Interview, { wordsPerMinute, silentBecause }: PaceOptions): Narrator {
  const listeners = narratorListeners()
  const timer = preciseTimer()
  const run = narratorRun(interview, listeners.emit)
  let words: readonly { readonly start: number; readonly end: number; readonly share: number }[] = []
  let word = 0
  let isClosed = false

  const capabilities: Capabilities = {
    isAudible: false,
    marksWords: true,
    hasVolume: false,
    hasVoices: false,
    hasPace: true,
    keepsTime: false,
    rates: ALL_RATES,
    silentBecause,
  }

  /** Tells the word that is reached, and stays there for `seconds` at rate 1. */
  const stayAtWord = (seconds?: number) => {
    const at = words[word]
    if (at && !run.tell({ kind: 'word', turn: run.cursor.turn, start: at.start, end: at.end })) return
    timer.start(seconds ?? ((at?.share ?? WORDLESS) * 60) / wordsPerMinute(), () => {
      word += 1
      if (word < words.length) stayAtWord()
      else begin(run.next())
    })
  }

  const begin = (cursor: Cursor | null, from: { readonly word: number; readonly seconds?: number } = { word: 0 }) => {
    const range = cursor && rangeOfCursor(interview, cursor)
    const turn = cursor && interview.turns[cursor.turn]
    if (!range || !turn) return
    const text = turnText(turn).slice(range.start, range.end)
    words = wordRangesOf(text).map(({ start, end }) => ({
      start: range.start + start,
      end: range.start + end,
      share: isUnspaced(text.slice(start, end)) ? CHARACTER_SHARE : 1,
    }))
    word = from.word
    if (run.tell({ kind: 'sentence', cursor })) stayAtWord(from.seconds)
  }

  const pause = () => {
    run.end()
    timer.stop()
  }

  return {
    capabilities,
    play(next) {
      const rest = timer.rest()
      timer.stop()
      if (isClosed) return
      const isThere = next.isResumed && rest !== null && compareCursors(next.from, run.cursor) === 0
      run.start(next)
      begin(next.from, isThere ? { word, seconds: rest } : { word: 0 })
    },
    pause,
    stop() {
      pause()
      timer.forget()
    },
    stopBefore: run.stopBefore,
    setRate: (rate) => timer.setRate(clampRate(rate, ALL_RATES)),
    setVolume() {},
    voices: () => [],
    setVoices() {},
    sample() {},
    subscribe: listeners.subscribe,
    close() {
      pause()
      isClosed = true
      listeners.clear()
    },
  }
}
