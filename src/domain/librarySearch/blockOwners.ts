import { hashOf } from '../fingerprintWords.ts'
import type { InterviewId } from '../interview.ts'
import { formatBlocks, parseBlockList } from './blockList.ts'
import { parsedObject } from './searchBlock.ts'

/** Which blocks are of which interview, of those interviews that have any. */
export interface BlockOwners {
  /** By interview its first block, rising. */
  readonly firsts: readonly number[]
  /** The blocks that begin within a turn, which the block before each begins; rising. */
  readonly goingOn: readonly number[]
}

interface Owner {
  readonly id: InterviewId
}

/** Writes which blocks are of which interview, for those interviews that have any, in order. */
export function formatBlockOwners(library: readonly Owner[], { firsts, goingOn }: BlockOwners): string {
  return JSON.stringify({ of: hashOfIds(library), firsts: formatBlocks(firsts), goingOn: formatBlocks(goingOn) })
}

/** Reads what `formatBlockOwners` wrote; null when it is nothing of the kind, or tells of other interviews. */
export function parseBlockOwners(text: string, library: readonly Owner[], total: number): BlockOwners | null {
  const file = parsedObject(text)
  if (file?.['of'] !== hashOfIds(library)) return null
  const [firsts, goingOn] = [file['firsts'], file['goingOn']].map((list) =>
    typeof list === 'string' ? parseBlockList(list, total) : null,
  )
  if (!firsts || !goingOn || firsts === 'everywhere' || goingOn === 'everywhere') return null
  return firsts.length === library.length ? { firsts, goingOn } : null
}

/** The list of the interviews and their index may be of two builds: then a block would be taken for that of another interview. */
function hashOfIds(library: readonly Owner[]): number {
  return hashOf(library.map(({ id }) => id).join('\n'))
}
