import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontCharacters } from './fontCharacters.ts'
import { installedPackages, subsetsOf, versionOf, type Subset } from './fontPackages.ts'

/** What draws the images; it comes with the fonts' versions. */
const MAKER = '@takumi-rs/core'

/** A font file as the image maker takes it. */
export interface FontFile {
  readonly name: string
  readonly data: Buffer
  readonly weight?: number
  readonly style?: 'normal' | 'italic'
  /** The code points that it is used for, first and last of each run. */
  readonly unicodeRange: [number, number][]
}

/**
 * The fonts that share images are drawn with: the two of the design, then whatever variable Noto fonts are installed
 * (packages `@fontsource-variable/noto-…`), serif before sans. Files are read when a text first needs them.
 */
export class ShareFonts {
  /** Every family that there is, in the order in which they are asked for a glyph. */
  readonly families: readonly string[]
  /** The packages with their versions: other fonts draw another image. */
  readonly version: string
  readonly #subsets: readonly Subset[]
  readonly #known = new Map<number, boolean>()
  readonly #read = new Set<Subset>()
  readonly #fresh: FontFile[] = []

  constructor({ root, language }: { root: string; language: string }) {
    const packages = installedPackages(join(root, 'node_modules'), language.toLowerCase())
    this.version = [MAKER, ...packages.map(({ folder }) => folder)].map((name) => versionOf(root, name)).join(' ')
    this.#subsets = packages.flatMap((each) => subsetsOf(join(root, 'node_modules', each.folder), each))
    this.families = [...new Set(this.#subsets.map(({ family }) => family))]
  }

  /** Whether there is a glyph for a code point. */
  covers(code: number): boolean {
    const known = this.#known.get(code)
    if (known !== undefined) return known
    for (const subset of this.#subsets) {
      if (this.#known.get(code) && !subset.isOfDesign) break // found, and both families of the design were asked
      if (!this.#read.has(subset) && subset.claims.some(([first, last]) => code >= first && code <= last))
        this.#readSubset(subset)
    }
    const isFound = this.#known.get(code) ?? false
    this.#known.set(code, isFound)
    return isFound
  }

  /** The files that were read since this was last asked, to be handed to the image maker. */
  takeFresh(): FontFile[] {
    return this.#fresh.splice(0)
  }

  #readSubset(subset: Subset): void {
    this.#read.add(subset)
    for (const { path, ...face } of subset.files) {
      const data = readFileSync(path)
      const characters = fontCharacters(data)
      for (const code of characters) this.#known.set(code, true)
      this.#fresh.push({ name: subset.family, data, ...face, unicodeRange: runsOf(characters) })
    }
  }
}

function runsOf(characters: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = []
  for (const code of [...characters].toSorted((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run && code === run[1] + 1) run[1] = code
    else runs.push([code, code])
  }
  return runs
}
