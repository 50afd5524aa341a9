import { answerFrom, exchangeOf, partOf } from '../../../domain/exchanges.ts'
import type { Interview } from '../../../domain/interview.ts'
import { placeOfPath, type Place } from '../../../domain/link.ts'
import { outlineOf, pathOfEntry } from '../../../domain/outline.ts'
import type { MentionPlace, Part, PartStart } from '../../../domain/part.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { timelineOf, turnAtTime } from '../../../domain/timeline.ts'
import type { Beyond } from '../../../state/beyondSlice.ts'

/** A place in a part of an interview. */
export interface PlaceInPart {
  readonly interview: Interview
  readonly place: Place
}

interface Here {
  /** The part that is open. */
  readonly interview: Interview
  readonly part: Part
  /** The current turn in it, by index; -1 above the first. */
  readonly current: number
  /** All parts that were open so far. */
  readonly known: readonly Interview[]
  readonly sources: PartSources
}

/** Finds the place that was asked for in its part, which is fetched; null when only its own page knows where it is, or nothing is. */
export async function placeBeyond(beyond: Beyond, here: Here): Promise<PlaceInPart | null> {
  const { interview, part, current, known, sources } = here
  const load = (number: number) => sources.loadPart(interview.id, number)
  switch (beyond.to) {
    case 'neighbour': {
      const neighbour = await load(part.number + beyond.by)
      return atTurn(neighbour, entryOf(neighbour, beyond))
    }
    case 'turn': {
      const isNext = beyond.index >= part.first
      const number =
        beyond.index === 0
          ? 1
          : beyond.index === part.total - 1
            ? part.of
            : beyond.index === part.first - 1 || beyond.index === part.first + interview.turns.length
              ? part.number + (isNext ? 1 : -1)
              : numberAt(await sources.loadStarts(interview.id), ({ first }) => first <= beyond.index)
      const found = await load(number)
      return atTurn(found, beyond.index - (found.part?.first ?? 0))
    }
    case 'time': {
      const starts = await sources.loadStarts(interview.id)
      const found = await load(numberAt(starts, ({ at }) => at <= beyond.seconds))
      return atTurn(found, turnAtTime(timelineOf(found), beyond.seconds))
    }
    case 'section':
      return inPart(await load(beyond.entry.part), pathOfEntry(interview, beyond.entry))
    case 'mention': {
      const mention = nextOf(await sources.loadMentions(interview.id, beyond.topic), part.first + current, beyond.by)
      if (!mention) return null
      const found = mention.part === part.number ? interview : await load(mention.part)
      return atTurn(found, mention.index - (found.part?.first ?? 0))
    }
    case 'path': {
      for (const each of known) {
        const place = placeOfPath(each, beyond.path)
        if (place) return { interview: each, place }
      }
      const number = numberOfPath(here, beyond.path)
      return number === null ? null : inPart(await load(number), beyond.path)
    }
  }
}

/** The number of the part that an address is in, as far as it can be told from the part that is open. */
function numberOfPath({ interview, part }: Here, path: string): number | null {
  const isAt = (turn: string | null) => turn !== null && path.endsWith(`/${encodeURIComponent(turn)}/`)
  if (isAt(part.next)) return part.number + 1
  if (isAt(part.previous)) return part.number - 1
  if (/^\/interviews\/[^/]*\/$/.test(path)) return 1
  return outlineOf(interview).find((entry) => pathOfEntry(interview, entry) === path)?.part ?? null
}

/** Where a step over the border of a part leads in the neighbour. */
function entryOf(neighbour: Interview, { unit, by }: { unit: 'turn' | 'answer' | 'exchange'; by: 1 | -1 }): number {
  const last = neighbour.turns.length - 1
  if (unit === 'exchange') return by > 0 ? 0 : exchangeOf(neighbour, last).start
  if (unit === 'turn') return by > 0 ? 0 : last
  const isFirst = by > 0 && partOf(neighbour, 0).role === 'guest'
  return isFirst ? 0 : (answerFrom(neighbour, by > 0 ? 0 : last + 1, by) ?? (by > 0 ? 0 : last))
}

/** The last part that begins at or before something, by its number. */
function numberAt(starts: readonly PartStart[], isBefore: (start: PartStart) => boolean): number {
  return Math.max(starts.findLastIndex(isBefore), 0) + 1
}

function nextOf(mentions: readonly MentionPlace[], from: number, by: 1 | -1): MentionPlace | undefined {
  return by > 0
    ? (mentions.find(({ index }) => index > from) ?? mentions[0])
    : (mentions.findLast(({ index }) => index < from) ?? mentions.at(-1))
}

function atTurn(interview: Interview, index: number): PlaceInPart | null {
  const turn = interview.turns[index]
  return turn ? { interview, place: { kind: 'turn', turn: turn.id } } : null
}

function inPart(interview: Interview, path: string): PlaceInPart | null {
  const place = placeOfPath(interview, path)
  return place && { interview, place }
}
