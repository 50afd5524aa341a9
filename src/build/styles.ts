import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { transform } from 'lightningcss'

/** What the bundler says of a file that it made, as far as it is needed here (Vite, `build.manifest`). */
export interface BuiltFile {
  readonly file: string
  /** The style sheets that belong to it. */
  readonly css?: readonly string[]
}

/** The styles of a built site: what every page needs, and what belongs to views that are loaded later. */
export interface Styles {
  /** The text of the sheet that every page needs. */
  readonly atOnce: string
  /** Where it lies as a file, from the site's root. */
  readonly file: string
  /** Each of the others with the classes that it has rules for. */
  readonly later: readonly { readonly text: string; readonly classes: ReadonlySet<string> }[]
}

/**
 * Reads the styles that the bundler made. The sheet that every page needs stands in the pages; its file is only kept for
 * pages that are too many to hold it.
 */
export async function readStyles(
  out: string,
  manifest: Readonly<Record<string, BuiltFile>>,
  { keepsFile }: { readonly keepsFile: boolean },
): Promise<Styles> {
  const read = async (file: string) => (await readFile(join(out, file), 'utf8')).trim()
  const [file] = manifest['index.html']?.css ?? []
  if (file === undefined) throw new Error('the manifest names no styles')
  const others = new Set(Object.values(manifest).flatMap(({ css = [] }) => css))
  others.delete(file)
  const later = await Promise.all(
    [...others].toSorted().map(async (each) => {
      const text = await read(each)
      return { text, classes: classesOf(text) }
    }),
  )
  const atOnce = await read(file)
  if (!keepsFile) await rm(join(out, file))
  return { atOnce, file, later }
}

/** The classes that a sheet has rules for. */
function classesOf(sheet: string): Set<string> {
  return new Set(Array.from(sheet.matchAll(/\.([a-z_][\w-]*)/gi), ([, name = '']) => name))
}

/** The classes that elements of a page have. */
function classesIn(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(/ class="([^"]*)"/g), ([, names = '']) => names.split(' ')).flat())
}

/** The styles of views loaded later that a page shows all the same, since it was made with them. */
export function stylesShown({ later }: Styles, html: string): string {
  const shown = classesIn(html)
  return later
    .filter(({ classes }) => [...classes].some((name) => shown.has(name)))
    .map(({ text }) => text)
    .join('')
}

/** A sheet for pages of which there are very many: what they show has its rules there, and what the player adds has not. */
export interface ReadingSheet {
  /** Where it is to lie, from the site's root. */
  readonly file: string
  readonly text: string
  /** True for a page that finds all its rules in it. */
  fits(html: string): boolean
}

/** The sheet for pages that have the classes of `sample` and no others. */
export function readingSheet({ atOnce, file }: Styles, sample: string): ReadingSheet {
  const shown = classesIn(sample)
  const left = new Set([...classesOf(atOnce)].filter((name) => !shown.has(name)))
  const code = Buffer.from(atOnce)
  const text = transform({ filename: file, code, minify: true, unusedSymbols: [...left] }).code.toString()
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return {
    file: join(dirname(file), `reading-${hash}.css`),
    text,
    fits: (html) => [...classesIn(html)].every((name) => !left.has(name)),
  }
}
