import { formatBlockList } from './blockList.ts'
import { byteLength, MAX_SHARD_BYTES } from './limits.ts'
import { TermReader } from './terms.ts'

/** A line of a shard: a key, and the blocks that it leads to as formatBlockList writes them. */
export interface IndexLine {
  readonly key: string
  readonly list: string
}

/** What stands behind the beginning of words in its key. It sorts before all that a word can go on with. */
export const BEGUN = '*'
/**
 * The words with one beginning are read from their own lines, unless these are more than so many bytes: then a line of its own
 * lists the blocks of them all. So no beginning needs more than two shards, since half a shard lies in two at most.
 */
const MAX_READ_BYTES = MAX_SHARD_BYTES / 2

interface Beginning {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** Gathers which words stand in which blocks, in four bytes for each word of each block. */
export class WordIndex {
  readonly #reader = new TermReader()
  /** By block, the numbers of its terms, as the reader gives them. */
  #blocks: Uint32Array[] = []
  /** By number of a term, how many blocks there were with the last one that it stands in. */
  readonly #lastIn: number[] = []

  /** Adds the next block, by the texts in it. */
  add(texts: readonly string[]): void {
    const found: number[] = []
    const count = this.#blocks.length + 1
    const take = (number: number) => {
      if (this.#lastIn[number] === count) return
      this.#lastIn[number] = count
      found.push(number)
    }
    for (const text of texts) this.#reader.read(text, take)
    this.#blocks.push(Uint32Array.from(found))
  }

  /** All lines, in the order of their keys by code units. To be called once: it lets go of what was added. */
  *lines(): Generator<IndexLine> {
    const total = this.#blocks.length
    const known = this.#reader.terms
    const order = Uint32Array.from(known.keys()).toSorted((one, other) => (known[one]! < known[other]! ? -1 : 1))
    const terms = Array.from(order, (number) => known[number] ?? '')
    const { blocks, ends } = this.#byTerm(order)
    const blocksOf = (start: number, end: number) => blocks.subarray(ends[start - 1] ?? 0, ends[end - 1])
    const lineOf = (at: number) => ({ key: terms[at] ?? '', list: formatBlockList(blocksOf(at, at + 1), total) })
    const bytes = new Float64Array(terms.length)
    for (let at = 0; at < terms.length; at += 1) bytes[at] = (bytes[at - 1] ?? 0) + lineBytes(lineOf(at))
    const beginnings = heavyBeginnings({ terms, bytes }, { start: 0, end: terms.length, length: 1 })
    let next = beginnings.next()
    for (let at = 0; at < terms.length; at += 1) {
      const line = lineOf(at)
      for (; !next.done && next.value.key < line.key; next = beginnings.next()) {
        const { key, start, end } = next.value
        yield { key, list: formatBlockList(distinct(blocksOf(start, end)), total) }
      }
      yield line
    }
  }

  /** All blocks by term, in the order of the terms, one term after the other, and where those of each term end. */
  #byTerm(order: Uint32Array): { blocks: Uint32Array; ends: Float64Array } {
    const ranks = new Uint32Array(order.length)
    order.forEach((number, rank) => (ranks[number] = rank))
    const ends = new Float64Array(order.length)
    const rankOf = (number: number) => ranks[number] ?? 0
    for (const numbers of this.#blocks)
      for (const number of numbers) ends[rankOf(number)] = (ends[rankOf(number)] ?? 0) + 1
    let start = 0
    // For now where the next block of a term goes; once all are there, that is where they end.
    for (let rank = 0; rank < ends.length; rank += 1) {
      const count = ends[rank] ?? 0
      ends[rank] = start
      start += count
    }
    const blocks = new Uint32Array(start)
    for (let block = 0; block < this.#blocks.length; block += 1) {
      for (const number of this.#blocks[block] ?? []) {
        const place = ends[rankOf(number)] ?? 0
        blocks[place] = block
        ends[rankOf(number)] = place + 1
      }
      this.#blocks[block] = new Uint32Array()
    }
    return { blocks, ends }
  }
}

/** How many bytes a line takes in its file. */
export function lineBytes({ key, list }: IndexLine): number {
  return byteLength(key) + list.length + 2
}

interface SortedTerms {
  readonly terms: readonly string[]
  /** By term, the bytes of its line and of all before it. */
  readonly bytes: Float64Array
}

/** The beginnings of words, `length` units and longer, whose lines are too many to be read, in order. */
function* heavyBeginnings(
  sorted: SortedTerms,
  { start, end, length }: { start: number; end: number; length: number },
): Generator<Beginning> {
  const { terms, bytes } = sorted
  for (let first = start; first < end;) {
    const begin = (terms[first] ?? '').slice(0, length)
    const last = endOf(terms, { start: first, end, begin })
    const isHeavy = (bytes[last - 1] ?? 0) - (bytes[first - 1] ?? 0) > MAX_READ_BYTES
    if (begin.length === length && last - first > 1 && isHeavy) {
      // Half a character begins no word, and could not be written.
      if (!/[\uD800-\uDBFF]$/.test(begin)) yield { key: begin + BEGUN, start: first, end: last }
      yield* heavyBeginnings(sorted, { start: first, end: last, length: length + 1 })
    }
    first = last
  }
}

/** Where the terms end that begin alike, from the one at `start` on. */
function endOf(terms: readonly string[], { start, end, begin }: { start: number; end: number; begin: string }): number {
  for (let at = start + 1; at < end; at += 1) if (!terms[at]?.startsWith(begin)) return at
  return end
}

/** The blocks of several terms together, each once and rising. */
function distinct(blocks: Uint32Array): Uint32Array {
  return blocks.toSorted().filter((block, at, all) => block !== all[at - 1])
}
