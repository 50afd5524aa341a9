import type { Interview, Role } from '../domain/interview.ts'
import type { Voice, VoiceChoice } from '../domain/playback/narrator.ts'
import { chooseVoices, voicesFor, type SpeakerVoice } from './speechVoices.ts'
import type { VoiceList } from './voiceList.ts'

/** Who speaks with which voice, as the list, the reader's choice and dead voices change. */
export interface SpeechCast {
  /** Those of the interview's language, for the reader to choose from. */
  voices(): readonly Voice[]
  voiceOf(label: string): SpeakerVoice<SpeechSynthesisVoice> | null
  choose(kept: VoiceChoice): void
  /** Speaks without that voice from now on; false when there is no other, and it stays. */
  replace(voice: SpeechSynthesisVoice): boolean
  /** Gives every voice another chance: the list is new, or all have failed. */
  revive(): void
  firstOf(role: Role): string | null
}

export function speechCast({ language, speakers }: Interview, list: VoiceList): SpeechCast {
  const dead = new Set<string>()
  let kept: VoiceChoice = {}
  /** Worked out when it is asked for: lists of 13,000 voices come in pieces. */
  let cast: ReadonlyMap<string, SpeakerVoice<SpeechSynthesisVoice>> | null = null
  let able: readonly SpeechSynthesisVoice[] | null = null
  let ableOf: readonly SpeechSynthesisVoice[] | null = null

  const ableVoices = () => {
    const all = list.voices()
    if (!able || ableOf !== all) [able, ableOf, cast] = [voicesFor(all, language), all, null]
    return able
  }
  return {
    voices: () =>
      ableVoices().map(({ voiceURI, name, lang, localService }) => ({
        id: voiceURI,
        name,
        language: lang.replaceAll('_', '-'),
        isLocal: localService,
      })),
    voiceOf(label) {
      const alive = ableVoices().filter(({ voiceURI }) => !dead.has(voiceURI))
      cast ??= chooseVoices(alive, { language, speakers, kept })
      return cast.get(label) ?? null
    },
    choose(choice) {
      kept = choice
      cast = null
    },
    replace(voice) {
      if (!ableVoices().some(({ voiceURI }) => voiceURI !== voice.voiceURI && !dead.has(voiceURI))) return false
      dead.add(voice.voiceURI)
      cast = null
      return true
    },
    revive() {
      dead.clear()
      cast = null
    },
    firstOf: (role) => speakers.find((speaker) => speaker.role === role)?.label ?? null,
  }
}
