import type { Interview } from '../domain/interview.ts'
import type { PartSources } from '../domain/ports.ts'
import { joinParts, walkParts, type PartsWalk } from '../domain/wholeOfParts.ts'

/** Where an interview comes from, also one that has parts. */
export interface WholeSources {
  loadInterview(id: string): Promise<Interview | null>
  readonly parts?: PartSources
}

/** An interview with all of its turns, of a long one all parts joined; null when there is none. @throws Error when some of it cannot be fetched. */
export async function loadWhole({ loadInterview, parts }: WholeSources, id: string): Promise<Interview | null> {
  const loaded = await loadInterview(id)
  if (!loaded?.part || !parts) return loaded
  let last: PartsWalk | null = null
  for await (const walk of walkParts(parts, { id: loaded.id, of: loaded.part.of })) last = walk
  const whole = last?.missing.length === 0 ? whatWasFetched(last) : null
  if (!whole) throw new Error(`Parts of ${id} could not be fetched: ${last?.missing.join(', ')}.`)
  return whole
}

/** What a walk has come to so far, as one interview; null while that is nothing. */
export function whatWasFetched({ parts: [first, ...more] }: PartsWalk): Interview | null {
  return first ? joinParts([first, ...more]) : null
}
