import { MAX_FINGERPRINT_LENGTH } from '../../address.ts'
import { isId } from '../../formats/ids.ts'
import type { InterviewId, TurnId } from '../../interview.ts'
import { isTurnId } from '../../link.ts'

/** What an annotation is about, as far as its address tells. */
export interface AnnotationSource {
  readonly interview: InterviewId
  /** Null where the address names the whole interview, or a topic of it. */
  readonly turn: TurnId | null
  /** The fingerprint that the address carries; empty for none. */
  readonly fingerprint: string
}

/**
 * Reads the address that an annotation is about, or says why it cannot be placed. `sites` are the whole addresses that this site
 * has, each with a slash at its end; http and https are the same.
 */
export function readAnnotationSource(
  address: string,
  sites: readonly string[],
): AnnotationSource | 'elsewhere' | 'no interview' {
  const [path = ''] = address.split(/[?#]/, 1)
  const here = sites.map(withoutScheme).find((site) => withoutScheme(path).startsWith(site))
  if (here === undefined) return 'elsewhere'
  const parts = withoutScheme(path).slice(here.length).split('/').map(decoded)
  if (parts.at(-1) === 'index.html' || parts.at(-1) === '') parts.pop()
  const [folder, interview = '', turn = '', ...more] = parts
  if (folder !== 'interviews' || !isId(interview)) return 'no interview'
  if (more.length > (turn === 'topics' ? 1 : 0) || (turn !== '' && turn !== 'topics' && !isTurnId(turn)))
    return 'no interview'
  const [, fingerprint = ''] = /[?&]v=([\w-]+)(?:[&#]|$)/.exec(address) ?? []
  return {
    interview: interview as InterviewId, // looked at above
    turn: isTurnId(turn) ? (turn as TurnId) : null, // looked at here
    fingerprint: fingerprint.length <= MAX_FINGERPRINT_LENGTH ? fingerprint : '',
  }
}

/** An address from its host on, which is in small letters. Any other than of the web stays as it is, and is nowhere. */
function withoutScheme(address: string): string {
  const found = /^https?:\/\/([^/]*)/i.exec(address)
  return found ? `//${found[1]?.toLowerCase()}${address.slice(found[0].length)}` : address
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC')
  } catch {
    return part // a stray % stands in no id
  }
}
