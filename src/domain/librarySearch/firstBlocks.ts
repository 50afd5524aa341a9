import { hashOf } from '../fingerprintWords.ts'
import type { InterviewId } from '../interview.ts'
import { formatBlocks, parseBlockList } from './blockList.ts'
import { parsedObject } from './searchBlock.ts'

interface Owner {
  readonly id: InterviewId
}

/**
 * Writes at which block each interview begins.
 *
 * @param owners the interviews that have blocks, in order
 * @param firsts their first blocks, rising
 */
export function formatFirstBlocks(owners: readonly Owner[], firsts: readonly number[]): string {
  return JSON.stringify({ of: hashOfIds(owners), firsts: formatBlocks(firsts) })
}

/** Reads what `formatFirstBlocks` wrote; null when it is nothing of the kind, or tells of other interviews. */
export function parseFirstBlocks(text: string, owners: readonly Owner[], total: number): readonly number[] | null {
  const file = parsedObject(text)
  if (typeof file?.['firsts'] !== 'string' || file['of'] !== hashOfIds(owners)) return null
  const firsts = parseBlockList(file['firsts'], total)
  return firsts === 'everywhere' || firsts?.length !== owners.length ? null : firsts
}

/** The list of the interviews and their index may be of two builds: then a block would be taken for that of another interview. */
function hashOfIds(owners: readonly Owner[]): number {
  return hashOf(owners.map(({ id }) => id).join('\n'))
}
