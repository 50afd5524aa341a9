import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The families of the design: what is said, and everything else. */
export const TEXT_FAMILY = 'Newsreader'
export const UI_FAMILY = 'Schibsted Grotesk'

/** A part of a package, with the code points that its stylesheet claims for it. */
export interface Subset {
  readonly family: string
  readonly isOfDesign: boolean
  readonly files: readonly { readonly path: string; readonly weight?: number; readonly style?: 'normal' | 'italic' }[]
  readonly claims: readonly (readonly [number, number])[]
}

/** Families for Han characters by language: the same character is not drawn the same way everywhere. */
const HAN_FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/^ja\b/, /-jp$/],
  [/^ko\b/, /-kr$/],
  [/^(zh-hant|zh-tw|zh-hk|zh-mo|yue)\b/, /-(tc|hk)$/],
  [/^zh\b/, /-sc$/],
]

/** A package of fonts, with the faces that are used of it. */
export interface FontPackage {
  /** Its place in node_modules. */
  readonly folder: string
  readonly family: string
  readonly faces: readonly { readonly ending: string; readonly weight?: number; readonly style?: 'normal' | 'italic' }[]
}

/** The design’s packages and the Noto fonts that are installed beside them, in the order in which they are asked. */
export function installedPackages(modules: string, language: string): FontPackage[] {
  const others = join(modules, '@fontsource-variable')
  const preferred = HAN_FAMILIES.find(([tag]) => tag.test(language))?.[1]
  const rank = (name: string) => (preferred?.test(name) ? 0 : 2) + (name.startsWith('noto-sans') ? 1 : 0)
  const noto = existsSync(others) ? readdirSync(others).filter((name) => name.startsWith('noto-')) : []
  return [
    {
      folder: '@fontsource/newsreader',
      family: TEXT_FAMILY,
      faces: [
        { ending: '500-normal', weight: 500, style: 'normal' },
        { ending: '500-italic', weight: 500, style: 'italic' },
      ],
    },
    {
      folder: '@fontsource-variable/schibsted-grotesk',
      family: UI_FAMILY,
      faces: [{ ending: 'wght-normal' }],
    },
    ...noto
      .toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
      .map((name) => ({
        folder: `@fontsource-variable/${name}`,
        family: name,
        faces: [{ ending: 'wght-normal' }],
      })),
  ]
}

/** A package with its version, as it is installed. */
export function versionOf(root: string, name: string): string {
  const file = join(root, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return name
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string } // npm's own format
  return `${name}@${version}`
}

/** The subsets of a Fontsource package, which lists their code points in `unicode.json`. */
export function subsetsOf(folder: string, { family, faces }: FontPackage): Subset[] {
  const list = join(folder, 'unicode.json')
  if (!existsSync(list)) return []
  const id = basename(folder)
  const claims = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string> // Fontsource's own format
  return Object.entries(claims).flatMap(([subset, ranges]) => {
    const files = faces
      .map(({ ending, ...face }) => ({
        path: join(folder, 'files', `${id}-${subset.replace(/[[\]]/g, '')}-${ending}.woff2`),
        ...face,
      }))
      .filter(({ path }) => existsSync(path))
    const isOfDesign = family === TEXT_FAMILY || family === UI_FAMILY
    return files.length > 0 ? [{ family, isOfDesign, files, claims: readRanges(ranges) }] : []
  })
}

/** @example readRanges('U+0-FF,U+131') // [[0, 255], [305, 305]] */
export function readRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}
