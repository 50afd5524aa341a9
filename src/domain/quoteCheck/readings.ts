import type { Speaker } from '../interview.ts'
import { escapeForRegExp } from '../words.ts'

/** What a pasted text may be meant as: the words that are quoted, and who is said to have said them. */
export interface Reading {
  readonly words: string
  /** A speaker's label; null when the text names nobody. */
  readonly claimed: string | null
}

const OUTER_MARKS = /^["“”„‟«»'‘’‚‹›](.+)["“”„‟«»'‘’‚‹›]$/u
/** What stands for words left out: "…", "...", ". . .", alone or in brackets. */
const LEFT_OUT = /[[(] ?(?:…|\.\.\.|\. \. \.) ?[\])]|…|\.\.\.+|\. \. \./gu

/**
 * The readings of a pasted text, the fullest first: as it is, without one pair of quotation marks round it, and without who
 * said it at its beginning or end, as far as the interview knows the name. White space is one space in all of them.
 */
export function readingsOf(pasted: string, speakers: readonly Speaker[]): Reading[] {
  const whole = bareOfSpace(pasted.replaceAll(/[^\S\uFEFF]+/g, ' ')) // as the fold has it
  const said = withoutSpeaker(whole, speakers)
  const readings: Reading[] = [
    { words: whole, claimed: null },
    { words: unquoted(whole), claimed: null },
  ]
  if (said) readings.push(said, { ...said, words: unquoted(said.words) })
  return readings.filter(({ words }, at) => words !== '' && readings.findIndex((each) => each.words === words) === at)
}

function isWorded(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** A text without the one space at its ends; `trim` would take a byte order mark along, which counts. */
export function bareOfSpace(text: string): string {
  return text.replaceAll(/^ | $/g, '')
}

/** The pieces of a quotation between its ellipses; one piece when it has none. */
export function piecesOf(words: string): string[] {
  return words.split(LEFT_OUT).map(bareOfSpace).filter(isWorded)
}

function unquoted(text: string): string {
  return bareOfSpace(OUTER_MARKS.exec(text)?.[1] ?? text)
}

function withoutSpeaker(text: string, speakers: readonly Speaker[]): { words: string; claimed: string } | null {
  for (const { label, name } of speakers) {
    const last = name.split(' ').at(-1) ?? name
    const names = [...new Set([name, label, last])].map(escapeForRegExp).join('|')
    const found =
      new RegExp(String.raw`^(?:${names})(?: said| says)? ?[:,] ?(.+)$`, 'iu').exec(text) ??
      new RegExp(String.raw`^(.+?),? ?(?:[—–―-] ?|\(| said | says )(?:${names})\)?\.?$`, 'iu').exec(text) ??
      new RegExp(String.raw`^(.+?),? (?:${names}) (?:said|says)\.?$`, 'iu').exec(text)
    if (found?.[1]) return { words: bareOfSpace(found[1]), claimed: label }
  }
  return null
}
