/** A stretch of text that is set in one way. */
export interface TextRun {
  readonly text: string
  readonly isItalic?: true
}

/** A text for a view to render: run by run, each in an element of its own kind. It never holds markup. */
export type RichText = readonly TextRun[]

/** The words of a rich text alone. */
export function richTextToPlain(richText: RichText): string {
  return richText.map(({ text }) => text).join('')
}

export function plain(text: string): RichText {
  return [{ text }]
}

export function italic(text: string): RichText {
  return [{ text, isItalic: true }]
}

/** True when a text ends as a sentence does, inside closing quotation marks or not: `Why?`, `“Why?”`, `为什么？`. */
function isClosed(text: string): boolean {
  return /[.!?:;,。！？]["'”’]*$/.test(text)
}

/** A text with a full stop, inside quotation marks that end it (CMOS 17, 6.9), unless it ends in a mark of its own. */
export function closed(richText: RichText): RichText {
  const last = richText.at(-1)
  if (!last || last.text === '' || isClosed(last.text)) return richText
  if (last.isItalic && !/[”’]$/.test(last.text)) return [...richText, { text: '.' }]
  return [...richText.slice(0, -1), { ...last, text: last.text.replace(/[”’]*$/, '.$&') }]
}

/** Texts with a separator between them; empty ones are left out. Runs that are set alike become one. */
export function joinRich(texts: readonly RichText[], separator: string): RichText {
  const runs: TextRun[] = []
  for (const text of texts.filter((each) => richTextToPlain(each) !== ''))
    for (const run of runs.length > 0 ? [{ text: separator }, ...text] : text) {
      const last = runs.at(-1)
      if (last && last.isItalic === run.isItalic) runs[runs.length - 1] = { ...last, text: last.text + run.text }
      else runs.push(run)
    }
  return runs
}
