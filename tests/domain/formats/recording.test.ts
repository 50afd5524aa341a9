import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FilesBeside } from '../../../src/domain/formats/filesBeside.ts'
import { readMarkdown, writeMarkdown } from '../../../src/domain/formats/markdown.ts'
import { parseTurnTime, writeTurnTime } from '../../../src/domain/formats/turnTimes.ts'
import { turnText, type Interview } from '../../../src/domain/interview.ts'
import { placedWordsOf } from '../../../src/domain/quoteWords.ts'
import type { Recording } from '../../../src/domain/recording.ts'
import { writeWebVtt } from '../../support/captions.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { randomFrom } from '../../support/random.ts'

const FRONT = `---
title: Bread
language: en
recording: talk.mp3
speakers:
  - label: Host
    role: interviewer
  - label: Dr. Lee
    role: guest
---
`
const TIMED = `${FRONT}
Host [00:00:02]: Which flour?

Dr. Lee [00:00:10]: Rye, mostly.
`
const UNTIMED = TIMED.replaceAll(/ \[.*?\]/g, '')
const CAPTIONS = `WEBVTT

00:02.000 --> 00:03.000
Which flour?

00:10.000 --> 00:12.000
Rye, mostly.
`

/** Files beside an interview. */
function filesOf(files: Record<string, string>): FilesBeside {
  return { names: Object.keys(files), textOf: (name) => ({ text: files[name] ?? '' }) }
}

function read(text: string, files?: Record<string, string>) {
  return readMarkdown({ id: 'bread', text, ...(files && { beside: filesOf(files) }) })
}

function interviewOf(text: string, files?: Record<string, string>): Interview {
  const result = read(text, files)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.interview
}

function recordingOf(text: string, files?: Record<string, string>): Recording | undefined {
  return interviewOf(text, files).recording
}

/** The first problem of a text as its place, what is wrong and the correction. */
function problemsOf(text: string, files?: Record<string, string>): (string | number)[][] {
  const result = read(text, files)
  return result.ok
    ? []
    : result.problems.map(({ file, line, what, correction }) => [file ? `${file}:${line}` : line, what, correction])
}

describe('the time of a turn', () => {
  test.each([
    'Dr. Lee [00:01:32]: Yes.',
    'Dr. Lee [1:32]: Yes.',
    'Dr. Lee[00:01:32]: Yes.',
    'Dr. Lee [ 01:32.0 ] : Yes.',
    '[00:01:32] Dr. Lee: Yes.',
    '[00:01:32]Dr. Lee：Yes.',
    'Dr. Lee: [00:01:32] Yes.',
    'Dr. Lee:[00:01:32]Yes.',
    '**Dr. Lee** [00:01:32]: Yes.',
    '**Dr. Lee [00:01:32]:** Yes.',
    '**Dr. Lee:** [00:01:32] Yes.',
    '[00:01:32] **Dr. Lee:** Yes.',
    '**[00:01:32] Dr. Lee:** Yes.',
    'DR. LEE [00:01:32]:\n\nYes.',
    'Dr. Lee: [00:01:32]\nYes.',
  ])('is read from %j, and is no part of the words', (line) => {
    const { turns, recording } = interviewOf(`${FRONT}\nHost: Is it?\n\n${line}`)
    expect(turns[1]).toMatchObject({ speaker: 'Dr. Lee', paragraphs: ['Yes.'] })
    expect(recording?.turns[1]).toBe(92)
  })

  test.each(['Dr. Lee {#a-b} [1:32]: Yes.', 'Dr. Lee [1:32] {#a-b}: Yes.', 'Dr. Lee {#a-b}: [1:32] Yes.'])(
    'stands beside an id of its own in %j',
    (line) => {
      const { turns, recording } = interviewOf(`${FRONT}\nHost: Is it?\n\n${line}`)
      expect(turns[1]).toMatchObject({ id: 'a-b', isPinned: true, paragraphs: ['Yes.'] })
      expect(recording?.turns[1]).toBe(92)
    },
  )

  test('is one: what stands in the words beside it is said', () => {
    const text = `${FRONT}\nHost [0:01]: [0:02] [0:03]\n\n[0:04] and [0:05]\n\nDr. Lee: [0:06] Matthew [7:12]: yes [9:99]`
    const { turns, recording } = interviewOf(text)
    expect(turns.map(({ paragraphs }) => paragraphs)).toEqual([
      ['[0:02] [0:03]', '[0:04] and [0:05]'],
      ['Matthew [7:12]: yes [9:99]'],
    ])
    expect(recording?.turns).toEqual([1, 6])
  })

  test('is text where there is no recording', () => {
    const { turns, recording } = interviewOf(
      `${FRONT.replace('recording: talk.mp3\n', '')}\nHost: [00:01] a\n\nDr. Lee [00:02]: b\n\n[00:03] Host: c\n\nDr. Lee: d`,
    )
    expect(turns.map(({ paragraphs }) => paragraphs)).toEqual([
      ['[00:01] a', 'Dr. Lee [00:02]: b', '[00:03] Host: c'],
      ['d'],
    ])
    expect(recording).toBeUndefined()
  })

  test('is read with speakers that front matter does not list', () => {
    const text =
      '---\ntitle: A\nlanguage: en\nrecording: a.mp3\n---\nAnn [0:01]: Why?\n\n[0:02] Bob: So.\n\nAnn: [0:03] And?'
    const { speakers, recording } = interviewOf(text)
    expect(speakers.map(({ label }) => label)).toEqual(['Ann', 'Bob'])
    expect(recording?.turns).toEqual([1, 2, 3])
  })

  test.each([
    ['1:32', 92],
    ['75:00', 4500],
    ['00:01:32', 92],
    ['1:02:05.5', 3725.5],
    ['1:02:05,25', 3725.25],
    ['100:00:00', 360_000],
    ['00:99:00', null],
    ['0:60', null],
    ['1:2', null],
    ['1', null],
    ['00:01:32:12', null],
    ['', null],
  ])('%j is %s s', (time, seconds) => expect(parseTurnTime(time)).toBe(seconds))

  test('is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (hundredths) => {
        const time = writeTurnTime(hundredths / 100)
        expect(parseTurnTime(time.slice(1, -1))).toBeCloseTo(hundredths / 100, 5)
      }),
    )
  })

  test('that is left out is put between its neighbours as the words take time', () => {
    const text = `${FRONT}\nHost: One.\n\nDr. Lee [0:10]: a b c d e f g h i j\n\nHost: a b c d e\n\nDr. Lee [0:40]: a b c d e\n\nHost: Two.`
    expect(recordingOf(text)).toEqual({
      file: 'talk.mp3',
      kind: 'audio',
      turns: [0, 10, 30, 40, 42],
      end: 43,
      words: null,
    })
  })
})

