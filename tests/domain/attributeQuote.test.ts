// @vitest-environment jsdom
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributedHtml, attributeQuote, type QuotedTurn } from '../../src/domain/attributeQuote.ts'
import { START, type Place } from '../../src/domain/link.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'

const URL = 'https://example.org/interviews/blinken-initiatives/human-rights/'
const TITLE = '“Antony Blinken’s Recent Initiatives”'
const interview = blinkenInterview()
const place: Place = { kind: 'turn', turn: interview.turns[9]!.id } // Dr. Carter on human rights
const HOSTILE = Array.from('<>&"\'/=;#`{} \n\u0000\u2028')
const across: QuotedTurn[] = [
  { speaker: 'Editor', text: 'Why is this focus significant?' },
  { speaker: 'Dr. Carter', text: 'Human rights advocacy is crucial.' },
]

/** The elements that a program makes of the HTML, which runs nothing. */
function elementsOf(html: string): Element[] {
  return [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')]
}

describe('a quotation as text', () => {
  test('names who says it, where and at which address', () => {
    const { text } = attributeQuote({ interview, place, quote: 'Human rights advocacy is crucial.', url: URL })
    expect(text).toBe(`“Human rights advocacy is crucial.” — Dr. Emily Carter, ${TITLE}, Time.news, ${URL}`)
  })

  test('has single marks inside its own', () => {
    const { text } = attributeQuote({ interview, place, quote: 'They “demand” a "response".', url: URL })
    expect(text).toMatch(/^“They ‘demand’ a 'response'\.” — /)
  })

  test('keeps paragraphs apart and opens each with a mark', () => {
    const { text } = attributeQuote({ interview, place, quote: 'One\nline.\n\nTwo.', url: URL })
    expect(text).toBe(`“One line.\n\n“Two.”\n\n— Dr. Emily Carter, ${TITLE}, Time.news, ${URL}`)
  })

  test('across speakers is lines that say who speaks, and no name takes it all', () => {
    const { text } = attributeQuote({ interview, place, quote: across, url: URL })
    expect(text).toBe(
      [
        'Editor: Why is this focus significant?',
        'Dr. Carter: Human rights advocacy is crucial.',
        `— ${TITLE}, Time.news, ${URL}`,
      ].join('\n\n'),
    )
  })

  test('of several turns of one speaker is that speaker’s', () => {
    const quote = [across[1]!, { speaker: 'Dr. Carter', text: 'It was a pleasure.' }, { speaker: 'Editor', text: ' ' }]
    const { text, lines } = attributeQuote({ interview, place: START, quote, url: URL })
    expect(lines).toEqual([{ speaker: null, paragraphs: ['Human rights advocacy is crucial.', 'It was a pleasure.'] }])
    expect(text).toContain('— Dr. Emily Carter, ')
  })

  test('leaves out what the interview does not state', () => {
    const { text } = attributeQuote({ interview: hebrewInterview(), place: START, quote: 'שלום', url: URL })
    expect(text).toBe(`“שלום” — “${hebrewInterview().shortTitle}”, ${URL}`)
  })
})

describe('a quotation as HTML for the clipboard', () => {
  test('is a quotation with its source below', () => {
    const quote = 'Human rights advocacy is “crucial”.'
    expect(attributedHtml(attributeQuote({ interview, place, quote, url: URL }))).toBe(
      `<blockquote cite="${URL}" lang="en" dir="ltr"><p>Human rights advocacy is “crucial”.</p></blockquote>` +
        `<p>— Dr. Emily Carter, ${TITLE}, Time.news, <a href="${URL}">${URL}</a></p>`,
    )
  })

  test('says who speaks, and knows the direction of the language', () => {
    const html = attributedHtml(attributeQuote({ interview, place, quote: across, url: URL }))
    expect(html).toContain('<p><b>Editor:</b> Why is this focus significant?</p><p><b>Dr. Carter:</b> Human')
    const hebrew = attributeQuote({ interview: hebrewInterview(), place: START, quote: 'שלום', url: URL })
    expect(attributedHtml(hebrew)).toContain('lang="he" dir="rtl"')
  })

  test.each(['javascript:alert(1)', 'JavaScript:alert(1)', ' data:text/html,<script>', '//example.org', ''])(
    'makes no link of an address that is not the web’s: %s',
    (url) => {
      const html = attributedHtml(attributeQuote({ interview, place, quote: 'x', url }))
      expect(elementsOf(html).map(({ localName }) => localName)).toEqual(['blockquote', 'p', 'p'])
      expect(html).not.toContain('cite=')
    },
  )

  test('holds hostile text as text and nothing else', () => {
    const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt; ' </p></blockquote>\u0000\uD800\u202E`
    const evil = {
      ...interview,
      shortTitle: hostile,
      publication: hostile,
      language: hostile,
      speakers: interview.speakers.map((speaker) => ({ ...speaker, name: hostile })),
    }
    const html = attributedHtml(attributeQuote({ interview: evil, place, quote: hostile, url: URL + hostile }))
    const elements = elementsOf(html)
    expect(elements.map(({ localName }) => localName)).toEqual(['blockquote', 'p', 'p', 'a'])
    expect(elements.flatMap((element) => element.getAttributeNames())).toEqual(['cite', 'lang', 'dir', 'href'])
    expect(elements[1]?.textContent).toBe(
      `"><img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt; ' </p></blockquote> \uFFFD`,
    )
  })

  test('holds the words of any quotation as they are, and only our elements', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...HOSTILE, 'a', '<b', '&lt', '-->', 'ש'),
    })
    const turns = fc.array(fc.record({ speaker: fc.constantFrom('Editor', 'Dr. Carter', '<x>'), text: hostile }))
    fc.assert(
      fc.property(fc.oneof(hostile, turns), hostile, (quote, tail) => {
        const attribution = attributeQuote({ interview, place, quote, url: `https://example.org/${tail}` })
        const elements = elementsOf(attributedHtml(attribution))
        const names = new Set(elements.map(({ localName }) => localName))
        expect([...names].every((name) => ['blockquote', 'p', 'b', 'a'].includes(name))).toBe(true)
        const said = elements.filter((element) => element.parentElement?.localName === 'blockquote')
        const expected = attribution.lines.flatMap(({ speaker, paragraphs }) =>
          paragraphs.map((paragraph, index) =>
            speaker !== null && index === 0 ? `${speaker}: ${paragraph}` : paragraph,
          ),
        )
        expect(said.map(({ textContent }) => textContent)).toEqual(expected)
      }),
    )
  })
})
