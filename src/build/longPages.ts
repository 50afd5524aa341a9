import { turnAt, type Interview, type TurnId } from '../domain/interview.ts'
import { pathOfPlace, START, type Place } from '../domain/link.ts'
import { MAX_REPEATED_TURNS, MAX_WHOLE_TURNS } from '../domain/part.ts'
import { Parts } from '../domain/parts.ts'
import type { Around } from '../views/interview/GlimpseView.tsx'
import { INTERVIEWS_FOLDER } from './library.ts'

/** A page of a long interview. */
export interface LongPage {
  /** From the site's root. */
  readonly path: string
  readonly place: Place
  /** The number of the part that the player shows there; null where it shows the whole interview. */
  readonly part: number | null
  /** What stands on the page: all that the player shows there, a part, or a turn with a few round it. */
  readonly shown: Interview
  /** Where the text goes on; null for a page that is made with the player, such as that of the interview itself. */
  readonly around: Around | null
  /** Whether the page is one of very many, so that its head is to say no more than it has to. */
  readonly isSmall: boolean
}

/** True for an interview whose turns have pages that do not hold all of it. */
export function isLong({ turns }: Interview): boolean {
  return turns.length > MAX_REPEATED_TURNS
}

/** True for a long interview that is so long that the player, too, shows it part by part. */
export function isInParts({ turns }: Interview): boolean {
  return turns.length > MAX_WHOLE_TURNS
}

/** A file of data of a long interview by its path in the site, as its text; undefined when there is none. */
export function longDataFile(interviews: readonly Interview[], path: string): string | undefined {
  for (const interview of interviews.filter(isInParts))
    if (path.startsWith(`${INTERVIEWS_FOLDER}/${interview.id}/`))
      for (const { data } of longPages(interview))
        for (const [file, value] of data) if (file === path) return JSON.stringify(value)
  return undefined
}

/**
 * What is published of a long interview, one part after the other, so that never more than one of them is held: its pages, and
 * its data by path in the site. A part stands whole at the addresses that lead to its topics and, where the player shows it by
 * itself, to its beginning.
 */
export function* longPages(whole: Interview): Generator<{ pages: LongPage[]; data: [file: string, value: unknown][] }> {
  const parts = new Parts(whole)
  const isCut = isInParts(whole)
  const folder = `${INTERVIEWS_FOLDER}/${whole.id}`
  if (isCut) yield { pages: [], data: sharedData(folder, parts) }
  for (let number = 1; number <= parts.starts.length; number += 1) {
    const part = parts.part(number)
    const first = parts.starts[number - 1] ?? 0
    const pageOf = (place: Place, shown: Interview, around: Around | null): LongPage => ({
      path: pathOfPlace(whole, place),
      place,
      part: isCut ? number : null,
      shown,
      around,
      isSmall: isCut && shown !== part,
    })
    const pages = number === 1 ? [pageOf(START, isCut ? part : whole, null)] : []
    const aroundPart = { earlier: part.part?.previous ?? null, later: part.part?.next ?? null }
    const whollyAt = (turn: TurnId) => ({ path: `${pathOfPlace(whole, START)}#${turn}`, isWhole: true })
    for (const { topic, start, isContinued } of part.sections) {
      if (!topic || isContinued) continue
      const place: Place = { kind: 'topic', topic }
      const more = isCut ? null : whollyAt(turnAt(part, start).id)
      const isAll = !isCut && parts.starts.length === 1
      pages.push(isAll ? pageOf(place, whole, null) : pageOf(place, part, { ...aroundPart, more }))
    }
    const partPath = pathOfPlace(whole, { kind: 'turn', turn: turnAt(part, 0).id })
    for (const [position, { id }] of part.turns.entries()) {
      const place: Place = { kind: 'turn', turn: id }
      if (isCut && position === 0) pages.push(pageOf(place, part, { ...aroundPart, more: null }))
      else {
        const shown = parts.glimpse(first + position)
        const start = shown.part?.first ?? 0
        const earlier = whole.turns[start - 1]?.id ?? null
        const later = whole.turns[start + shown.turns.length]?.id ?? null
        const more = isCut ? { path: partPath, isWhole: false } : whollyAt(id)
        pages.push(pageOf(place, shown, { earlier, later, more }))
      }
    }
    // The page at a former id says what the page of its turn says, whose address it names as its own.
    const byTurn = new Map(pages.map((page) => [page.place.kind === 'turn' ? page.place.turn : null, page]))
    for (const [former, turn] of Object.entries(part.aliases ?? {})) {
      const page = byTurn.get(turn)
      const formerId = former as TurnId // it was one once, and stands in the ledger as one
      if (page) pages.push({ ...page, path: pathOfPlace(whole, { kind: 'turn', turn: formerId }) })
    }
    yield { pages, data: isCut ? [[`${folder}/parts/${number}.json`, part]] : [] }
  }
}

/** What all parts of an interview share: where each begins, and what mentions each topic. */
function sharedData(folder: string, parts: Parts): [file: string, value: unknown][] {
  const mentions = [...parts.mentions()]
  return [
    [`${folder}/parts/index.json`, parts.list()],
    ...mentions.map(([topic, places]): [string, unknown] => [`${folder}/mentions/${topic}.json`, places]),
  ]
}
