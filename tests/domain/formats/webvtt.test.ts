import * as fc from 'fast-check'
import { parseText, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions'
import { describe, expect, test } from 'vitest'
import { readWebVtt } from '../../../src/domain/formats/webvtt.ts'
import { formatCueTime } from '../../support/captions.ts'

/** The start, the end and the words of each caption. */
function cuesOf(text: string): (string | number)[][] {
  const { cues, problems } = readWebVtt(text)
  expect(problems).toEqual([])
  return cues.map(({ start, end, text: words }) => [start, end, words])
}

describe('captions in WebVTT', () => {
  test.each([
    ['a name before the times', 'WEBVTT\n\nfirst\n00:01.000 --> 00:02.000\nRye.\n', [[1, 2, 'Rye.']]],
    ['hours, of any number', 'WEBVTT\n\n123:00:01.000 --> 123:00:02.500\nRye.', [[442801, 442802.5, 'Rye.']]],
    ['settings', 'WEBVTT\n\n00:01.000 --> 00:02.000 align:start line:0\nRye.', [[1, 2, 'Rye.']]],
    ['a mark and a title', '\uFEFFWEBVTT - Bread\nKind: captions\n\n00:01.000 --> 00:02.000\nRye.', [[1, 2, 'Rye.']]],
    ['CRLF', 'WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nRye,\r\nmostly.\r\n\r\n', [[1, 2, 'Rye,\nmostly.']]],
    ['CR', 'WEBVTT\r\r00:01.000 --> 00:02.000\rRye.', [[1, 2, 'Rye.']]],
    ['tabs at the arrow', 'WEBVTT\n\n00:01.000\t-->\t00:02.000\nRye.', [[1, 2, 'Rye.']]],
    [
      'comments, styles and regions',
      'WEBVTT\n\nNOTE\nno 00:01\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\n00:01.000 --> 00:02.000\nRye.\n\nNOTE end',
      [[1, 2, 'Rye.']],
    ],
    [
      'times without an empty line before them',
      'WEBVTT\n00:01.000 --> 00:02.000\nRye.\n00:02.000 --> 00:03.000\nMostly.',
      [
        [1, 2, 'Rye.'],
        [2, 3, 'Mostly.'],
      ],
    ],
    [
      'tags',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ada>Rye, <i.a.b>mostly</i>.</v> <c>So</c><lang en>.</lang>',
      [[1, 2, 'Rye, mostly. So.']],
    ],
    [
      'characters written by name or number',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;a&gt; &amp;amp; b&nbsp;c&lrm;&rlm; &#39;d&#x27; &amp &unknown; &#0; AT&T',
      [[1, 2, "<a> &amp; b\u00A0c\u200E\u200F 'd' &amp &unknown; &#0; AT&T"]],
    ],
    ['a tag that is not closed', 'WEBVTT\n\n00:01.000 --> 00:02.000\nRye <b mostly', [[1, 2, 'Rye ']]],
    ['no captions', 'WEBVTT', []],
  ])('with %s are read', (_, text, cues) => expect(cuesOf(text)).toEqual(cues))

  test('keep the times inside them, with their places', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:04.000\nRye, <00:00:02.500><c>mostly</c> <00:03.000>so'
    expect(readWebVtt(text).cues[0]).toMatchObject({
      text: 'Rye, mostly so',
      times: [
        { offset: 5, seconds: 2.5 },
        { offset: 12, seconds: 3 },
      ],
    })
  })
})

