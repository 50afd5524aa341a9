import { FEW_BLOCKS, MAX_LIST_BYTES } from './limits.ts'

/** The blocks that a term stands in, rising; or that it stands in so many that they are not listed. */
export type BlockList = readonly number[] | 'everywhere'

/**
 * How a list is written: gaps between numbers, each in digits of five bits, the lowest first, with a sixth bit where more follow
 * (as source maps do, without signs); behind `!` a bit for each block, six in a character; or `*` for everywhere.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]))
const GOES_ON = 32
const BITS = '!'
const EVERYWHERE = '*'

/**
 * Writes the blocks of a term.
 *
 * @param blocks rising
 * @param total how many blocks there are in the library
 */
export function formatBlockList(blocks: ArrayLike<number>, total: number): string {
  if (total > FEW_BLOCKS && blocks.length * 2 > total) return EVERYWHERE
  const list = formatBlocks(blocks)
  return list.length > MAX_LIST_BYTES ? EVERYWHERE : list
}

/** Writes blocks, rising, however many there are. */
export function formatBlocks(blocks: ArrayLike<number>): string {
  const gaps = gapsOf(blocks)
  // Most words stand in a few blocks: the bits of all blocks before the last would take longer than all the rest.
  return gaps.length <= bitsLength(blocks) ? gaps : bitsOf(blocks)
}

function bitsLength(blocks: ArrayLike<number>): number {
  return BITS.length + Math.floor((blocks[blocks.length - 1] ?? 0) / 6) + 1
}

function gapsOf(blocks: ArrayLike<number>): string {
  let text = ''
  let next = 0
  for (let at = 0; at < blocks.length; at += 1) {
    let gap = (blocks[at] ?? 0) - next
    next += gap + 1
    for (; gap >= GOES_ON; gap = Math.floor(gap / GOES_ON)) text += DIGITS.charAt(GOES_ON + (gap % GOES_ON))
    text += DIGITS.charAt(gap)
  }
  return text
}

function bitsOf(blocks: ArrayLike<number>): string {
  const values = new Uint8Array(bitsLength(blocks) - BITS.length)
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] ?? 0
    const place = Math.floor(block / 6)
    values[place] = (values[place] ?? 0) | (1 << (block % 6))
  }
  return BITS + Array.from(values, (value) => DIGITS.charAt(value)).join('')
}

/** Reads what `formatBlockList` wrote; null when it is nothing of the kind, or names a block that there is not. */
export function parseBlockList(text: string, total: number): BlockList | null {
  if (text === EVERYWHERE) return 'everywhere'
  return text.startsWith(BITS) ? readBits(text.slice(1), total) : readGaps(text, total)
}

function readGaps(text: string, total: number): number[] | null {
  const blocks: number[] = []
  let [next, gap, weight] = [0, 0, 1]
  for (const digit of text) {
    const value = VALUES.get(digit)
    if (value === undefined || weight > total * GOES_ON) return null
    gap += (value % GOES_ON) * weight
    weight *= GOES_ON
    if (value >= GOES_ON) continue
    if (next + gap >= total) return null
    blocks.push(next + gap)
    ;[next, gap, weight] = [next + gap + 1, 0, 1]
  }
  return weight === 1 ? blocks : null
}

function readBits(text: string, total: number): number[] | null {
  const blocks: number[] = []
  let place = 0
  for (const digit of text) {
    const value = VALUES.get(digit)
    if (value === undefined) return null
    for (let bit = 0; bit < 6; bit += 1) if (value & (1 << bit)) blocks.push(place + bit)
    place += 6
  }
  return (blocks.at(-1) ?? 0) < total ? blocks : null
}

/** The blocks of a library that stand in every list, rising. */
export function inAll(lists: readonly BlockList[], total: number): number[] {
  const listed = lists.filter((list) => list !== 'everywhere').toSorted((one, other) => one.length - other.length)
  const [shortest, ...others] = listed
  if (!shortest) return Array.from({ length: total }, (_, block) => block)
  const sets = others.map((list) => new Set(list))
  return shortest.filter((block) => sets.every((set) => set.has(block)))
}

/** The blocks that stand in any of the lists, rising. */
export function inAny(lists: readonly BlockList[]): BlockList {
  const all = new Set<number>()
  for (const list of lists) {
    if (list === 'everywhere') return list
    for (const block of list) all.add(block)
  }
  return [...all].toSorted((one, other) => one - other)
}
