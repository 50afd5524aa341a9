/** How much of an offending text a message repeats, in UTF-16 code units: enough to find it in the file. */
const QUOTE_LENGTH = 60

/** The beginning of a text, at most `length` UTF-16 code units, with an ellipsis where something is left out. */
export function shortened(text: string, length = QUOTE_LENGTH): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A text in quotation marks, shortened, for a message. */
export function quoted(text: string): string {
  return `“${shortened(text)}”`
}