describe('a file of captions with a mistake', () => {
  const FINE = '00:00:09.000 --> 00:00:10.000\nFine.'

  test.each([
    ['another format', '1\n00:00:01,000 --> 00:00:02,000\nRye.', 1, 'begin with “1”', 'WEBVTT'],
    ['commas', 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\na', 3, 'no times', '00:00:01.000 --> 00:00:02.000'],
    ['one digit', 'WEBVTT\n\n1:00:01.000 --> 1:00:02.000\na', 3, 'no times', '01:00:01.000 --> 01:00:02.000'],
    ['an end before its start', 'WEBVTT\n\n00:05.000 --> 00:02.000\na', 3, 'no times', '00:02.000 --> 00:05.000'],
    ['61 seconds', 'WEBVTT\n\n2\n00:61.000 --> 00:02.000\na', 4, 'no times', '00:01:32.000 --> 00:01:35.500'],
    ['no times at the arrow', 'WEBVTT\n\n-->\na', 3, '“-->”', '00:01:32.000 --> 00:01:35.500'],
  ])('%s: has a problem at its line', (_, text, line, what, correction) => {
    expect(readWebVtt(`${text}\n\n${FINE}`).problems).toEqual([
      { line, what: expect.stringContaining(what), why: expect.stringMatching(/\.$/), correction },
    ])
  })

  test('that goes through all of it has some problems, not thousands', () => {
    const { problems } = readWebVtt(`WEBVTT\n\n${'00:00:01,000 --> 00:00:02,000\na\n\n'.repeat(5000)}`)
    expect(problems).toHaveLength(20)
  })

  test('an arrow in a comment is no mistake', () => {
    expect(readWebVtt(`WEBVTT\n\nNOTE a --> b\n\nNOTE\nc --> d\n\n${FINE}`)).toMatchObject({
      cues: [{ text: 'Fine.' }],
      problems: [],
    })
  })
})

describe('hostile captions', () => {
  test.each([
    ['tags that are not closed', '<'.repeat(500_000)],
    ['tags in tags', '<b'.repeat(400_000) + '>'],
    ['signs that begin a name', '&'.repeat(500_000)],
    ['empty tags', '<>'.repeat(400_000)],
    ['one long word', 'a'.repeat(2_000_000)],
    ['white space', ' \t'.repeat(400_000)],
    ['lines', 'a\n'.repeat(400_000)],
    ['arrows', '-->\n'.repeat(200_000)],
    ['an arrow with a long tail', `00:01.000 --> ${' 0'.repeat(400_000)}`],
    ['commas in a line of times', `${'1,000'.repeat(200_000)} --> 00:02,000`],
  ])('%s are read at once', (_, words) => {
    // What takes longer than its length would hold up the test until it is ended.
    const { problems } = readWebVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${words}`)
    expect(problems.length).toBeLessThanOrEqual(20)
  })

  test('are read without an error, whatever stands in them', () => {
    const pieces = fc.constantFrom(
      'WEBVTT', '\n', '\n\n', '\r', ' ', '-->', '00:01.000', '00:00:02.000', ' --> ', 'NOTE', 'STYLE', '<', '>', '<v A>', '</v>', '&', 'amp;',
      '&#x110000;', '<00:00:01.500>', 'Rye', '你好', '\0', '\uD800', '\uFEFF', 'align:start',
    ) // prettier-ignore
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const { cues } = readWebVtt(`WEBVTT\n\n${all.join('')}`)
        for (const { start, end, text, times } of cues) {
          expect(end).toBeGreaterThanOrEqual(start)
          for (const { offset } of times) expect(offset).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('captions that are in order', () => {
  const seconds = fc.integer({ min: 0, max: 359_980_000 }).map((thousandths) => thousandths / 1000)
  const word = fc.constantFrom(
    'Rye',
    'mostly',
    '你好',
    '<b>bold</b>',
    '<v Ada>',
    '</v>',
    'AT&amp;T',
    '&lt;',
    '-',
    '“so”',
    'é',
  )
  const cue = fc.record({
    name: fc.constantFrom('', '12\n', 'a name\n'),
    // The other reader passes over captions that end as they begin, and over hours above 99.
    times: fc.tuple(seconds, fc.integer({ min: 1, max: 9999 })).map(([from, length]) => [from, from + length / 1000]),
    settings: fc.constantFrom('', ' align:start', '\tline:10%  position:50%'),
    lines: fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  })
  const aside = fc.constantFrom('', 'NOTE a comment\n\n', 'NOTE\nof two\nlines\n\n', '\n\n')

  test('are read as another reader of WebVTT reads them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(aside, cue), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        async (all, end) => {
          const blocks = all.map(
            ([
              before,
              {
                name,
                times: [from = 0, to = 0],
                settings,
                lines,
              },
            ]) => {
              const words = lines.map((each) => each.join(' ')).join('\n')
              return `${before}${name}${formatCueTime(from)} --> ${formatCueTime(to)}${settings}\n${words}\n\n`
            },
          )
          const text = `WEBVTT\n\n${blocks.join('')}`
          const theirs = await parseText(text.replaceAll('\n', end), { type: 'vtt' })
          const { cues, problems } = readWebVtt(text.replaceAll('\n', end))
          expect(problems).toEqual([])
          expect(cues.map(({ start, end: until }) => [start, until])).toEqual(
            theirs.cues.map(({ startTime, endTime }) => [startTime, endTime]),
          )
          expect(cues.map(({ text: words }) => words)).toEqual(theirs.cues.map((each) => plainText(each)))
        },
      ),
      { numRuns: 200 },
    )
  })

  /** The words of a caption as the other reader takes it apart: its tokens without their tags. */
  function plainText(each: VTTCue): string {
    const wordsIn = (tokens: readonly VTTNode[]): string =>
      tokens.map((token) => (token.type === 'text' ? token.data : wordsIn(token.children))).join('')
    return wordsIn(tokenizeVTTCue(each))
  }
})
