import { formatBlockList } from './blockList.ts'
import { byteLength, MAX_SHARD_BYTES } from './limits.ts'

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
  readonly #numbers = new Map<string, number>()
  /** By block, the numbers of its terms. */
  #blocks: Uint32Array[] = []

  /** Adds the next block, with the terms of its text. */
  add(terms: ReadonlySet<string>): void {
    const numbers = new Uint32Array(terms.size)
    let at = 0
    for (const term of terms) {
      let number = this.#numbers.get(term)
      if (number === undefined) this.#numbers.set(term, (number = this.#numbers.size))
      numbers[at] = number
      at += 1
    }
    this.#blocks.push(numbers)
  }

  /** All lines, in the order of their keys by code units. To be called once: it lets go of what was added. */
  *lines(): Generator<IndexLine> {
    const total = this.#blocks.length
    const terms = [...this.#numbers.keys()].toSorted((one, other) => (one < other ? -1 : 1))
    const { blocks, ends } = this.#byTerm(terms)
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
        yield { key, list: formatBlockList(distinct(blocksOf(start, end), total), total) }
      }
      yield line
    }
  }

  /** All blocks by term, in the order of the terms, one term after the other, and where those of each term end. */
  #byTerm(terms: readonly string[]): { blocks: Uint32Array; ends: Float64Array } {
    const ranks = new Uint32Array(terms.length)
    terms.forEach((term, rank) => (ranks[this.#numbers.get(term) ?? 0] = rank))
    const ends = new Float64Array(terms.length)
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
function distinct(blocks: Uint32Array, total: number): Uint32Array {
  const isIn = new Uint8Array(total)
  for (const block of blocks) isIn[block] = 1
  const found = new Uint32Array(isIn.reduce((sum, is) => sum + is, 0))
  let at = 0
  isIn.forEach((is, block) => {
    if (is) {
      found[at] = block
      at += 1
    }
  })
  return found
}
