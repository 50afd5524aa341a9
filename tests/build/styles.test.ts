import { describe, expect, test } from 'vitest'
import { sharedSheets, type Styles } from '../../src/build/styles.ts'

const styles: Styles = {
  atOnce:
    '@layer base,components;@font-face{font-family:Talk;src:url(talk.woff2)}:root{--ink:#000}' +
    '@layer components{.Turn-words{color:var(--ink)}.Turn-words+.Turn-words{margin-top:1em}.Player-bar{height:3rem}' +
    '@media print{.Player-bar{display:none}.Turn-words{color:#000}}.Player-bar .Turn-words{margin:0}}',
  file: 'assets/index-0.css',
  later: [],
}

describe('the sheets of pages that do not hold their styles', () => {
  const sheets = sharedSheets(styles, '<p class="Turn-words">…</p>')

  test('the one for reading has the rules of what stands on the page, and those without a class', () => {
    const { path, text } = sheets.reading
    expect(path).toMatch(/^assets\/reading-[\da-f]{8}\.css$/)
    expect(text.indexOf('@layer base')).toBeLessThan(text.indexOf('@layer components'))
    for (const kept of ['@font-face', ':root', '.Turn-words{', '.Turn-words+.Turn-words', '@media print'])
      expect(text).toContain(kept)
    expect(text).not.toContain('Player')
  })

  test('the one for the player has all rules and no font, so that none is looked up anew', () => {
    const { path, text } = sheets.player
    expect(path).toMatch(/^assets\/player-[\da-f]{8}\.css$/)
    for (const kept of ['.Player-bar{', '.Turn-words{', ':root']) expect(text).toContain(kept)
    expect(text).not.toContain('@font-face')
  })

  test('a page fits that has no class with rules of its own elsewhere', () => {
    expect(sheets.fits('<p class="Turn-words unstyled">…</p>')).toBe(true)
    expect(sheets.fits('<div class="Player-bar Turn-words"></div>')).toBe(false)
  })
})
