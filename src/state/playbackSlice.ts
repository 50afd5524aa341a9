import type { StateCreator } from 'zustand'
import type { Interview, Role } from '../domain/interview.ts'
import { turnOfPlace } from '../domain/link.ts'
import { playbackReducer } from '../domain/playback.ts'
import { commandsBetween, obey, volumeOf } from '../domain/playback/commands.ts'
import type { Cursor } from '../domain/playback/cursor.ts'
import type { Narrator, NarratorEvent, OpenNarrator, Voice, VoiceChoice } from '../domain/playback/narrator.ts'
import type { PlaybackOptions } from '../domain/playback/plan.ts'
import { voicesKey, type Listening } from '../domain/preferences.ts'
import { initialPlayback, NO_NARRATOR, runOf, type Playback, type PlaybackEvent } from '../domain/playback/state.ts'
import type { AppState } from './store.ts'

export interface PlaybackSlice {
  readonly playback: Playback
  /** The voices that the reader can choose from, the best first; empty until playing is prepared, and without voices. */
  readonly voices: readonly Voice[]
  /** Whether the line that is being said is kept in sight. */
  readonly isFollowing: boolean
  setFollowing(isFollowing: boolean): void
  /** Opens the narrator, so that it is known what it can do. Playing does it too. */
  preparePlayback(): void
  /** Plays from a place; without one goes on, the first time from the reader's place. */
  play(from?: Cursor): void
  pause(): void
  togglePlay(): void
  /** Falls silent for good: the reader leaves. */
  stopPlaying(): void
  playAgain(): void
  stepSentence(by: 1 | -1): void
  /** Goes to a turn's beginning or a sentence; what is silent stays silent. */
  movePlayback(to: Cursor): void
  choosePlayback(options: Partial<PlaybackOptions>): void
  setRate(rate: number): void
  stepRate(by: 1 | -1): void
  setVolume(volume: number): void
  stepVolume(by: 1 | -1): void
  /** The reader's pace where nothing sounds, in words a minute. */
  setPace(wordsPerMinute: number): void
  toggleMuted(): void
  /** The voice for a part, kept for the interview's language; null to have one chosen. */
  chooseVoice(role: Role, voice: string | null): void
  /** Lets the reader hear a voice; what plays is paused. */
  sampleVoice(role: Role): void
}

const VOLUME_STEP = 0.1

interface Opened {
  readonly interview: Interview
  readonly narrator: Narrator
}

