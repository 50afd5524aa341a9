/** Our own links, as the bench calls them. The sources are TypeScript, so Vite bundles them first. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outDir = `${root}node_modules/.cache/bench-links`

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    lib: {
      entry: ['fingerprint', 'quote', 'quoteAddress', 'resolveQuote'].map((name) => `${root}src/domain/${name}.ts`),
      formats: ['es'],
    },
  },
})
const { fingerprintOf, resolveFingerprint } = await import(`${outDir}/fingerprint.js`)
const { quoteSelector } = await import(`${outDir}/quote.js`)
const { formatQuote, parseQuote } = await import(`${outDir}/quoteAddress.js`)
const { resolveQuote } = await import(`${outDir}/resolveQuote.js`)

/** @type {import('./schemes.mjs').Scheme} */
export const ours = {
  name: 'ours',
  makeLink: (doc, turn) => fingerprintOf(doc.turns, turn),
  resolve: (doc, link) => {
    const found = resolveFingerprint(doc.turns, link)
    if (!found) throw new Error(`damaged: ${link}`)
    return found.kind === 'gone' ? null : found.turn
  },
  makeQuote: (doc, turn, sentence) => {
    const { text } = doc.turns[turn] ?? { text: '' }
    const start = text.indexOf(sentence)
    const quote = formatQuote(quoteSelector(text, { start, end: start + sentence.length }))
    return new URLSearchParams({ v: fingerprintOf(doc.turns, turn), quote }).toString()
  },
  resolveQuote: (doc, link) => {
    const params = new URLSearchParams(link)
    const selector = parseQuote(params.get('quote') ?? '')
    if (!selector) throw new Error(`damaged: ${link}`)
    const found = resolveQuote(doc.turns, params.get('v'), selector)
    if (found.kind !== 'found') return null
    return { turn: found.turn, text: doc.turns[found.turn]?.text.slice(found.range.start, found.range.end) ?? '' }
  },
}
