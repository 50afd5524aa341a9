import type { LibraryEntry } from '../library.ts'
import type { SearchSource, StopSignal } from '../ports.ts'
import type { BlockList } from './blockList.ts'
import type { BlockOwners } from './blockOwners.ts'
import { MAX_QUOTED_LOOKED_UP } from './limits.ts'
import { SearchReading } from './searchReading.ts'
import { quotedTerms, type SoughtTerm } from './terms.ts'

/** An interview, as far as it has to be known to look for its words. */
type Owner = Pick<LibraryEntry, 'id' | 'turns' | 'speakers'>

/** Interviews that a quotation may be from. */
export interface LikelySources<Each extends Owner> {
  /** All that may hold it as it is: they have its words close enough together. In the order of the library. */
  readonly holding: readonly Each[]
  /** Of the others those that have most of its words, in all and close together, rare words weighing more; the most first. */
  readonly similar: readonly Each[]
}

/** So many that may hold something like a quotation are named. */
export const MOST_SIMILAR = 12
/** What a quotation may say of its speaker besides the name: it need not stand in the interview. */
const SAID = 'said says'

/**
 * Finds the interviews that a quotation may be from, by the index of all words. It leaves out none that holds the quotation, with
 * or without who said it: the words of a turn stand in one block, or in those that follow one another where a long turn is cut.
 * Only a word that goes on before its first letter, behind a sign that stands for letters (“№5”) or one that nobody sees, it knows
 * as one with it.
 *
 * @param library in the order in which the index was made
 * @throws Error when a file cannot be loaded, is damaged or is of another library, or the signal says to stop
 */
export async function likelySources<Each extends Owner>(
  { source, library, signal }: { source: SearchSource; library: readonly Each[]; signal: StopSignal },
  quotation: string,
): Promise<LikelySources<Each>> {
  const terms = mostTelling(quotedTerms(quotation))
  if (terms.length === 0) return { holding: [], similar: [] }
  const owners = library.filter(({ turns }) => turns > 0)
  const reading = new SearchReading(source, signal)
  const manifest = await reading.manifest()
  const [blocksOfOwners, ...lists] = await Promise.all([
    reading.owners(owners, manifest),
    ...terms.map((term) => reading.blocksOf(term, manifest)),
  ])
  const stretches = new Stretches(blocksOfOwners, manifest.blocks)
  for (const list of lists) stretches.add(list)
  const spokenOf = spokenTerms(terms)
  const holding: Each[] = []
  const others: { owner: Each; weight: number }[] = []
  for (const [at, owner] of owners.entries()) {
    const { isWhole, weight } = stretches.bestOf(at, spokenOf(owner))
    if (isWhole) holding.push(owner)
    else if (weight > 0) others.push({ owner, weight })
  }
  const similar = others.toSorted((one, other) => other.weight - one.weight).slice(0, MOST_SIMILAR)
  return { holding, similar: similar.map(({ owner }) => owner) }
}

/** The longest words, which are the rarest as a rule; of those of one length some from all over the quotation. */
function mostTelling(terms: readonly SoughtTerm[]): readonly SoughtTerm[] {
  const sorted = terms.toSorted((one, other) => other.term.length - one.term.length)
  const least = sorted[MAX_QUOTED_LOOKED_UP]?.term.length ?? 0
  const longer = sorted.filter(({ term }) => term.length > least)
  const alike = sorted.filter(({ term }) => term.length === least)
  const room = MAX_QUOTED_LOOKED_UP - longer.length
  return [
    ...longer,
    ...alike.filter((_, at) => Math.floor((at * room) / alike.length) !== Math.floor(((at - 1) * room) / alike.length)),
  ]
}

/** Which of some words an interview need not hold, since they may say who speaks: a bit for each. */
function spokenTerms(terms: readonly SoughtTerm[]): (owner: Owner) => number {
  const known = new Map<string, number>()
  const bitsOf = (words: string) => {
    const own = new Set(quotedTerms(words).map(({ term }) => term))
    return terms.reduce((bits, { term }, at) => (own.has(term) ? bits | (1 << at) : bits), 0)
  }
  const said = bitsOf(SAID)
  return ({ speakers }) => {
    let spoken = said
    for (const words of speakers.flatMap(({ name, label }) => [name, label])) {
      let bits = known.get(words)
      if (bits === undefined) known.set(words, (bits = bitsOf(words)))
      spoken |= bits
    }
    return spoken
  }
}

/** Stretches of the text, by the block that they begin with: the block, and those that its last turn goes on in. */
class Stretches {
  readonly #firsts: readonly number[]
  readonly #goingOn: ReadonlySet<number>
  readonly #total: number
  /** By stretch a bit for each word, and the weights of these words together. */
  readonly #words: Uint16Array
  readonly #weights: Float64Array
  /** By interview, the weights of the words that it has anywhere. */
  readonly #owned: Float64Array
  #everywhere = 0
  #added = 0

  constructor({ firsts, goingOn }: BlockOwners, total: number) {
    this.#firsts = firsts
    this.#goingOn = new Set(goingOn)
    this.#total = total
    this.#words = new Uint16Array(total)
    this.#weights = new Float64Array(total)
    this.#owned = new Float64Array(firsts.length)
  }

  /** Adds the next word, by the blocks that it stands in. */
  add(list: BlockList): void {
    const bit = 1 << this.#added
    this.#added += 1
    if (list === 'everywhere') {
      this.#everywhere |= bit
      return
    }
    const weight = Math.log((this.#total + 1) / (list.length + 0.5))
    let [owner, before, next] = [0, -1, 0]
    for (const block of list) {
      while ((this.#firsts[owner + 1] ?? this.#total) <= block) owner += 1
      let at = block
      while (at > next && this.#goingOn.has(at)) at -= 1
      for (; at <= block; at += 1) {
        this.#words[at]! |= bit
        this.#weights[at]! += weight
      }
      next = block + 1
      if (owner !== before) this.#owned[owner]! += weight
      before = owner
    }
  }

  /**
   * Whether a stretch of an interview has all words but for those that need not stand there; and the weight of the words that
   * it has, those of its best stretch twice.
   */
  bestOf(owner: number, spoken: number): { isWhole: boolean; weight: number } {
    const all = (1 << this.#added) - 1
    let [isWhole, best] = [false, 0]
    for (let at = this.#firsts[owner] ?? 0; at < (this.#firsts[owner + 1] ?? this.#total); at += 1) {
      isWhole ||= ((this.#words[at] ?? 0) | this.#everywhere | spoken) === all
      best = Math.max(best, this.#weights[at] ?? 0)
    }
    return { isWhole, weight: best + (this.#owned[owner] ?? 0) }
  }
}
