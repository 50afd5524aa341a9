import type { Interview } from '../domain/interview.ts'
import type { Capabilities, Narrator } from '../domain/playback/narrator.ts'
import { ALL_RATES } from '../domain/playback/rates.ts'
import { sentencesOf } from '../domain/sentences.ts'
import { lateNarrator } from './lateNarrator.ts'

/**
 * What a reader does who is there: the program is to come before they press play, since browsers allow sound in a gesture.
 * Where it does not, nothing is said in the gesture, which lets iOS say something later (easy-speech, FAQ).
 */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown'] as const

/**
 * The narrator for an interview in this browser: its recording, else the browser's voices, else a reading pace. Its program
 * is loaded at the first sign of the reader; at once for a recording, whose element stands on the page.
 */
export function openNarrator(interview: Interview, wordsPerMinute: () => number): Narrator {
  return lateNarrator({
    capabilities: capabilitiesFor(interview),
    async load() {
      const { narratorFor } = await import('./narratorFor.ts')
      prepareSentences(interview)
      return narratorFor(interview, wordsPerMinute)
    },
    whenWanted(act) {
      if (interview.recording) {
        act()
        return () => {}
      }
      return atFirstSign(act)
    },
    claimSound() {
      if (!interview.recording && typeof speechSynthesis !== 'undefined')
        speechSynthesis.speak(new SpeechSynthesisUtterance(''))
    },
  })
}

/** What is to be expected, before voices were asked for. */
function capabilitiesFor({ recording }: Interview): Capabilities {
  const isAudible = recording !== undefined || typeof speechSynthesis !== 'undefined'
  return {
    isAudible,
    marksWords: recording?.words != null,
    hasVolume: isAudible,
    hasVoices: false,
    hasPace: !isAudible,
    keepsTime: recording !== undefined,
    rates: ALL_RATES,
    silentBecause: isAudible ? null : 'no-voices',
  }
}

/** The first segmenter of a page takes a browser long to make (Chromium 156: 20 ms), so it is made before it is needed. */
function prepareSentences({ language }: Interview): void {
  const prepare = () => void sentencesOf('', language)
  if (typeof requestIdleCallback === 'function') requestIdleCallback(prepare)
  else setTimeout(prepare, 0)
}

function atFirstSign(act: () => void): () => void {
  const stop = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, handleSign, { capture: true })
  }
  const handleSign = () => {
    stop()
    act()
  }
  for (const sign of SIGNS) window.addEventListener(sign, handleSign, { capture: true, passive: true })
  return stop
}
