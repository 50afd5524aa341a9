import { questionOf, partOf } from '../domain/exchanges.ts'
import { speakerOf, textDirection, turnAt, type Interview } from '../domain/interview.ts'
import { MAX_RIBBON_SEGMENTS, ribbonOf, type RibbonSegment } from '../domain/library.ts'
import { excerpt, turnOfPlace, type Place } from '../domain/link.ts'
import { SITE_NAME } from './site.ts'
import { secondsOf, startOf, timelineOf } from '../domain/timeline.ts'
import { hueOf, sectionOf, topicById } from '../domain/topics.ts'

/** What a share image says, before anything is measured. Empty texts are left out. */
export interface ShareCard {
  readonly kind: 'interview' | 'topic' | 'question' | 'answer'
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The number of the topic's hue. */
  readonly hue: number
  /** The topic, or the heading of a section without one. */
  readonly label: string
  /** Who speaks: a name, or at the interview's own page all names. */
  readonly speaker: string
  /** What the reader is to read: the first words, or the interview's title. */
  readonly words: string
  /** Publication and short title. */
  readonly foot: string
  readonly ribbon: readonly RibbonSegment[]
  /** What of the ribbon the image is about, as shares of the whole; null for all of it. */
  readonly now: { readonly from: number; readonly to: number } | null
  /** What the image says, for those who do not see it. */
  readonly alt: string
}

/** More words than an image has room for, in UTF-16 code units; what does not fit is cut when it is drawn. */
const WORDS = 320
/** About as many as an image shows. */
const ALT_WORDS = 150
/** More names than one line holds. */
const NAMES = 6

const ribbons = new WeakMap<Interview, readonly RibbonSegment[]>()

function ribbonOnce(interview: Interview): readonly RibbonSegment[] {
  const ribbon = ribbons.get(interview) ?? ribbonOf(interview, MAX_RIBBON_SEGMENTS)
  ribbons.set(interview, ribbon)
  return ribbon
}

/** The share image of a place in an interview. Every word of it is the interview's own. */
export function shareCardOf(interview: Interview, place: Place): ShareCard {
  const { language, title, shortTitle, publication, speakers } = interview
  const common = { language, direction: textDirection(language), ribbon: ribbonOnce(interview) }
  const index = turnOfPlace(interview, place)
  if (place.kind === 'start' || index === null) {
    const names = speakers.slice(0, NAMES).map(({ name }) => name)
    return {
      ...common,
      kind: 'interview',
      hue: 0,
      label: publication,
      speaker: names.join(' · '),
      words: shortTitle,
      foot: title === shortTitle ? '' : title,
      now: null,
      alt: [publication, shortTitle, ...names].filter(Boolean).join(' · '),
    }
  }
  const section = sectionOf(interview, index)
  const isTopic = place.kind === 'topic'
  const shown = isTopic ? firstAnswer(interview, section) : index
  const turn = turnAt(interview, shown)
  const topic = section.topic && topicById(interview, section.topic)
  const label = topic ? topic.label : (section.heading ?? '')
  const speaker = speakerOf(interview, turn).name
  const isQuestion = partOf(interview, shown).role === 'interviewer'
  return {
    ...common,
    kind: isTopic ? 'topic' : isQuestion ? 'question' : 'answer',
    hue: hueOf(interview, section.topic),
    label,
    speaker,
    words: excerpt(turn, WORDS),
    foot: [publication, shortTitle].filter(Boolean).join(' · '),
    now: stretch(interview, isTopic ? section : { start: index, end: index + 1 }),
    alt: `${[label, speaker].filter(Boolean).join(' · ')}: ${excerpt(turn, ALT_WORDS)}`,
  }
}

/** The first turn of a section that answers a question; its first turn when none does. */
function firstAnswer(interview: Interview, { start, end }: { start: number; end: number }): number {
  for (let index = start; index < end; index += 1) if (questionOf(interview, index) !== null) return index
  return start
}

function stretch(interview: Interview, { start, end }: { start: number; end: number }) {
  const timeline = timelineOf(interview)
  const whole = startOf(timeline, interview.turns.length)
  const from = startOf(timeline, start) / whole
  return { from, to: from + secondsOf(timeline, { start, end }) / whole }
}

/** The image for pages that are not about one interview. Its ribbon is drawn after the site’s icon. */
export function siteCard(): ShareCard {
  const widths = [0.06, 0.12, 0.04, 0.14, 0.05, 0.13, 0.04, 0.12, 0.05, 0.13, 0.04, 0.08]
  let at = 0
  const ribbon = widths.map((width, index) => {
    const segment = { at, width, hue: (index >> 1) % 6, isQuestion: index % 2 === 0 }
    at += width
    return segment
  })
  return {
    kind: 'interview',
    language: 'en',
    direction: 'ltr',
    hue: 0,
    label: '',
    speaker: 'Interviews to read, step through and share',
    words: SITE_NAME,
    foot: '',
    ribbon,
    now: null,
    alt: SITE_NAME,
  }
}
