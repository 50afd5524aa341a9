import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { transform, type TransformOptions } from 'lightningcss'

/** What the bundler says of a file that it made, as far as it is needed here (Vite, `build.manifest`). */
export interface BuiltFile {
  readonly file: string
  /** The style sheets that belong to it. */
  readonly css?: readonly string[]
}

/** The styles of a built site: what every page needs once the program runs, and what belongs to views that are loaded later. */
export interface Styles {
  /** The text of the sheet that every page needs. */
  readonly atOnce: string
  /** Where the bundler had it lie, from the site's root. */
  readonly file: string
  /** Each of the others with the classes that it has rules for. */
  readonly later: readonly { readonly text: string; readonly classes: ReadonlySet<string> }[]
}

/** Reads the styles that the bundler made. The sheet that every page needs stands in most pages, and is cut for the others, so its file is not kept. */
export async function readStyles(out: string, manifest: Readonly<Record<string, BuiltFile>>): Promise<Styles> {
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
  await rm(join(out, file))
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

/** A style sheet that lies in the site as a file. */
export interface SheetFile {
  /** From the site's root. */
  readonly path: string
  readonly text: string
}

/** The styles of pages of which there are so many that they do not hold them, and whose place the player takes. */
export interface SharedSheets {
  /** What such a page shows. */
  readonly reading: SheetFile
  /** What the player shows there. It brings no fonts: brought anew, one that came too late would change letters that stand there. */
  readonly player: SheetFile
  /** True for a page that finds all its rules in the first one. */
  fits(html: string): boolean
}

/** Cuts the sheet that every page needs for pages that have the classes of `sample` and no others. */
export function sharedSheets({ atOnce, file }: Styles, sample: string): SharedSheets {
  const shown = classesIn(sample)
  const left = new Set([...classesOf(atOnce)].filter((name) => !shown.has(name)))
  const cut = (name: string, options: Pick<TransformOptions<never>, 'unusedSymbols' | 'visitor'>): SheetFile => {
    const { code } = transform({ filename: file, code: Buffer.from(atOnce), minify: true, ...options })
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
    return { path: `${dirname(file)}/${name}-${hash}.css`, text: code.toString() }
  }
  return {
    reading: cut('reading', { unusedSymbols: [...left] }),
    player: cut('player', { visitor: { Rule: { 'font-face': () => [] } } }),
    fits: (html) => [...classesIn(html)].every((name) => !left.has(name)),
  }
}
