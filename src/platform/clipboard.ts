import type { Clipboard } from '../domain/ports.ts'

/** The browser's clipboard. Refused without a secure origin, a permission or a user's gesture. */
export const browserClipboard: Clipboard = {
  async write({ text, html }) {
    // Where formatting is refused, or not known, the plain text may still go.
    if (html !== undefined && (await isDone(() => writeFormatted(text, html)))) return 'copied'
    return (await isDone(() => navigator.clipboard.writeText(text))) ? 'copied' : 'refused'
  },
}

function writeFormatted(text: string, html: string): Promise<void> {
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': asBlob(text, 'plain'), 'text/html': asBlob(html, 'html') }),
  ])
}

async function isDone(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch {
    return false // NotAllowedError, or no clipboard at all on http: the view offers the text to be copied by hand
  }
}

function asBlob(content: string, kind: 'plain' | 'html'): Blob {
  return new Blob([content], { type: `text/${kind}` })
}