describe('the times of captions', () => {
  const WORDS = [
    [2, 2.46],
    [10, 10.77],
  ]

  test.each([
    ['the recording', { 'talk.vtt': CAPTIONS }],
    ['the interview', { 'bread.vtt': CAPTIONS }],
  ])('are used when they are called as %s', (_, files) => {
    const [captions] = Object.keys(files)
    expect(recordingOf(UNTIMED, { 'talk.mp3': '', ...files })).toEqual({
      file: 'talk.mp3',
      kind: 'audio',
      turns: [2, 10],
      end: 12,
      words: WORDS,
      captions,
    })
  })

  test('are used when front matter names them', () => {
    const text = UNTIMED.replace('talk.mp3', 'talk.webm\ncaptions: words.vtt')
    const recording = recordingOf(text, { 'talk.webm': '', 'words.vtt': CAPTIONS, 'talk.vtt': '' })
    expect(recording).toMatchObject({ file: 'talk.webm', kind: 'video', captions: 'words.vtt', words: WORDS })
  })

  test('give way to times at turns, unless they are named', () => {
    const files = { 'talk.mp3': '', 'talk.vtt': CAPTIONS }
    expect(recordingOf(TIMED, files)).toMatchObject({ turns: [2, 10], words: null })
    const named = TIMED.replace('talk.mp3', 'talk.mp3\ncaptions: talk.vtt')
    expect(recordingOf(named.replace('00:00:10', '00:00:10.5'), files)).toMatchObject({
      turns: [2, 10.5],
      words: [WORDS[0], [10.5, 10.77]],
    })
    expect(recordingOf(named.replace('00:00:10', '00:00:02.3'), files)?.words?.[0]).toEqual([2, 2.3])
  })

  test('have one time for each word', () => {
    const { turns, recording } = interviewOf(UNTIMED, { 'talk.mp3': '', 'talk.vtt': CAPTIONS })
    expect(recording?.words?.map(({ length }) => length)).toEqual(
      turns.map((turn) => placedWordsOf(turnText(turn)).length),
    )
  })
})

