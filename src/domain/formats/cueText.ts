import type { Cue, CueTime } from '../captions.ts'
import { parseCueTime } from './cueTimes.ts'

/** The characters that captions write by name (HTML 13.5); the first six are those of the WebVTT standard. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\u00A0'],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
  ['quot', '"'],
  ['apos', "'"],
])
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([a-z]{2,4}));/
/** The longest reference: `&#1114111;`, in UTF-16 code units. */
const REFERENCE_LENGTH = 10
const LAST_CHARACTER = 0x10_ff_ff

/**
 * The words of a caption as it stands in a WebVTT file (W3C WebVTT 6.4): tags are dropped, and so is what stands behind a
 * `<` that no `>` closes; times in tags are kept with their places. Looks at each character once.
 *
 * @example readCueText('<v Ada>Salt &amp; <00:00:02.000>rye') // { text: 'Salt & rye', times: [{ offset: 7, seconds: 2 }] }
 */
export function readCueText(source: string): Pick<Cue, 'text' | 'times'> {
  const times: CueTime[] = []
  const special = /[<&]/g
  let text = ''
  let at = 0
  for (;;) {
    special.lastIndex = at
    const found = special.exec(source)
    text += source.slice(at, found?.index)
    if (!found) break
    at = found.index
    if (source[at] === '<') {
      const close = source.indexOf('>', at)
      if (close < 0) break
      const seconds = parseCueTime(source.slice(at + 1, close))
      if (seconds !== null) times.push({ offset: text.length, seconds })
      at = close + 1
    } else {
      const { character, length } = readReference(source.slice(at, at + REFERENCE_LENGTH))
      text += character
      at += length
    }
  }
  return { text, times }
}

/** What a text that begins with `&` says there; the sign itself when it names no character. */
function readReference(source: string): { readonly character: string; readonly length: number } {
  const [whole = '&', decimal, hexadecimal, name] = REFERENCE.exec(source) ?? []
  const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null
  if (code !== null && code > 0 && code <= LAST_CHARACTER)
    return { character: String.fromCodePoint(code), length: whole.length }
  const character = name === undefined ? undefined : NAMED.get(name)
  return character === undefined ? { character: '&', length: 1 } : { character, length: whole.length }
}
