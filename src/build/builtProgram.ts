import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bareTemplate, bootScript } from './pageHtml.ts'
import { readStyles, type BuiltFile, type Styles } from './styles.ts'

/** What the bundler made of the program for browsers, as the pages need it. */
export interface BuiltProgram {
  readonly template: string
  /** The whole path of the program's file. */
  readonly file: string
  readonly script: string
  /** Whole paths. */
  readonly fonts: readonly string[]
  readonly styles: Styles
}

/** Reads what the bundler made. */
export async function readProgram(out: string, base: string): Promise<BuiltProgram> {
  // Vite's own format.
  const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Record<string, BuiltFile>
  const program = manifest['index.html']?.file
  if (!program) throw new Error('the manifest names no program')
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => file.endsWith('.woff2'))
  return {
    template: bareTemplate(await readFile(join(out, 'index.html'), 'utf8')),
    file: base + program,
    script: bootScript({ program: base + program }),
    fonts: fonts.map((file) => base + file),
    styles: await readStyles(out, manifest),
  }
}