describe('problems of a recording', () => {
  const MP3 = { 'talk.mp3': '' }

  test.each([
    ['an address', 'https://cdn.example/talk.mp3?a=b', 'an address on another site', 'recording: talk.mp3'],
    ['an address without a scheme', '//cdn.example/talk.mp3', 'an address on another site', 'recording: talk.mp3'],
    ['data', '"data:audio/mp3;base64,AAAA"', 'an address on another site', 'recording: '],
    ['a path', 'media/talk.mp3', 'a path', 'recording: talk.mp3'],
    ['a path from the root', '/talk.mp3', 'a path', 'recording: talk.mp3'],
    ['a path of Windows', 'C:\\media\\talk.mp3', 'a path', 'recording: talk.mp3'],
    ['a path upwards', '../talk.mp3', 'a path', 'recording: talk.mp3'],
    ['dots', '..', 'a path', 'recording: talk.mp3'],
    ['another type', 'talk.mp33', 'no recording that browsers play', 'recording: talk.mp3'],
    ['a text', 'talk.docx', 'no recording that browsers play', 'recording: talk.'],
    ['no type', 'talk', 'no recording that browsers play', 'recording: talk.mp3'],
  ])('%s instead of a name', (_, name, what, correction) => {
    expect(problemsOf(TIMED.replace('talk.mp3', name))).toEqual([
      [4, expect.stringContaining(what), expect.stringContaining(correction)],
    ])
  })

  test.each([
    ['another file', 'captions: talk.srt', 5, 'no file of captions', 'captions: talk.vtt'],
    ['an address', 'captions: https://a.example/talk.vtt', 5, 'another site', 'captions: talk.vtt'],
    ['a path', 'captions: a/talk.vtt', 5, 'a path', 'captions: talk.vtt'],
  ])('captions that are %s', (_, captions, line, what, correction) => {
    expect(problemsOf(TIMED.replace('talk.mp3', `talk.mp3\n${captions}`))).toEqual([
      [line, expect.stringContaining(what), correction],
    ])
  })

  test('captions without a recording', () => {
    expect(problemsOf(UNTIMED.replace('recording: talk.mp3', 'captions: talk.vtt'))).toEqual([
      [4, expect.stringContaining('no recording'), 'recording: talk.mp3\ncaptions: talk.vtt'],
    ])
  })

  test('times of the text are read although the recording has a wrong name', () => {
    expect(problemsOf(TIMED.replace('talk.mp3', 'talk'))).toHaveLength(1)
  })

  test.each([
    ['that is spelt differently', { 'Talk.MP3': '', 'other.mp3': '' }, 'recording: Talk.MP3'],
    ['that has another name', { 'tlak.mp3': '', 'talk.png': '' }, 'recording: tlak.mp3'],
    ['of another type', { 'talk.m4a': '' }, 'recording: talk.m4a'],
    ['that is not there at all', { 'bread.md': '' }, 'a file named talk.mp3'],
  ])('a file %s', (_, files, correction) => {
    expect(problemsOf(TIMED, files)).toEqual([
      [4, 'There is no file “talk.mp3” beside the interview.', expect.stringContaining(correction)],
    ])
  })

  test('captions that are not there', () => {
    const text = UNTIMED.replace('talk.mp3', 'talk.mp3\ncaptions: tlak.vtt')
    expect(problemsOf(text, { ...MP3, 'talk.vtt': CAPTIONS })).toEqual([
      [5, expect.stringContaining('“tlak.vtt”'), 'captions: talk.vtt'],
    ])
  })

  test('no times', () => {
    const problem = [4, 'Nothing says when the turns of “talk.mp3” are said.', 'Host [00:00:00]: …']
    expect(problemsOf(UNTIMED)).toEqual([problem])
    expect(problemsOf(UNTIMED, { ...MP3, 'other.vtt': CAPTIONS })).toEqual([problem])
  })

  test.each([
    ['[00:99:00]', 'Host [01:39:00]: …'],
    ['[0:75]', 'Host [00:01:15]: …'],
    ['[1:2:3:4]', 'Host [02:03:04]: …'],
  ])('the damaged time %s', (time, correction) => {
    expect(problemsOf(TIMED.replace('[00:00:02]', time))).toEqual([
      [12, expect.stringContaining(`“${time}” is no time`), correction],
    ])
  })

  test('times that fall, as few as can be wrong', () => {
    const text = `${FRONT}\nHost [0:10]: a\nDr. Lee [0:20]: b\nHost [9:00]: c\nDr. Lee [0:30]: d\nHost [0:05]: e\nHost [0:40]: f\nHost [0:40]: g`
    expect(problemsOf(text)).toEqual([
      [14, 'The time [00:09:00] is after that of the turn on line 15, [00:00:30].', 'Host [00:00:25]: …'],
      [16, 'The time [00:00:05] is before that of the turn on line 15, [00:00:30].', 'Host [00:00:35]: …'],
    ])
  })

  test('captions of another text, with their share and where they begin to differ', () => {
    const body = `${UNTIMED}\nHost: Nobody says this here, or that.\n\nDr. Lee: Nor this.\n\nHost: Which flour?`
    expect(problemsOf(body, { ...MP3, 'talk.vtt': CAPTIONS })).toEqual([
      [
        16,
        'Only 28 % of the interview’s words stand in “talk.vtt”; from here to line 20 it says something else.',
        'Host [00:00:14]: …',
      ],
    ])
  })

  test('damaged captions are told by their own file and line', () => {
    const captions = CAPTIONS.replace('00:10.000', '00:10')
    expect(problemsOf(UNTIMED, { ...MP3, 'talk.vtt': captions })).toEqual([
      ['talk.vtt:6', expect.stringContaining('no times'), expect.any(String)],
    ])
    expect(problemsOf(UNTIMED, { ...MP3, 'talk.vtt': 'WEBVTT' })).toEqual([
      ['talk.vtt:1', 'The file has no captions.', expect.any(String)],
    ])
  })

  test('all of them are told at once', () => {
    expect(problemsOf(TIMED.replace('[00:00:02]', '[0:99]').replace('en\n', 'en!\n'), {})).toHaveLength(3)
  })
})

