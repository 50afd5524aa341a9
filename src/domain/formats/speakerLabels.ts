import { isBlank, trimLine } from './lines.ts'
import { isHeading } from './headings.ts'
import { readPin, type PinnedName } from './pins.ts'

/** The longest label that front matter may declare, in UTF-16 code units. A name with its title is well below it. */
export const MAX_LABEL_LENGTH = 80
/** How far into a line its first colon is looked for: a label, its emphasis, a pinned id and a few spaces. */
const PREFIX_LENGTH = MAX_LABEL_LENGTH + 100
/** A label found in a text that declares none: longer ones are sentences with a colon in them. */
const FOUND_LABEL_LENGTH = 40
const FOUND_LABEL_WORDS = 5

/** Finds the declared label that a line begins with, and the words behind its colon; null when there is none. */
export type LabelMatcher = (line: string) => LabelledLine | null

/** A line that begins a turn. */
export interface LabelledLine {
  readonly label: string
  readonly rest: string
  readonly pin: string | null
  /** What stands in brackets as the turn's time, where times are read; damaged perhaps. */
  readonly time?: string
}

/** A label as labels are compared: in one case, with white space of any kind as single spaces. */
export function foldLabel(label: string): string {
  const folded = label.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toUpperCase().toLowerCase()
  return folded.replaceAll('i\u0307', 'i') // İ in capitals is i with a dot of its own in small letters
}

/** True for the two colons that end a label: ASCII's and the full-width one. */
function isColon(character: string | undefined): boolean {
  return character === ':' || character === '：'
}

/** True when a text holds a colon, and so can be no label. */
export function hasColon(text: string): boolean {
  return text.includes(':') || text.includes('：')
}

interface Reading {
  readonly name: string
  readonly rest: string
  /** The id that is written behind the label; null when there is none. */
  readonly pin: string | null
}

/**
 * The ways in which a line can be a label and words: as typed, and without the emphasis round the label.
 *
 *     **Dr. Carter**: words     the emphasis ends before the colon
 *     **Dr. Carter:** words     or behind it: then it is no part of the words
 *     Dr. Carter {#id}: words   an id that the author wrote stands behind the label, with or without emphasis
 */
function readingsOf(line: string): Reading[] {
  const limit = Math.min(line.length, PREFIX_LENGTH)
  let colon = 0
  while (colon < limit && !isColon(line[colon])) colon += 1
  if (colon === limit) return []
  const { name, pin } = readPin(line.slice(0, colon).trim())
  const rest = line.slice(colon + 1)
  const readings = [{ name, rest: trimLine(rest), pin }]
  const marker = openingMarker(name)
  if (!marker) return readings
  const inside = name.slice(marker.length)
  if (inside.endsWith(marker))
    readings.push({ rest: trimLine(rest), ...withPin(readPin(inside.slice(0, -marker.length).trim()), pin) })
  else if (rest.startsWith(marker))
    readings.push({ name: inside.trim(), rest: trimLine(rest.slice(marker.length)), pin })
  return readings
}

/** A name that was inside emphasis, with the id that stood there or else the one behind it. */
function withPin(inside: PinnedName, behind: string | null): PinnedName {
  return { name: inside.name, pin: inside.pin ?? behind }
}

/** The one to three `*` or `_` that open emphasis at the start of a text; empty when there are none. */
function openingMarker(text: string): string {
  const first = text[0]
  if (first !== '*' && first !== '_') return ''
  let length = 1
  while (length < 3 && text[length] === first) length += 1
  return first.repeat(length)
}

/** Makes the matcher for a list of labels. It looks at the beginning of a line only, so long lines cost nothing. */
export function labelMatcher(labels: readonly string[]): LabelMatcher {
  const labelOf = new Map(labels.map((label) => [foldLabel(label), label]))
  return (line) => {
    for (const { name, rest, pin } of readingsOf(line)) {
      const label = labelOf.get(foldLabel(name))
      if (label !== undefined) return { label, rest, pin }
    }
    return null
  }
}

/** What a line would say if its beginning up to the colon were a label, whether declared or not; null without a colon. */
export function likelyLabel(line: string): Reading | null {
  const reading = readingsOf(line).at(-1)
  if (!reading) return null
  const { name, rest } = reading
  if (name.length > FOUND_LABEL_LENGTH || name.split(/\s+/).length > FOUND_LABEL_WORDS) return null
  if (!/^\p{L}/u.test(name) || /^\p{Ll}/u.test(name) || rest.startsWith('//')) return null
  return /\d$/.test(name) && /^\d/.test(rest) ? null : reading
}

/**
 * The labels of a text that declares none, in order of appearance: what paragraphs begin with at least twice, or
 * everything that could be a label when there are not two of those. In a text without empty lines between its turns,
 * every line is looked at.
 */
export function findLabels(lines: readonly string[]): string[] {
  const body = withoutBackground(lines)
  const searched = body.some((line) => likelyLabel(trimLine(line))) ? body : lines
  const starts = searched.filter((_, index) => {
    const before = trimLine(searched[index - 1] ?? '')
    return isBlank(before) || isHeading(before)
  })
  const found = labelsIn(starts)
  return found.length > 1 ? found : labelsIn(searched)
}

function labelsIn(lines: readonly string[]): string[] {
  const counts = new Map<string, { label: string; count: number }>()
  for (const line of lines) {
    const name = likelyLabel(trimLine(line))?.name
    if (name === undefined) continue
    const entry = counts.get(foldLabel(name))
    if (entry) entry.count += 1
    else counts.set(foldLabel(name), { label: name.replaceAll(/\s+/g, ' '), count: 1 })
  }
  const all = [...counts.values()]
  const repeated = all.filter(({ count }) => count > 1)
  return (repeated.length > 1 ? repeated : all).map(({ label }) => label)
}

function withoutBackground(lines: readonly string[]): string[] {
  let isBackground = false
  return lines.filter((line) => {
    const trimmed = trimLine(line)
    if (isHeading(trimmed)) isBackground = trimmed.endsWith('{.background}')
    return !isBackground
  })
}

/** What closes a question behind its question mark: quotation marks, brackets, emphasis. */
const CLOSING = /[\p{Pe}\p{Pf}\p{Pi}"'*_\s]/u

/**
 * Who asks, in a text that does not say: the speaker with the largest share of turns that end in a question mark, if
 * that share is larger than everybody else's; otherwise who speaks first.
 */
export function findInterviewer(turns: readonly { speaker: string; text: string }[], language: string): string | null {
  const shares = new Map<string, { asked: number; all: number }>()
  for (const { speaker, text } of turns) {
    const share = shares.get(speaker) ?? { asked: 0, all: 0 }
    shares.set(speaker, { asked: share.asked + (isQuestion(text, language) ? 1 : 0), all: share.all + 1 })
  }
  const ranked = [...shares].map(([label, { asked, all }]) => ({ label, share: asked / all }))
  const most = ranked.reduce((largest, { share }) => Math.max(largest, share), 0)
  const askers = ranked.filter(({ share }) => share === most && share > 0)
  return (askers.length === 1 ? askers[0]?.label : turns[0]?.speaker) ?? null
}

/** Latin, full-width, Arabic and Greek question marks. Greek is mostly typed with a semicolon, which is no mark elsewhere. */
const QUESTION_MARKS = new Set(['?', '？', '؟', '\u037E'])

function isQuestion(text: string, language: string): boolean {
  let end = text.length
  while (end > 0 && CLOSING.test(text[end - 1] ?? '')) end -= 1
  const last = text[end - 1] ?? ''
  return QUESTION_MARKS.has(last) || (last === ';' && /^el\b/i.test(language))
}