export const createPlaybackSlice =
  ({
    openNarrator,
  }: {
    readonly openNarrator: OpenNarrator
  }): StateCreator<AppState & PlaybackSlice, [], [], PlaybackSlice> =>
  (set, get, store) => {
    let opened: Opened | null = null

    const close = () => {
      opened?.narrator.close()
      opened = null
    }

    const narratorOf = (interview: Interview): Narrator => {
      if (opened?.interview === interview) return opened.narrator
      close()
      const narrator = openNarrator(interview, () => get().preferences.listening.wordsPerMinute)
      opened = { interview, narrator }
      narrator.setVoices(voicesOf(interview, get().preferences.listening))
      narrator.setRate(get().playback.rate)
      narrator.setVolume(volumeOf(get().playback))
      const hear = (event: NarratorEvent) => {
        if (event.kind === 'changed') set({ voices: narrator.voices() })
        send({ kind: 'narrator', event })
      }
      narrator.subscribe(hear)
      hear({ kind: 'changed', capabilities: narrator.capabilities })
      return narrator
    }

    const send = (event: PlaybackEvent) => {
      const { interview, playback } = get()
      if (!interview) return
      const after = playbackReducer(interview, playback, event)
      if (after === playback) return
      set({ playback: after })
      const commands = commandsBetween(playback, after)
      if (opened) obey(opened.narrator, commands)
    }

    const prepare = () => {
      const { interview } = get()
      if (interview) narratorOf(interview)
    }

    const play = (from?: Cursor) => {
      const { interview, playback, visit } = get()
      if (!interview) return
      narratorOf(interview)
      const start = from ?? (playback.phase.kind === 'idle' ? startOf(interview, playback, visit.place) : undefined)
      send(start ? { kind: 'play', from: start } : { kind: 'play' })
    }

    const keep = (change: Partial<Listening>) =>
      get().prefer({ listening: { ...get().preferences.listening, ...change } })

    /** Plays as is kept: once that is restored, and when another tab has changed it. */
    const adopt = (kept: Listening, before: Listening) => {
      const { rate, volume, scope, pauseAfter } = kept
      if (rate !== get().playback.rate) send({ kind: 'setRate', rate })
      if (volume !== before.volume && volume !== get().playback.volume) send({ kind: 'setVolume', volume })
      const { options } = get().playback
      if (scope !== options.scope || pauseAfter !== options.pauseAfter)
        send({ kind: 'choose', options: { scope, pauseAfter } })
      if (opened && kept.voices !== before.voices) opened.narrator.setVoices(voicesOf(opened.interview, kept))
    }
    store.subscribe(({ preferences }, before) => {
      if (preferences.listening !== before.preferences.listening)
        adopt(preferences.listening, before.preferences.listening)
    })

    // Nothing of one interview goes on in another.
    store.subscribe(({ interview, playback, preferences }, before) => {
      if (interview === before.interview) return
      close()
      const { rate, volume, scope, pauseAfter } = preferences.listening
      const { capabilities, isMuted, generation, options } = playback
      const kept = { rate, volume, isMuted, generation, options: { ...options, scope, pauseAfter } }
      set({ playback: initialPlayback(capabilities, kept), voices: [] })
    })

    return {
      playback: initialPlayback(NO_NARRATOR),
      voices: [],
      isFollowing: true,
      setFollowing: (isFollowing) => set({ isFollowing }),
      preparePlayback: prepare,
      play,
      pause: () => send({ kind: 'pause' }),
      togglePlay: () => (runOf(get().playback) ? send({ kind: 'pause' }) : play()),
      stopPlaying: () => send({ kind: 'stop' }),
      playAgain() {
        if (get().playback.phase.kind === 'idle') return play()
        prepare()
        send({ kind: 'again' })
      },
      stepSentence: (by) => send({ kind: 'step', unit: 'sentence', by }),
      movePlayback: (to) => send({ kind: 'jump', to }),
      choosePlayback(options) {
        send({ kind: 'choose', options })
        const { scope, pauseAfter } = get().playback.options
        keep({ scope, pauseAfter })
      },
      setRate(rate) {
        send({ kind: 'setRate', rate })
        keep({ rate: get().playback.rate })
      },
      stepRate(by) {
        send({ kind: 'stepRate', by })
        keep({ rate: get().playback.rate })
      },
      setVolume(volume) {
        send({ kind: 'setVolume', volume })
        keep({ volume: get().playback.volume })
      },
      stepVolume(by) {
        const { volume, isMuted } = get().playback
        get().setVolume(Math.round(((isMuted ? 0 : volume) + by * VOLUME_STEP) * 100) / 100)
      },
      setPace: (wordsPerMinute) => keep({ wordsPerMinute }),
      toggleMuted: () => send({ kind: 'mute', isMuted: !get().playback.isMuted }),
      chooseVoice(role, voice) {
        const { interview, preferences } = get()
        if (!interview) return
        const { [role]: _, ...others } = voicesOf(interview, preferences.listening)
        const choice = voice === null ? others : { ...others, [role]: voice }
        keep({ voices: { ...preferences.listening.voices, [voicesKey(interview.language)]: choice } })
      },
      sampleVoice(role) {
        prepare()
        send({ kind: 'pause' })
        opened?.narrator.sample(role)
      },
    }
  }

function voicesOf({ language }: Interview, { voices }: Listening): VoiceChoice {
  return voices[voicesKey(language)] ?? {}
}

/** From where it plays at first: the sentence that was left, if it is in the reader's turn, else the turn's beginning. */
function startOf(interview: Interview, { cursor }: Playback, place: AppState['visit']['place']): Cursor {
  const turn = turnOfPlace(interview, place) ?? 0
  return cursor.turn === turn ? cursor : { turn, sentence: 0 }
}
