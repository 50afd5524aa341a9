import { turnAt, type Interview, type TurnId } from '../domain/interview.ts'
import { pathOfPlace, START, type Place } from '../domain/link.ts'
import { MAX_WHOLE_TURNS } from '../domain/part.ts'
import { Parts } from '../domain/parts.ts'
import type { Around } from '../views/interview/GlimpseView.tsx'
import { INTERVIEWS_FOLDER } from './library.ts'

/** A page of a long interview. */
export interface LongPage {
  /** From the site's root. */
  readonly path: string
  readonly place: Place
  /** The number of the part that the player shows there. */
  readonly part: number
  /** What stands on the page: the part, or a turn of it with a few round it. */
  readonly shown: Interview
  /** Where the text goes on; null for the page of the interview itself, which is made with the player. */
  readonly around: Around | null
  /** Whether the page is one of very many, and is to say no more than it has to. */
  readonly isSmall: boolean
}

/** True for an interview that is published part by part. */
export function isLong({ turns }: Interview): boolean {
  return turns.length > MAX_WHOLE_TURNS
}

/** A file of data of a long interview by its path in the site, as its text; undefined when there is none. */
export function longDataFile(interviews: readonly Interview[], path: string): string | undefined {
  for (const interview of interviews.filter(isLong))
    if (path.startsWith(`${INTERVIEWS_FOLDER}/${interview.id}/`))
      for (const { data } of longPages(interview))
        for (const [file, value] of data) if (file === path) return JSON.stringify(value)
  return undefined
}

/**
 * What is published of a long interview, one part after the other, so that never more than one of them is held: its pages, and
 * its data by path in the site. A part is shown whole at the addresses that lead to its beginning and to its topics.
 */
export function* longPages(whole: Interview): Generator<{ pages: LongPage[]; data: [file: string, value: unknown][] }> {
  const parts = new Parts(whole)
  const folder = `${INTERVIEWS_FOLDER}/${whole.id}`
  yield {
    pages: [],
    data: [
      [`${folder}/parts/index.json`, parts.list()],
      ...Array.from(
        parts.mentions(),
        ([topic, mentions]) => [`${folder}/mentions/${topic}.json`, mentions] as [string, unknown],
      ),
    ],
  }
  for (let number = 1; number <= parts.starts.length; number += 1) {
    const part = parts.part(number)
    const first = parts.starts[number - 1] ?? 0
    const firstTurn = turnAt(part, 0).id
    const around = { earlier: part.part?.previous ?? null, later: part.part?.next ?? null, part: null }
    const pageAt = (place: Place): LongPage => {
      const path = pathOfPlace(whole, place)
      return { path, place, part: number, shown: part, around: place.kind === 'start' ? null : around, isSmall: false }
    }
    const pages = number === 1 ? [pageAt(START)] : []
    for (const { topic, isContinued } of part.sections)
      if (topic && !isContinued) pages.push(pageAt({ kind: 'topic', topic }))
    pages.push(pageAt({ kind: 'turn', turn: firstTurn }))
    for (let position = 1; position < part.turns.length; position += 1) {
      const shown = parts.glimpse(first + position)
      const start = shown.part?.first ?? 0
      const earlier = whole.turns[start - 1]?.id ?? null
      const later = whole.turns[start + shown.turns.length]?.id ?? null
      const page = pageAt({ kind: 'turn', turn: turnAt(part, position).id })
      pages.push({ ...page, shown, around: { earlier, later, part: firstTurn }, isSmall: true })
    }
    // The page at a former id says what the page of its turn says, whose address it names as its own.
    const byTurn = new Map(pages.map((page) => [page.place.kind === 'turn' ? page.place.turn : null, page]))
    for (const [former, turn] of Object.entries(part.aliases ?? {})) {
      const page = byTurn.get(turn)
      const formerId = former as TurnId // it was one once, and stands in the ledger as one
      if (page) pages.push({ ...page, path: pathOfPlace(whole, { kind: 'turn', turn: formerId }) })
    }
    yield { pages, data: [[`${folder}/parts/${number}.json`, part]] }
  }
}
