/** As much of a wrong address as a sentence can hold, in UTF-16 code units. */
const MOST = 60

/** A part of an address as it can be shown in a sentence: decoded where it can be, and cut when it is long. */
export function shorten(part: string): string {
  let text = part
  try {
    text = decodeURIComponent(part)
  } catch {
    // a stray % is shown as it stands
  }
  // Controls and direction marks could turn the sentence round it inside out.
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
  return plain.length > MOST ? `${plain.slice(0, MOST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…` : plain
}
