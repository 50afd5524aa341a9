import type { TextRange } from './quote.ts'

/** A full stop after one of these ends no sentence. Titles and places as newspapers write them, and initials. */
const ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:Dr|Mr|Mrs|Ms|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Hon|Rev|vs|No|approx|(?:\p{Lu}\.)*\p{Lu})\.\s*$/u

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of a text, in order and without gaps, each with the white space behind it (Unicode UAX #29). What that
 * divides after a title or an initial is put together again: "Dr. Carter", "U.S. foreign policy".
 */
export function sentencesOf(text: string, language: string): TextRange[] {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
    segmenters.set(language, segmenter)
  }
  const sentences: { start: number; end: number }[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const last = sentences.at(-1)
    if (last && ABBREVIATION.test(text.slice(Math.max(last.start, last.end - ABBREVIATION_LENGTH), last.end)))
      last.end = index + segment.length
    else sentences.push({ start: index, end: index + segment.length })
  }
  return sentences
}

/** How much of the end of a sentence is looked at, in UTF-16 code units: longer than any abbreviation. */
const ABBREVIATION_LENGTH = 16
