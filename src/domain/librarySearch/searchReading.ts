import type { InterviewId } from '../interview.ts'
import type { SearchSource, StopSignal } from '../ports.ts'
import { inAny, parseBlockList, type BlockList } from './blockList.ts'
import { parseBlockOwners, type BlockOwners } from './blockOwners.ts'
import {
  byteLength,
  MAX_BLOCK_BYTES,
  MAX_OWNERS_BYTES,
  MAX_QUERY_BYTES,
  MAX_SHARD_BYTES,
  MAX_TABLE_BYTES,
} from './limits.ts'
import { isCount, parsedObject, readBlock, type SearchBlock } from './searchBlock.ts'
import { blockFile, OWNERS_FILE, interviewFile, MANIFEST_FILE, shardFile, tableFile } from './searchFolder.ts'
import type { SoughtTerm } from './terms.ts'
import { BEGUN } from './wordIndex.ts'

/** What the manifest says of the whole search. */
export interface Manifest {
  readonly interviews: number
  readonly blocks: number
  /** By table of shards, what its keys begin at. */
  readonly keys: readonly string[]
}

/** Blocks that follow one another. */
export interface BlockSpan {
  readonly first: number
  readonly count: number
}

/** Reads the files of the search for one query, and counts their bytes: it loads no more than a query may. */
export class SearchReading {
  readonly #source: SearchSource
  readonly #signal: StopSignal
  /** So many bytes are loaded. */
  bytes = 0

  constructor(source: SearchSource, signal: StopSignal) {
    this.#source = source
    this.#signal = signal
  }

  /** How many more blocks may be loaded. */
  get roomForBlocks(): number {
    return Math.floor((MAX_QUERY_BYTES - this.bytes) / MAX_BLOCK_BYTES)
  }

  async manifest(): Promise<Manifest> {
    const { interviews, blocks, keys } = await this.#object(MANIFEST_FILE)
    if (!isCount(interviews) || !isCount(blocks) || !areTexts(keys)) throw damaged(MANIFEST_FILE)
    return { interviews, blocks, keys }
  }

  /** Which blocks are of which interview. */
  async owners(library: readonly { readonly id: InterviewId }[], { blocks }: Manifest): Promise<BlockOwners> {
    const owners = parseBlockOwners(await this.#load(OWNERS_FILE, MAX_OWNERS_BYTES), library, blocks)
    if (!owners) throw damaged(OWNERS_FILE)
    return owners
  }

  /** The blocks of one long interview. */
  async spanOf(interview: string): Promise<BlockSpan> {
    const file = interviewFile(interview)
    const { first, count } = await this.#object(file)
    if (!isCount(first) || !isCount(count)) throw damaged(file)
    return { first, count }
  }

  async block(number: number): Promise<SearchBlock> {
    const file = blockFile(number)
    const block = readBlock(await this.#load(file, MAX_BLOCK_BYTES))
    if (!block) throw damaged(file)
    return block
  }

  /** The blocks that a term stands in, or any term that begins with it. */
  async blocksOf({ term, isBegun }: SoughtTerm, manifest: Manifest): Promise<BlockList> {
    const sought = isBegun ? term + BEGUN : term
    const tableNumber = placeOf(manifest.keys, sought)
    if (tableNumber < 0) return []
    const table = await this.#table(tableNumber)
    const place = placeOf(table.keys, sought)
    const lines = await this.#shard(table.first + place, manifest)
    const own = lines.get(sought)
    if (own || !isBegun) return own ?? []
    const next = table.keys[place + 1] ?? manifest.keys[tableNumber + 1]
    const more = next?.startsWith(term)
      ? await this.#shard(table.first + place + 1, manifest)
      : new Map<string, BlockList>()
    const begun = [...lines, ...more].filter(([key]) => key.startsWith(term))
    return inAny(begun.map(([, list]) => list))
  }

  async #table(number: number): Promise<{ first: number; keys: readonly string[] }> {
    const file = tableFile(number)
    const { first, keys } = await this.#object(file)
    if (!isCount(first) || !areTexts(keys) || keys.length === 0) throw damaged(file)
    return { first, keys }
  }

  async #shard(number: number, { blocks }: Manifest): Promise<Map<string, BlockList>> {
    const file = shardFile(number)
    const lines = new Map<string, BlockList>()
    for (const line of (await this.#load(file, MAX_SHARD_BYTES)).split('\n')) {
      const [key = '', written, ...rest] = line.split(' ')
      if (line === '') continue
      const list = written === undefined || rest.length > 0 ? null : parseBlockList(written, blocks)
      if (!list) throw damaged(file)
      lines.set(key, list)
    }
    return lines
  }

  async #object(file: string): Promise<Readonly<Record<string, unknown>>> {
    const value = parsedObject(await this.#load(file, MAX_TABLE_BYTES))
    if (!value) throw damaged(file)
    return value
  }

  async #load(file: string, most: number): Promise<string> {
    const text = await this.#source.loadText(file)
    this.#signal.throwIfAborted()
    const bytes = byteLength(text)
    if (bytes > most) throw damaged(file)
    this.bytes += bytes
    if (this.bytes > MAX_QUERY_BYTES) throw new Error('The search has loaded more than one search may.')
    return text
  }
}

/** The last of the keys, which rise, that is no greater than what is looked for; -1 when all are greater. */
function placeOf(keys: readonly string[], sought: string): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? '') <= sought) low = middle + 1
    else high = middle
  }
  return low - 1
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function damaged(file: string): Error {
  return new Error(`A file of the search is damaged (search/${file}).`)
}
