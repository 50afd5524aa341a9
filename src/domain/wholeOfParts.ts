import type { Interview, InterviewId, Section } from './interview.ts'
import type { PartSources } from './ports.ts'

/** So many parts are fetched at a time: as many as browsers fetch at once from one server over HTTP/1.1. */
const AT_ONCE = 6

/** How far a walk through the parts of an interview has come. */
export interface PartsWalk {
  /** Those that were looked at, in order. */
  readonly parts: readonly Interview[]
  /** The numbers of those that could not be fetched. */
  readonly missing: readonly number[]
  readonly of: number
}

/** Fetches all parts of an interview, some at a time, and tells after each time how far it has come. Never throws. */
export async function* walkParts(
  sources: PartSources,
  { id, of }: { readonly id: InterviewId; readonly of: number },
): AsyncGenerator<PartsWalk> {
  const parts: Interview[] = []
  const missing: number[] = []
  for (let first = 1; first <= of; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, of - first + 1) }, (_, more) => first + more)
    // Some at a time, so that whoever no longer waits has not asked for all of them.
    // oxlint-disable-next-line no-await-in-loop
    const fetched = await Promise.allSettled(numbers.map((number) => sources.loadPart(id, number)))
    for (const [at, result] of fetched.entries()) {
      if (result.status === 'fulfilled') parts.push(result.value)
      else missing.push(first + at)
    }
    yield { parts: [...parts], missing: [...missing], of }
  }
}

const joined = new WeakMap<Interview, { readonly parts: readonly Interview[]; readonly whole: Interview }>()

/**
 * The parts of an interview, in order, as one: what is said in it, by whom and under which heading, not when. Where some are
 * left out it is what there is. The same parts give the same interview, so that what is prepared for it is kept.
 */
export function joinParts(parts: readonly [Interview, ...Interview[]]): Interview {
  const [first] = parts
  const known = joined.get(first)
  if (known?.parts.length === parts.length && parts.every((part, at) => part === known.parts[at])) return known.whole
  const { part: _, recording: __, aliases: ___, ...common } = first
  const aliases = Object.assign({}, ...parts.map((part) => part.aliases ?? {})) as NonNullable<Interview['aliases']> // each is one
  const whole: Interview = {
    ...common,
    turns: parts.flatMap(({ turns }) => turns),
    sections: joinedSections(parts),
    ...(Object.keys(aliases).length > 0 && { aliases }),
  }
  joined.set(first, { parts, whole })
  return whole
}

/** The index in the whole interview of a turn by its index in what `joinParts` made of some of its parts. */
export function indexInWhole(parts: readonly Interview[], turn: number): number {
  let before = 0
  for (const { turns, part } of parts) {
    if (turn < before + turns.length) return (part?.first ?? 0) + turn - before
    before += turns.length
  }
  return turn
}

function joinedSections(parts: readonly Interview[]): Section[] {
  const sections: Section[] = []
  let before = 0
  let last = 0
  for (const { sections: own, turns, part } of parts) {
    const isNext = (part?.number ?? 0) === last + 1
    for (const { heading, topic, start, end, isContinued } of own) {
      const open = isContinued && isNext ? sections.pop() : undefined
      sections.push({ heading, topic, start: open?.start ?? before + start, end: before + end })
    }
    before += turns.length
    last = part?.number ?? 0
  }
  return sections
}
