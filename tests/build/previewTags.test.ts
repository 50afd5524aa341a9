// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkup, scriptJson, unescapeMarkup } from '../../src/build/markup.ts'
import { openGraphLocale, previewTags, readPageHead } from '../../src/build/previewTags.ts'

const opened = (html: string) => new DOMParser().parseFromString(`<head>${html}</head>`, 'text/html')
const anyText = fc.string({ unit: 'binary' })

describe('markup', () => {
  test('holds a text as it is, in HTML and in XML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkup(text)
        expect(escaped).not.toMatch(/[<>"']/)
        expect(escapeMarkup(unescapeMarkup(escaped))).toBe(escaped)
      }),
    )
    expect(escapeMarkup('a\u0000b\u0008c\uD800d\uFFFEe')).toBe('abcde')
    expect(unescapeMarkup('&amp;lt;')).toBe('&lt;')
  })

  test('holds data that cannot end its block', () => {
    const data = { text: '</script><!--<script>' }
    expect(scriptJson(data)).not.toContain('<')
    expect(JSON.parse(scriptJson(data))).toEqual(data)
  })
})

describe('the tags of a page', () => {
  const preview = {
    title: '“A” & <b>',
    description: `"'><script>x</script>`,
    url: 'https://example.org/a/?x=1&y=2',
    siteUrl: 'https://example.org/',
    kind: 'article' as const,
    language: 'pt-BR',
    image: { url: 'https://example.org/a/share.png?v=1', alt: `it's` },
    oEmbedUrl: 'https://example.org/a/oembed.json',
    isSmall: false,
    hasFeed: true,
    section: '$& and `more`',
  }

  test('say what they are given, whatever stands in it', () => {
    const page = opened(previewTags(preview))
    const content = (name: string) =>
      page.head.querySelector(`[property="${name}"], [name="${name}"]`)?.getAttribute('content')
    expect(content('og:title')).toBe(preview.title)
    expect(content('og:description')).toBe(preview.description)
    expect(content('og:url')).toBe(preview.url)
    expect(content('og:image:alt')).toBe(preview.image.alt)
    expect(content('article:section')).toBe(preview.section)
    expect(content('og:locale')).toBe('pt_BR')
    expect(content('twitter:card')).toBe('summary_large_image')
    expect(page.body.childNodes).toHaveLength(0)
    expect(page.querySelectorAll('script')).toHaveLength(0)
  })

  test('name no image where there is none', () => {
    const html = previewTags({ ...preview, image: null })
    expect(html).not.toContain('og:image')
    expect(html).toContain('<meta name="twitter:card" content="summary">')
  })

  test('are told by what React rendered', () => {
    const rendered =
      '<title>A &amp; B</title><meta name="description" content="&quot;C&quot;"/><link rel="canonical" href="https://example.org/"/><p>'
    expect(readPageHead(rendered)).toEqual({ title: 'A & B', description: '"C"', url: 'https://example.org/' })
    expect(readPageHead('<title>Not found</title><meta name="robots" content="noindex"/>')).toBeNull()
  })

  test.each([
    ['en', 'en'],
    ['en-gb', 'en_GB'],
    ['zh-Hant-TW', 'zh_TW'],
    ['es-419', 'es_419'],
    ['ar', 'ar'],
  ])('say the language %s as %s', (language, locale) => {
    expect(openGraphLocale(language)).toBe(locale)
  })
})
