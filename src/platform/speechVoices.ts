import type { Role, Speaker } from '../domain/interview.ts'
import type { VoiceChoice } from '../domain/playback/narrator.ts'

/** What is to know of a browser's voice (SpeechSynthesisVoice). */
export type EngineVoice = Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang' | 'localService' | 'default'>

/** How a speaker sounds: `pitch` is a factor of the voice's own, 1 when nobody else has this voice. */
export interface SpeakerVoice<Voice extends EngineVoice = EngineVoice> {
  readonly voice: Voice
  readonly pitch: number
}

/** Voices that macOS has for fun, and old ones: understood with effort. From the names in its settings (macOS 14). */
const ODD_VOICE =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Fred|Good News|Hysterical|Jester|Junior|Kathy|Organ|Pipe Organ|Princess|Ralph|Superstar|Trinoids|Whisper|Wobble|Zarvox)\b/
/** Names that makers give to their better voices. */
const GOOD_VOICE = /\b(?:Premium|Enhanced|Natural|Neural|Siri)\b/i

/**
 * Pitches for speakers that share a voice, so that they can be told apart: near enough to 1 to sound like a person, at
 * least a fifth of an octave from each other.
 */
const SHARED_PITCHES = [1, 0.85, 1.15, 0.75, 1.3] as const

/**
 * A tag's language and region as the CLDR has them, the likeliest region where the tag names none: `en` is `en-US`. Android
 * says `en_US`, espeak `cmn` for `zh`. What is no tag is taken at its word.
 */
function localeOf(tag: string): { language: string; region: string } {
  const plain = tag.replaceAll('_', '-')
  try {
    const { language, region = '' } = new Intl.Locale(plain).maximize()
    return { language, region }
  } catch {
    return { language: plain.toLowerCase(), region: '' }
  }
}

/**
 * The voices that speak a language, the best first, each once: speech-dispatcher has every voice in some hundred variants
 * ("English+Alicia"), of which the plain one stays, or the first.
 */
export function voicesFor<Voice extends EngineVoice>(voices: readonly Voice[], language: string): Voice[] {
  const wanted = localeOf(language)
  const locales = new Map([...new Set(voices.map(({ lang }) => lang))].map((lang) => [lang, localeOf(lang)]))
  const plain = new Map<string, Voice>()
  for (const voice of voices) {
    if (locales.get(voice.lang)?.language !== wanted.language) continue
    const key = `${voice.lang} ${baseName(voice)}`
    const known = plain.get(key)
    if (!known || (isVariant(known) && !isVariant(voice))) plain.set(key, voice)
  }
  // Safari calls every voice the default, Android none: it only decides between voices that are else alike.
  const rank = (voice: Voice) =>
    (ODD_VOICE.test(voice.name) ? 0 : 16) +
    (locales.get(voice.lang)?.region === wanted.region ? 8 : 0) +
    (voice.localService ? 4 : 0) + // needs no network, and does not stall
    (GOOD_VOICE.test(voice.name) ? 2 : 0) +
    (voice.default ? 1 : 0)
  return [...plain.values()].toSorted((one, other) => rank(other) - rank(one))
}

function baseName({ name }: EngineVoice): string {
  return name.split('+')[0] ?? name
}

function isVariant({ name }: EngineVoice): boolean {
  return name.includes('+')
}

interface Casting {
  readonly language: string
  readonly speakers: readonly Pick<Speaker, 'label' | 'role'>[]
  /** What the reader chose; a voice that is not there (any more) is chosen for them. */
  readonly kept: VoiceChoice
}

/**
 * A voice for each speaker, by label: the reader's choice first, then the best that nobody has yet, the guest's first,
 * who talks most. Where there are too few, speakers share one at different pitches. Empty without a voice of the language.
 */
export function chooseVoices<Voice extends EngineVoice>(
  voices: readonly Voice[],
  { language, speakers, kept }: Casting,
): Map<string, SpeakerVoice<Voice>> {
  const able = voicesFor(voices, language)
  const cast = new Map<string, SpeakerVoice<Voice>>()
  if (able.length === 0) return cast
  const uses = new Map<Voice, number>()
  const give = (label: string, voice: Voice) => {
    const use = uses.get(voice) ?? 0
    uses.set(voice, use + 1)
    cast.set(label, { voice, pitch: SHARED_PITCHES[use % SHARED_PITCHES.length] ?? 1 })
  }
  const isFirst = ({ label, role }: { label: string; role: Role }) =>
    speakers.find((speaker) => speaker.role === role)?.label === label
  for (const speaker of speakers) {
    const chosen = able.find(({ voiceURI }) => voiceURI === kept[speaker.role])
    if (chosen && isFirst(speaker)) give(speaker.label, chosen)
  }
  for (const role of ['guest', 'interviewer'] as const)
    for (const speaker of speakers) {
      if (speaker.role !== role || cast.has(speaker.label)) continue
      const fewest = Math.min(...able.map((voice) => uses.get(voice) ?? 0))
      give(
        speaker.label,
        able.find((voice) => (uses.get(voice) ?? 0) === fewest)!,
      ) // one has the fewest
    }
  return cast
}
