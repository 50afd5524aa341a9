/** Controls that turn the direction of whatever follows them, our own words too (Unicode UAX #9, section 2). */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g
/** Half a character: nothing that is written as UTF-8 can hold it. */
const LONE_SURROGATE = /\p{Cs}/gu

/** A text without line breaks, control characters and half characters, so that it cannot leave the field it stands in. */
export function plainLine(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A text without what changes the direction of the text behind it and without half characters; its line breaks stay. */
export function wellFormed(text: string): string {
  return text.replaceAll(DIRECTION_CONTROLS, '').replaceAll(LONE_SURROGATE, '\uFFFD')
}

/** An address in the characters that RFC 3986 allows; what is written in others is percent-encoded. */
export function plainUrl(url: string): string {
  return plainLine(url).replaceAll(/[^\u0021-\u007E]|["<>\\^`{|}]/gu, encodeURIComponent)
}

/** Marks of quotation inside marks of quotation: double ones become single (CMOS 17, 13.30; MLA 9, chapter 6). */
export function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', "'")
}
