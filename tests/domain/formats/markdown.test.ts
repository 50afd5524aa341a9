import { describe, expect, test } from 'vitest'
import { readMarkdown, type ReadResult } from '../../../src/domain/formats/markdown.ts'
import type { Interview } from '../../../src/domain/interview.ts'

const FRONT = `---
title: Bread
language: en
speakers:
  - label: Host
    role: interviewer
  - label: Dr. Lee
    name: Dr. Ada Lee
    role: guest
---`
const WITH_TOPICS = FRONT.replace(
  /\n---$/,
  `
topics:
  - id: flour
    label: Flour
    words: [flour]
  - id: water
    label: Water
---`,
)

function read(text: string, id = 'bread'): ReadResult {
  return readMarkdown({ id, text })
}

function interviewOf(text: string): Interview {
  const result = read(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.interview
}

/** What is said, by whom. */
function saidIn(text: string): string[][] {
  return interviewOf(text).turns.map(({ speaker, paragraphs }) => [speaker].concat(paragraphs))
}

/** Every problem as line and correction, with a part of what is wrong. */
function problemsOf(text: string, id?: string): { line: number; what: string; correction: string }[] {
  const result = read(text, id)
  return result.ok ? [] : result.problems.map(({ line, what, correction }) => ({ line, what, correction }))
}

describe('turns', () => {
  test.each([
    'Dr. Lee: Yes.',
    '**Dr. Lee:** Yes.',
    '**Dr. Lee**: Yes.',
    '__Dr. Lee:__ Yes.',
    '*Dr. Lee:* Yes.',
    '_Dr. Lee_: Yes.',
    'DR. LEE: Yes.',
    'dr. lee: Yes.',
    'Dr. Lee： Yes.',
    'Dr. Lee：Yes.',
    'Dr. Lee : Yes.',
    'Dr. Lee\u00A0: Yes.',
    'Dr. Lee\u202F: Yes.',
    'Dr.\u00A0Lee: Yes.',
    'Dr.  Lee: Yes.',
    '  Dr. Lee:   Yes.  ',
    'Dr. Lee:\nYes.',
    'Dr. Lee:\n\nYes.',
  ])('%j begins a turn of Dr. Lee', (line) => {
    expect(saidIn(`${FRONT}\n\nHost: Is it?\n\n${line}`)[1]).toEqual(['Dr. Lee', 'Yes.'])
  })

  test.each([
    'He said: Yes.',
    '12:30',
    'https://example.org/',
    'Note: Yes.',
    'Dr. Lees: Yes.',
    'Dr. Lee Yes: no',
    '## no'.slice(1),
  ])('%j does not begin one', (line) => {
    expect(saidIn(`${FRONT}\n\nHost: Is it?\n\nDr. Lee: Well.\n\n${line}`)).toEqual([
      ['Host', 'Is it?'],
      ['Dr. Lee', 'Well.', line],
    ])
  })

  test('a label begins a turn without an empty line before it', () => {
    expect(saidIn(`${FRONT}\nHost: Is it?\nDr. Lee: Yes.\nIndeed.\nHost: Good.`)).toEqual([
      ['Host', 'Is it?'],
      ['Dr. Lee', 'Yes. Indeed.'],
      ['Host', 'Good.'],
    ])
  })

  test('a backslash makes a label or a heading text, and is the only thing that is taken away', () => {
    const body = 'Host: a\n\n\\Host: b\n\n\\\\Dr. Lee: c\n\n\\## d\n\n\\e \\*\n\nDr. Lee: \\Host: f'
    expect(saidIn(`${FRONT}\n\n${body}`)).toEqual([
      ['Host', 'a', 'Host: b', '\\Dr. Lee: c', '## d', '\\e \\*'],
      ['Dr. Lee', '\\Host: f'],
    ])
  })

  test('text stands as it is typed', () => {
    const text = '*a* _b_ [c](d) <e> &amp; Russia‘s “war\u00A0: é e\u0301  two spaces'
    expect(saidIn(`${FRONT}\n\nHost: ${text}\n\nDr. Lee: ** and **`)).toEqual([
      ['Host', text],
      ['Dr. Lee', '** and **'],
    ])
  })

  test('only a heading of the second level is a heading', () => {
    const said = saidIn(`${FRONT}\n\nHost: a\n\n# b\n\n### c\n\n#metoo\n\n##d\n\nDr. Lee: e`)
    expect(said[0]).toEqual(['Host', 'a', '# b', '### c', '#metoo', '##d'])
  })

  test('lines of a paragraph are joined by a space, or by nothing in scripts without spaces', () => {
    const said = saidIn(
      `${FRONT}\n\nHost: one\ntwo\n\n你好，\n世界。\n\nコー\nヒー\n\n你好\nworld\n\n𠀀\n𠀀\n\nDr. Lee: e`,
    )
    expect(said[0]).toEqual(['Host', 'one two', '你好，世界。', 'コーヒー', '你好 world', '𠀀𠀀'])
  })

  test('labels of any script are read', () => {
    const front = FRONT.replace('Host', '编辑').replace('Dr. Lee', 'מראיין')
    expect(saidIn(`${front}\n\n编辑：你好？\n\nמראיין: שלום`)).toEqual([
      ['编辑', '你好？'],
      ['מראיין', 'שלום'],
    ])
  })
})

describe('front matter', () => {
  test('every value is a text, and what is left out has a sensible value', () => {
    const { title, shortTitle, publication, summary, language, speakers } = interviewOf(
      `${FRONT.replace('Bread', '1984').replace('language: en', 'language: no')}\nHost: a\nDr. Lee: b`,
    )
    expect({ title, shortTitle, publication, summary, language }).toEqual({
      title: '1984',
      shortTitle: '1984',
      publication: '',
      summary: '',
      language: 'no',
    })
    expect(speakers).toEqual([
      { label: 'Host', name: 'Host', role: 'interviewer', about: '' },
      { label: 'Dr. Lee', name: 'Dr. Ada Lee', role: 'guest', about: '' },
    ])
  })

  test('a text of several lines is one line', () => {
    const front = FRONT.replace('title: Bread', 'title: Bread\nsummary: >\n  One line\n  and another.\n')
    expect(interviewOf(`${front}\nHost: a\nDr. Lee: b`).summary).toBe('One line and another.')
  })

  test('topics stand in the order in which the text opens them', () => {
    const { topics, sections, turns } = interviewOf(
      `${WITH_TOPICS}\n## Hello\nHost: a\n## The water {#water}\nHost: b flour\n## Flour {#flour}\nDr. Lee: c flour`,
    )
    expect(topics.map(({ id }) => id)).toEqual(['water', 'flour'])
    expect(sections).toEqual([
      { heading: 'Hello', topic: null, start: 0, end: 1 },
      { heading: 'The water', topic: 'water', start: 1, end: 2 },
      { heading: 'Flour', topic: 'flour', start: 2, end: 3 },
    ])
    expect(turns.map(({ mentions }) => mentions)).toEqual([[], ['flour'], []])
  })

  test('without a list of topics they are taken from the headings', () => {
    const { topics } = interviewOf(`${FRONT}\n## Flour and so on {#flour}\nHost: a\n## 水 {#水}\nDr. Lee: b`)
    expect(topics).toEqual([
      { id: 'flour', label: 'Flour and so on', words: [] },
      { id: '水', label: '水', words: [] },
    ])
  })

  test('the background stands before the first turn, with a heading of its own', () => {
    const { background, sections } = interviewOf(
      `${FRONT}\n## News {.background}\nOne.\n\nTwo: 3.\nHost: a\nDr. Lee: b`,
    )
    expect(background).toEqual({ heading: 'News', paragraphs: ['One.', 'Two: 3.'] })
    expect(sections).toEqual([{ heading: null, topic: null, start: 0, end: 2 }])
  })

  test('a brace at the end of a heading is text behind a backslash, and where it is no attribute', () => {
    const { sections } = interviewOf(`${FRONT}\n## a \\{#b}\nHost: a\n## c {d}\nDr. Lee: b`)
    expect(sections.map(({ heading }) => heading)).toEqual(['a {#b}', 'c {d}'])
  })
})

describe('speakers that front matter does not list', () => {
  const UNLISTED = '---\ntitle: Bread\nlanguage: en\n---\n'

  test('are found in the text, and who asks most is the interviewer', () => {
    const text = `${UNLISTED}\nLee: Hello.\n\n**Host:** Why?\n\nLEE: So.\n\nNote: this is text.\n\nHost: “And then?”\n\nhttps://a.b`
    const { speakers, turns } = interviewOf(text)
    expect(speakers).toEqual([
      { label: 'Lee', name: 'Lee', role: 'guest', about: '' },
      { label: 'Host', name: 'Host', role: 'interviewer', about: '' },
    ])
    expect(turns[2]?.paragraphs).toEqual(['So.', 'Note: this is text.'])
  })

  test('are all that could be labels when no two are repeated, and the first asks when nobody does', () => {
    const { speakers } = interviewOf(
      `${UNLISTED}\n## News {.background}\nNote: a\n\n## Talk\n\nAnn: Hello.\n\nBob: Hello.`,
    )
    expect(speakers.map(({ label, role }) => [label, role])).toEqual([
      ['Ann', 'interviewer'],
      ['Bob', 'guest'],
    ])
  })

  test('are found in a text without empty lines', () => {
    expect(saidIn(`${UNLISTED}Q: Why?\nA: So.\nQ: And?\nA: That is all.`)).toHaveLength(4)
  })
})

describe('problems', () => {
  const BODY = '\nHost: a\nDr. Lee: b\n'

  test.each([
    ['an empty file', '', 1, 'The file is empty', '---\ntitle'],
    ['a file of white space', '\n \n', 1, 'The file is empty', '---\ntitle'],
    ['no front matter', '\nHost: a', 2, 'no front matter', '---\ntitle'],
    ['front matter that is not closed', '---\ntitle: Bread\nHost: a', 1, 'not closed', '---'],
    ['no title', FRONT.replace('title: Bread\n', '') + BODY, 1, 'no “title”', 'title: The title of the interview'],
    ['an empty title', FRONT.replace('Bread', '') + BODY, 2, 'no “title”', 'title: The title of the interview'],
    ['no language', FRONT.replace('language: en\n', '') + BODY, 1, 'no “language”', 'language: en'],
    [
      'a wrong language',
      FRONT.replace('en\n', 'English!\n') + BODY,
      3,
      '“English!” is no language tag',
      'language: en',
    ],
    ['an unknown key', FRONT.replace('title: Bread', 'title: Bread\nsumary: x') + BODY, 3, '“sumary”', 'summary: x'],
    [
      'a repeated key',
      FRONT.replace('title: Bread', 'title: Bread\ntitle: x') + BODY,
      3,
      'on line 2 already',
      'title: Bread',
    ],
    [
      'a list as title',
      FRONT.replace('Bread', '[Bread]') + BODY,
      2,
      '“title” is a list',
      'title: The title of the interview',
    ],
    ['YAML that is none', FRONT.replace('Bread', 'Bread: rolls') + BODY, 2, 'YAML', 'title: "Bread: rolls"'],
    ['a YAML anchor', FRONT.replace('Bread', '&x Bread') + BODY, 2, '“&x” is a YAML anchor', 'title: Bread'],
    ['a YAML tag', FRONT.replace('Bread', '!!int 3') + BODY, 2, 'YAML', 'title: "!!int 3"'],
    ['an unknown role', FRONT.replace('role: guest', 'role: gest') + BODY, 9, '“gest” is no role', 'role: guest'],
    ['no role', FRONT.replace('    role: guest\n', '') + BODY, 7, 'The speaker “Dr. Lee” has no “role”', 'role: guest'],
    ['no label', FRONT.replace('label: Host', 'name: Host') + BODY, 5, 'A speaker has no “label”', 'label: Host'],
    ['the same label twice', FRONT.replace('Dr. Lee', 'HOST') + '\nHost: a\nHOST: b', 7, 'line 5 too', 'label: HOST 2'],
    [
      'a colon in a label',
      FRONT.replace('label: Host', 'label: "Host:"') + BODY,
      5,
      '“Host:” can be no label',
      'label: Host',
    ],
    [
      'a list that is a text',
      FRONT.replace(/speakers:[^]*---/, 'speakers: Host\n---') + BODY,
      4,
      '“speakers”',
      'speakers:',
    ],
    [
      'speakers that are texts',
      FRONT.replace(/speakers:[^]*---/, 'speakers: [Host]\n---') + BODY,
      4,
      'A speaker is the text',
      '  - {',
    ],
    ['words that are no list', WITH_TOPICS.replace('[flour]', 'flour') + BODY, 13, '“words”', '    words: [flour]'],
    ['a reserved topic', WITH_TOPICS.replace('id: water', 'id: topics') + BODY, 14, 'reserved', 'id: topics-discussed'],
    ['a wrong topic id', WITH_TOPICS.replace('id: water', 'id: The water!') + BODY, 14, 'no id', 'id: the-water'],
    ['the same topic twice', WITH_TOPICS.replace('id: water', 'id: Flour') + BODY, 14, 'line 11 too', 'id: Flour-2'],
    ['a topic that is never opened', WITH_TOPICS + BODY, 14, '“water” has no turns', '## Water {#water}'],
    [
      'a topic without turns',
      `${FRONT}\n## Flour {#flour}\n## Water {#water}${BODY}`,
      11,
      '“flour” has no turns',
      '## Flour {#flour}',
    ],
    ['a heading without turns', `${FRONT}\n## Opening\n## Water {#water}${BODY}`, 11, 'under “Opening”', '## Opening'],
    ['a topic opened twice', `${FRONT}\n## A {#a}${BODY}## B {#a}${BODY}`, 14, 'a second time', '## B {#a-2}'],
    [
      'a topic that is not listed',
      `${WITH_TOPICS}\n## Water {#watr}${BODY}`,
      17,
      '“#watr” is no topic',
      '## Water {#water}',
    ],
    ['a reserved id at a heading', `${FRONT}\n## A {#topics}${BODY}`, 11, 'reserved', '## A {#topics-discussed}'],
    ['a wrong id at a heading', `${FRONT}\n## A {#a b}${BODY}`, 11, '“a b”', '## A {#a-b}'],
    ['unknown braces', `${FRONT}\n## A {.backgrund}\nText`, 11, '“{.backgrund}”', '## A {.background}'],
    ['a heading without words', `${FRONT}\n## {#a}${BODY}`, 11, 'no words', '## a {#a}'],
    ['a late background', `${FRONT}${BODY}## A {.background}\nx`, 13, 'behind the first turn', '## A'],
    [
      'a second background',
      `${FRONT}\n## A {.background}\nx\n## B {.background}\ny${BODY}`,
      13,
      'a second background',
      '## B',
    ],
    ['a background without text', `${FRONT}\n## A {.background}${BODY}`, 11, 'has no text', '## A {.background}'],
    [
      'text before the first turn',
      `${FRONT}\nSome news.\n\nMore.${BODY}`,
      11,
      '“Some news.”',
      '## Background {.background}',
    ],
    [
      'text under a heading',
      `${FRONT}${BODY}## A\nWell.\nHost: c`,
      14,
      '“Well.” stands before the first turn of its',
      'Host: Well.',
    ],
    ['a misspelt label', `${FRONT}\nHst: Why?${BODY}`, 11, '“Hst: Why?”', 'Host: Why?'],
    ['a label without words', `${FRONT}\nHost:\nDr. Lee: b`, 11, '“Host:” has no words', 'Host: What is said'],
    ['a speaker who never speaks', `${FRONT}\nHost: a`, 7, '“Dr. Lee” never speaks', 'Dr. Lee: What is said'],
    ['no turns', `${FRONT}\n## News {.background}\nx`, 12, 'no turns', 'Host: The first question?'],
    ['a NUL character', `${FRONT}\nHost: a\0b\nDr. Lee: b`, 11, 'NUL', 'Host: ab'],
    ['a NUL in YAML', FRONT.replace('Bread', '"a\\0b"') + BODY, 2, 'NUL', 'title: "ab"'],
    [
      'very deep nesting',
      `---\nx: ${'{"}":'.repeat(40_000)}\n---\n`,
      2,
      'inside each other',
      'title: The title of the interview',
    ],
    ['very long front matter', `---\ntitle: ${'a'.repeat(300_000)}\n---\n`, 2, 'too long', '---'],
  ])('%s is told with its line and its correction', (_, text, line, what, correction) => {
    const told = problemsOf(text)
    expect(told).toContainEqual({
      line,
      what: expect.stringContaining(what),
      correction: expect.stringMatching(new RegExp(`^${correction.replaceAll(/[{}[\].?*+()]/g, String.raw`\$&`)}`)),
    })
  })

  test('an alias is not read, however much it would stand for', () => {
    const bomb = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)
    const problems = problemsOf(`---\ntitle: &a0 Bread\n${bomb.join('\n')}\nsummary: *a0\n---${BODY}`)
    expect(problems).toContainEqual({ line: 33, what: '“*a0” is a YAML alias.', correction: 'summary: Bread' })
  })

  test('all of them are told, in the order of the lines', () => {
    const text = `${WITH_TOPICS.replace('role: guest', 'role: x').replace('Bread', '')}\nText\n## A {#b}\nHost:`
    const lines = problemsOf(text, 'Not an id').map(({ line }) => line)
    expect(lines).toEqual([1, 2, 7, 9, 11, 14, 17, 18, 19])
  })

  test.each([
    ['two words', '“two words” can be no name', 'two-words.md'],
    ['index', 'reserved', 'index-interview.md'],
    ['', 'can be no name', 'words-joined-by-hyphens.md'],
  ])('a file named %j is told', (id, what, correction) => {
    expect(problemsOf(`${FRONT}${BODY}`, id)).toEqual([{ line: 1, what: expect.stringContaining(what), correction }])
  })
})

test('a long interview is read to its end', () => {
  const turns = `Host: Why is that?\n\nDr. Lee: ${'It is so because of flour. '.repeat(8)}\n\n`
  expect(interviewOf(`${FRONT}\n\n${turns.repeat(10_000)}`).turns).toHaveLength(20_000)
})

test.each([
  ['colons', ':'.repeat(1_000_000)],
  ['backslashes', `${'\\'.repeat(1_000_000)}Host: a`],
  ['spaces', `a${' '.repeat(1_000_000)}b`],
  ['braces', `## ${'{#'.repeat(500_000)}`],
  ['emphasis', `${'**'.repeat(500_000)}:`],
  ['lines of one paragraph', '漢\n'.repeat(300_000)],
])('a million %s are read at once', (_, text) => {
  // What takes longer than its length would hold up the test until it is ended.
  expect(read(`${FRONT}\nHost: a\nDr. Lee: b\n\n${text}`)).toHaveProperty('ok')
})
