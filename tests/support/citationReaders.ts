import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { plugins } from '@citation-js/core'
import CSL from 'citeproc'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { RichText } from '../../src/domain/citations/richText.ts'

/** An item of CSL-JSON, with the fields that citations have. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly author?: readonly CslName[]
  readonly interviewer?: readonly CslName[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly URL: string
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly language?: string
  readonly note?: string
  readonly annote?: string
  readonly [field: string]: unknown
}

export interface CslName {
  readonly given?: string
  readonly family?: string
  readonly literal?: string
}

const fixture = (name: string) => readFileSync(resolve('tests/fixtures/csl', name), 'utf8')
const locale = fixture('locales-en-US.xml')
const styles = {
  apa: fixture('apa.csl'),
  mla: fixture('modern-language-association.csl'),
  chicago: fixture('chicago-note-bibliography.csl'),
}

let current: CslItem | null = null
const engineOf = (style: string) =>
  new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => ({ ...current, id }) }, style, 'en-US', true)
const engines = { apa: engineOf(styles.apa), mla: engineOf(styles.mla), chicago: engineOf(styles.chicago) }
let cited = 0

/** What citeproc-js makes of an item by the official style, as HTML with `<i>` for italics. */
export function citeprocEntry(item: CslItem, style: keyof typeof styles): string {
  current = item
  cited += 1
  engines[style].updateItems([`item-${cited}`]) // an id of its own, since engines remember items
  const [, entries] = engines[style].makeBibliography()
  return entries
    .join('')
    .replaceAll(/<\/?div[^>]*>/g, '')
    .trim()
}

/** A citation of ours as citeproc writes its own. */
export function richTextToHtml(richText: RichText): string {
  return richText
    .map(({ text, isItalic }) => {
      const escaped = text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')
      return isItalic ? `<i>${escaped}</i>` : escaped
    })
    .join('')
}

/** Reads a BibTeX or RIS text with citation-js; fails unless it holds exactly one entry. */
export function readEntry(text: string, format: '@biblatex/text' | '@ris/file'): CslItem {
  const items = plugins.input.chain(text, { forceType: format, generateGraph: false })
  const [item] = items
  if (items.length !== 1) throw new Error(`${items.length} entries instead of one`)
  return item as CslItem // the fields are compared by the tests
}
