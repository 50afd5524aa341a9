/**
 * The least that a browser can do to show an interview: one static page of the same turns, with the same fonts, sizes and
 * read width, each turn at its own `#`.
 */

/**
 * @param {import('./interviews.mjs').Script} script
 * @param {readonly string[]} fonts paths of the built site’s font files
 */
export function plainPage({ title, turns, topics }, fonts) {
  const preloads = fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`)
  const starts = new Map(topics.map(({ label, start }) => [start, `<h2>${label}</h2>`]))
  const body = turns.map(
    ({ speaker, text }, index) =>
      `${starts.get(index) ?? ''}<article id="t-${index}"><h3>${escape(speaker)}</h3><p>${escape(text)}</p></article>`,
  )
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    ...preloads,
    `<style>${fontFaces(fonts)}${STYLE}</style></head><body><h1>${escape(title)}</h1>`,
    ...body,
    '</body></html>',
  ].join('\n')
}

const STYLE = `*{margin:0}
body{max-width:36rem;margin:0 auto;padding:1rem;font:400 1.1875rem/1.58 Newsreader,Georgia,serif;color:#15171c;background:#fdfdfc}
h2{font-size:1.5rem;font-weight:500;padding:3rem 0 1rem}
h3{font:600 .9375rem/1.5 "Schibsted Grotesk Variable",system-ui,sans-serif}
article{padding:1rem 0}
p{text-wrap:pretty}`

/** @param {readonly string[]} fonts */
function fontFaces(fonts) {
  return fonts
    .map((font) => {
      const isText = font.includes('newsreader')
      const family = isText ? 'Newsreader' : 'Schibsted Grotesk Variable'
      const weight = isText ? (/latin-(\d+)/.exec(font)?.[1] ?? '400') : '400 900'
      const style = font.includes('italic') ? 'italic' : 'normal'
      return (
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:optional;` +
        `src:url("${font}") format("woff2")}`
      )
    })
    .join('')
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
