import { expect, it } from 'vitest'
import { readingScript } from '../../src/build/pageHtml.ts'

/** Runs the script of a page that is only read, as in a page that is still being read in; what it imports is noted. */
function runIn(search: string) {
  const imported: string[] = []
  const listeners: (() => void)[] = []
  const dataset: Record<string, string> = {}
  const script = readingScript({ program: '/assets/index.js' }).replaceAll('import(', 'load(')
  // oxlint-disable-next-line no-implied-eval -- the script is text in the page, too
  new Function('document', 'location', 'localStorage', 'addEventListener', 'load', script)(
    { documentElement: { dataset } },
    { search },
    { getItem: () => null },
    (type: string, listener: () => void) => type === 'DOMContentLoaded' && listeners.push(listener),
    (file: string) => Promise.resolve(imported.push(file)),
  )
  return { imported, dataset, endPage: () => listeners.forEach((listener) => listener()) }
}

it('asks for the program once the page is there, since one that is at hand would find no page to draw in', () => {
  const { imported, dataset, endPage } = runIn('?v=a&quote=words')
  expect(imported).toEqual([])
  endPage()
  expect(imported).toEqual(['/assets/index.js'])
  expect(dataset).toEqual({})
})

it('asks for none where a link carries no words', () => {
  const { imported, dataset, endPage } = runIn('?v=a')
  endPage()
  expect(imported).toEqual([])
  expect(dataset).toEqual({ player: 'off' })
})
