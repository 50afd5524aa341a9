import { answerFrom, exchangeOf, partOf } from '../../../domain/exchanges.ts'
import { firstShown, shownFrom } from '../../../domain/folds.ts'
import type { Interview } from '../../../domain/interview.ts'
import { placeOfPath } from '../../../domain/link.ts'
import { outlineOf, pathOfEntry } from '../../../domain/outline.ts'
import type { MentionPlace, PartStart } from '../../../domain/part.ts'
import { oneTurn, stepTarget } from '../../../domain/steps.ts'
import { timelineOf, turnAtTime } from '../../../domain/timeline.ts'
import type { Beyond } from '../../../state/beyondSlice.ts'
import {
  atTurn,
  MAX_SEARCHED,
  partAt,
  shownIn,
  shownSection,
  throughParts,
  type Here,
  type PlaceInPart,
} from './shownParts.ts'

/** Finds the place that was asked for in its part, which is fetched; null when only its own page knows where it is, or nothing is. */
export async function placeBeyond(beyond: Beyond, here: Here): Promise<PlaceInPart | null> {
  const { interview, part, current, known, sources } = here
  const load = (number: number) => sources.loadPart(interview.id, number)
  switch (beyond.to) {
    case 'neighbour': {
      return throughParts(here, part.number + beyond.by, beyond.by, (neighbour, shown) => {
        const from = entryOf(neighbour, beyond)
        const entry = beyond.unit === 'exchange' ? exchangeOf(neighbour, from) : oneTurn(neighbour, from)
        return (entry && firstShown(shown, entry)) ?? stepTarget(neighbour, { ...beyond, from, shown })
      })
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
      const isOnward = beyond.index === 0 || (isNext && beyond.index < part.total - 1)
      return throughParts(beyond.isStep ? here : { ...here, lens: null }, number, isOnward ? 1 : -1, (found, shown) => {
        const at = beyond.index - (found.part?.first ?? 0)
        return shownFrom(shown, Math.max(0, Math.min(at, found.turns.length - 1)), isOnward ? 1 : -1)
      })
    }
    case 'time': {
      const starts = await sources.loadStarts(interview.id)
      const found = await load(numberAt(starts, ({ at }) => at <= beyond.seconds))
      return atTurn(found, turnAtTime(timelineOf(found), beyond.seconds))
    }
    case 'section':
      if (here.lens && beyond.by) return shownSection(here, beyond.entry, beyond.by)
      return inPart(await load(beyond.entry.part), pathOfEntry(interview, beyond.entry))
    case 'mention': {
      const mentions = await sources.loadMentions(interview.id, beyond.topic)
      const searched = new Set<number>()
      let from = part.first + current
      for (let left = mentions.length; left > 0 && searched.size < MAX_SEARCHED; left -= 1) {
        const mention = nextOf(mentions, from, beyond.by)
        if (!mention) return null
        searched.add(mention.part)
        const found = await partAt(here, mention.part)
        const at = mention.index - (found.part?.first ?? 0)
        if (shownIn(here, found)?.[at] ?? true) return atTurn(found, at)
        from = mention.index
      }
      return null
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

function inPart(interview: Interview, path: string): PlaceInPart | null {
  const place = placeOfPath(interview, path)
  return place && { interview, place }
}
