const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

/** What XML 1.0 (section 2.2) does not admit, not even escaped: most control characters and halves of characters. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** A text as content or as a quoted attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(NOT_IN_XML, '').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** The text that was escaped by `escapeMarkup`, or by React, which has the same five entities. */
export function unescapeMarkup(markup: string): string {
  return markup.replaceAll(
    /&(?:amp|lt|gt|quot|#x27);/g,
    (entity) => Object.keys(ENTITIES).find((character) => ENTITIES[character] === entity) ?? entity,
  )
}

/** Data as the content of a `<script>`: no text in it can end the element or open a comment. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}
