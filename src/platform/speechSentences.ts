import { turnText, type Interview } from '../domain/interview.ts'
import { rangeOfCursor, type Cursor } from '../domain/playback/cursor.ts'
import type { Failure } from '../domain/playback/narrator.ts'
import type { NarratorRun } from './narratorRun.ts'
import type { SpeechCast } from './speechCast.ts'
import type { Saying, SpeechEngine, SpeechTrouble } from './speechEngine.ts'
import { LOCAL_LENGTH, reachedWord, REMOTE_LENGTH, speechPieces } from './speechPieces.ts'

/** How long a slider may rest before the sentence is said anew with the rate or volume it shows, in ms. */
const CHANGE_MS = 150
/** How often a sentence is said before the narrator gives up. */
const MOST_TRIES = 3

interface SentenceOptions {
  readonly run: NarratorRun
  readonly cast: SpeechCast
  readonly engine: SpeechEngine
  /** As they are at the moment. */
  loudness(): { readonly rate: number; readonly volume: number }
  /** Called at every word that the engine tells. */
  onWord(): void
  onFail(reason: Failure): void
}

/** Says the sentences of a run, each of them until it is said or nothing helps. */
export interface SpeechSentences {
  /** Says a sentence and those that follow; nothing for null. */
  begin(cursor: Cursor | null): void
  /** Says the current one anew, from where it is, when its rate, volume or voice is another now. */
  changeSoon(): void
  silence(): void
}

export function speechSentences(
  interview: Interview,
  { run, cast, engine, loudness, onWord, onFail }: SentenceOptions,
): SpeechSentences {
  /** From where the sentence is said if it has to be said anew, in its turn's text. */
  let offset = 0
  let isBegun = false
  let tries = 0
  let said: Saying | null = null
  let change: ReturnType<typeof setTimeout> | undefined

  const begin = (cursor: Cursor | null) => {
    if (!cursor) return
    offset = rangeOfCursor(interview, cursor)?.start ?? 0
    isBegun = false
    tries = 0
    sayRest()
  }

  /** Tells that the sentence began, once; false when no run is on any more. */
  const tellBegin = () => {
    if (isBegun) return run.generation !== null
    isBegun = true
    return run.tell({ kind: 'sentence', cursor: run.cursor })
  }

  /** Says the sentence from the offset on. */
  const sayRest = () => {
    const { cursor } = run
    const turn = interview.turns[cursor.turn]
    const range = rangeOfCursor(interview, cursor)
    if (!turn || !range) return
    const spoken = cast.voiceOf(turn.speaker)
    if (!spoken) return onFail('no-voices')
    const text = turnText(turn)
    const longest = spoken.voice.localService ? LOCAL_LENGTH : REMOTE_LENGTH
    const pieces = speechPieces(text, { start: offset, end: range.end }, longest)

    const sayPiece = (index: number) => {
      const piece = pieces[index]
      if (!piece) return begin(run.next())
      offset = piece.start
      // One space for each space or line break, so that offsets stay.
      const words = text.slice(piece.start, piece.end).trimEnd().replaceAll(/\s/g, ' ')
      said = { text: words, ...spoken, ...loudness() }
      engine.say(said, {
        onStart: tellBegin,
        onWord(at) {
          const word = reachedWord(text, piece, at)
          if (!word) return
          onWord()
          if (!tellBegin()) return
          offset = word.start
          run.tell({ kind: 'word', turn: cursor.turn, ...word })
        },
        onEnd() {
          if (tellBegin()) sayPiece(index + 1) // some engines tell the end only
        },
        onTrouble: (trouble) => recover(trouble, spoken.voice),
      })
    }
    sayPiece(0)
  }

  /** Says it again, with another voice if there is one; gives up on what no voice can mend. */
  const recover = (trouble: SpeechTrouble, voice: SpeechSynthesisVoice) => {
    tries += 1
    if (trouble === 'interrupted' || trouble === 'not-allowed') return onFail(trouble)
    if (tries >= MOST_TRIES) return onFail(trouble === 'lost' ? 'voice-died' : trouble)
    // What never began may have been lost on its way; what broke off wants another voice.
    const isReplaced = (trouble !== 'lost' || tries > 1) && cast.replace(voice)
    if (!isReplaced && tries > 1) return onFail(trouble === 'lost' ? 'voice-died' : trouble)
    sayRest()
  }

  /** A rate, volume or voice counts from the next utterance on. */
  const changeSoon = () => {
    clearTimeout(change)
    if (!said || run.generation === null) return
    change = setTimeout(() => {
      const turn = interview.turns[run.cursor.turn]
      if (!said || run.generation === null || !turn) return
      const { rate, volume } = loudness()
      const isSame = said.rate === rate && said.volume === volume && said.voice === cast.voiceOf(turn.speaker)?.voice
      if (!isSame) sayRest()
    }, CHANGE_MS)
  }

  return {
    begin,
    changeSoon,
    silence() {
      clearTimeout(change)
      said = null
      engine.silence()
    },
  }
}