describe('an interview with a recording, whatever stands in it', () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 20, maxLength: 20 })

  /** An interview with times at its turns, to the hundredth of a second. */
  function recorded(interview: Interview, gaps: readonly number[], captions?: string): Interview {
    let at = 0
    const turns = interview.turns.map((_, index) => (at += gaps[index] ?? 0) / 100)
    const recording = { file: 'a recording.mp3', kind: 'audio' as const, turns, end: 0, words: null }
    return { ...interview, recording: captions === undefined ? recording : { ...recording, captions } }
  }

  test('is read as it was written, with its times', () => {
    fc.assert(
      fc.property(interviewArbitrary, seconds, (plain, gaps) => {
        const interview = recorded(plain, gaps)
        const result = readMarkdown({ id: interview.id, text: writeMarkdown(interview) })
        const end = result.ok ? result.interview.recording?.end : 0
        expect(result).toEqual({ ok: true, interview: { ...interview, recording: { ...interview.recording, end } } })
        expect(end).toBeGreaterThan(interview.recording?.turns.at(-1) ?? 0)
      }),
      { numRuns: 40 },
    )
  })

  test('has the words, ids and topics that it has without one', () => {
    fc.assert(
      fc.property(interviewArbitrary, seconds, (plain, gaps) => {
        const text = writeMarkdown(recorded(plain, gaps))
        const result = readMarkdown({ id: plain.id, text })
        if (!result.ok) throw new Error('not read')
        const { recording, ...rest } = result.interview
        expect(recording).toBeDefined()
        expect(rest).toEqual(plain)
      }),
      { numRuns: 30 },
    )
  })

  test('has rising times for all of its words from captions cut anywhere, and has them still when it is written again', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.integer({ min: 0 }), (plain, seed) => {
        const random = randomFrom(seed)
        const words = plain.turns.flatMap((turn) => {
          const text = turnText(turn)
          return placedWordsOf(text).map(({ start, end }) => text.slice(start, end))
        })
        fc.pre(words.length > 0)
        const cues = []
        for (let at = 0, start = 0; at < words.length;) {
          const count = 1 + random(6)
          cues.push({ start, end: start + count / 2, text: words.slice(at, at + count).join(' ') })
          at += count
          start += count / 2 + random(3)
        }
        const untimed = writeMarkdown(plain).replace('\nlanguage:', '\nrecording: talk.ogg\nlanguage:')
        const beside = filesOf({ 'talk.ogg': '', 'talk.vtt': writeWebVtt(cues) })
        const result = readMarkdown({ id: plain.id, text: untimed, beside })
        if (!result.ok) throw new Error(JSON.stringify(result.problems))
        const { recording } = result.interview
        const all = recording?.words?.flat() ?? []
        expect(all).toHaveLength(words.length)
        expect(all).toEqual(all.toSorted((one, other) => one - other))
        expect(all[0]).toBe(0)
        expect(recording?.end).toBeGreaterThanOrEqual(all.at(-1) ?? Infinity)
        expect(readMarkdown({ id: plain.id, text: writeMarkdown(result.interview), beside })).toEqual(result)
      }),
      { numRuns: 30 },
    )
  })
})
