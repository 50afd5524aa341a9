import { innerQuotes, plainLine, plainUrl, wellFormed } from './citations/plainLine.ts'
import { indexOfTurn, speakerOf, textDirection, turnAt, type Interview } from './interview.ts'
import type { Place } from './link.ts'

/** Words of one turn in a quotation that may cross speakers. */
export interface QuotedTurn {
  /** The label of who says them. */
  readonly speaker: string
  /** Paragraphs are divided by empty lines. */
  readonly text: string
}

/** Words that all stand in the place's turn, or the words of each turn that a selection touches, in order. */
export type Quotation = string | readonly QuotedTurn[]

/** A quotation with all that must stand by it so that nobody is misquoted. */
export interface Attribution {
  /** One for each stretch that one speaker says; `speaker` is their label, null when only one speaks. */
  readonly lines: readonly { readonly speaker: string | null; readonly paragraphs: readonly string[] }[]
  /** Who says it, where, in which publication, without the address: `Dr. Emily Carter, “…”, Time.news`. */
  readonly source: string
  readonly url: string
  readonly language: string
  /** All of it as plain text. */
  readonly text: string
}

/**
 * Words of an interview with their source. One speaker's words stand in quotation marks before their name; words of
 * several are lines that begin with the label of who says them. Quotation marks inside become single in the plain text, as
 * when any text is quoted (CMOS 17, 13.7); of the words nothing is changed. Line breaks inside a paragraph become spaces, and
 * invisible controls go.
 *
 * @example
 * attributeQuote({ interview, place, quote: 'Human rights advocacy is crucial.', url }).text
 * // '“Human rights advocacy is crucial.” — Dr. Emily Carter, “Antony Blinken’s Recent Initiatives”, Time.news, https://…'
 */
export function attributeQuote({
  interview,
  place,
  quote,
  url,
}: {
  readonly interview: Interview
  readonly place: Place
  readonly quote: Quotation
  /** The permanent address of the words. */
  readonly url: string
}): Attribution {
  const stretches = stretchesOf(interview, place, quote)
  const [only] = stretches.length === 1 ? stretches : []
  const name = only ? interview.speakers.find(({ label }) => label === only.speaker)?.name : undefined
  const facts = [name ?? '', `“${innerQuotes(plainLine(interview.shortTitle))}”`, interview.publication]
  const source = facts.map(plainLine).filter(Boolean).join(', ')
  const lines = only ? [{ ...only, speaker: null }] : stretches
  const address = plainUrl(url)
  const text = plainText(lines, [source, address].filter(Boolean).join(', '))
  return { lines, source, url: address, language: interview.language, text }
}

interface Stretch {
  readonly speaker: string | null
  readonly paragraphs: readonly string[]
}

/** What each speaker says without a break. */
function stretchesOf(interview: Interview, place: Place, quote: Quotation): Stretch[] {
  const turns = typeof quote === 'string' ? [{ speaker: labelAt(interview, place), text: quote }] : quote
  const stretches: Stretch[] = []
  for (const { speaker, text } of turns) {
    const paragraphs = text
      .split(/\n\s*\n/)
      .map(plainLine)
      .filter(Boolean)
    const last = stretches.at(-1)
    if (paragraphs.length === 0) continue
    if (last && last.speaker === speaker)
      stretches[stretches.length - 1] = { speaker, paragraphs: [...last.paragraphs, ...paragraphs] }
    else stretches.push({ speaker, paragraphs })
  }
  return stretches
}

function labelAt(interview: Interview, place: Place): string | null {
  const index = place.kind === 'turn' ? indexOfTurn(interview, place.turn) : null
  return index === null ? null : speakerOf(interview, turnAt(interview, index)).label
}

/** One paragraph stands in one line with its source; more stand above it, each opened by a mark (CMOS 17, 13.32). */
function plainText(lines: readonly Stretch[], source: string): string {
  const [only] = lines.length === 1 ? lines : []
  if (!only) {
    const said = lines.map(({ speaker, paragraphs }) => `${plainLine(speaker ?? '')}: ${paragraphs.join('\n\n')}`)
    return [...said, `— ${source}`].join('\n\n')
  }
  const quoted = `${only.paragraphs.map((paragraph) => `“${innerQuotes(paragraph)}`).join('\n\n')}”`
  return `${quoted}${only.paragraphs.length > 1 ? '\n\n' : ' '}— ${source}`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A quotation with its source as HTML for the clipboard, where programs that keep formatting take it from. Nothing else
 * may read it: views render elements. Every text in it is escaped, and only a web address becomes a link.
 */
export function attributedHtml({ lines, source, url, language }: Attribution): string {
  const isWeb = /^https?:\/\//i.test(url)
  const spoken = lines.flatMap(({ speaker, paragraphs }) =>
    paragraphs.map((paragraph, index) => {
      const label = speaker !== null && index === 0 ? `<b>${escapeHtml(speaker)}:</b> ` : ''
      return `<p>${label}${escapeHtml(paragraph)}</p>`
    }),
  )
  const cite = isWeb ? ` cite="${escapeHtml(url)}"` : ''
  const address = isWeb ? `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>` : escapeHtml(url)
  const where = [escapeHtml(source), address].filter(Boolean).join(', ')
  const how = `lang="${escapeHtml(language)}" dir="${textDirection(language)}"`
  return `<blockquote${cite} ${how}>${spoken.join('')}</blockquote><p>— ${where}</p>`
}

function escapeHtml(text: string): string {
  return wellFormed(text)
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
