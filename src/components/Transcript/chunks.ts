import type { Interview, Section } from '../../domain/interview.ts'

/**
 * How many turns are laid out together. A page lays out two or three chunks to show one turn: with 50 turns in each that takes
 * two to three times as long as with 20; with 10 it takes no less.
 */
export const CHUNK_TURNS = 20

/** A stretch of the transcript, from turn `start` up to but not including `end`. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** The sections whose headings stand in it. */
  readonly sections: readonly Section[]
}

/** Divides a transcript into chunks; each turn and each heading is in one of them, in order. */
export function chunksOf(interview: Interview): Chunk[] {
  const chunks: Chunk[] = []
  const sections = interview.sections.filter(({ isContinued }) => !isContinued)
  for (let start = 0; start < interview.turns.length; start += CHUNK_TURNS) {
    const end = Math.min(start + CHUNK_TURNS, interview.turns.length)
    chunks.push({ start, end, sections: sections.filter((each) => each.start >= start && each.start < end) })
  }
  return chunks
}
