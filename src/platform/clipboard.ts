import type { Clipboard } from '../domain/ports.ts'

/** The browser's clipboard. Refused without a secure origin, a permission or a user's gesture. */
export const browserClipboard: Clipboard = {
  async write({ text, html }) {
    try {
      if (html !== undefined && typeof ClipboardItem === 'function')
        await navigator.clipboard.write([
          new ClipboardItem({ 'text/plain': asBlob(text), 'text/html': asBlob(html, 'html') }),
        ])
      else await navigator.clipboard.writeText(text)
      return 'copied'
    } catch {
      return 'refused' // NotAllowedError, or no clipboard at all on http: the view offers the text to be copied by hand
    }
  },
}

function asBlob(text: string, kind: 'plain' | 'html' = 'plain'): Blob {
  return new Blob([text], { type: `text/${kind}` })
}
