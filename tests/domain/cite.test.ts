import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { richTextToPlain } from '../../src/domain/citations/richText.ts'
import { citeAnswer, locatorOf, type Citations, type Citing } from '../../src/domain/cite.ts'
import type { Interview, InterviewId, Speaker } from '../../src/domain/interview.ts'
import { START, turnIds, type Place } from '../../src/domain/link.ts'
import { citeprocEntry, readEntry, richTextToHtml, type CslItem } from '../support/citationReaders.ts'
import { interviewArbitrary } from '../support/interviewArbitrary.ts'
import { blinkenInterview } from '../support/interviews.ts'

const URL = 'https://example.org/interviews/talk/rye/'
const ACCESSED = '2026-11-24'
/** Room for a machine that is busy: alone, each test takes a second at most. */
const SLOW_MACHINE_MS = 60_000
/** What TeX, BibTeX and RIS take for something else than text, and some text. */
const SPECIAL = Array.from('{}\\%$&#_^~"<>|@,=-`\'?!a b')

interface Facts {
  readonly title?: string
  readonly publication?: string
  readonly language?: string
  readonly guests?: readonly string[]
  readonly hosts?: readonly string[]
}

function speaker(name: string, role: Speaker['role']): Speaker {
  return { label: name, name, role, about: '' }
}

/** An interview in which each of the hosts asks and each of the guests answers once, in that order. */
function talk({
  title = 'A Talk about Bread',
  publication = 'The Daily Loaf',
  language = 'en',
  guests = ['Ada Example'],
  hosts = ['Editor'],
}: Facts = {}): Interview {
  const speakers = [
    ...hosts.map((name) => speaker(name, 'interviewer')),
    ...guests.map((name) => speaker(name, 'guest')),
  ]
  const texts = speakers.map((_, index) => `Turn number ${index}`)
  const ids = turnIds(texts, language)
  const turns = speakers.map(({ label }, index) => ({
    id: ids[index]!, // one for each text
    speaker: label,
    paragraphs: [texts[index]!], // made from the same list
    mentions: [],
    fingerprint: '',
  }))
  return {
    id: 'talk' as InterviewId,
    title,
    shortTitle: title,
    publication,
    summary: '',
    language,
    speakers,
    topics: [],
    background: null,
    sections: [{ heading: null, topic: null, start: 0, end: turns.length }],
    turns,
  }
}

function cite(interview: Interview, more: Partial<Citing> = {}): Citations {
  return citeAnswer({ interview, place: START, url: URL, accessed: ACCESSED, ...more })
}

function cslItem({ cslJson }: Citations): CslItem {
  const items: CslItem[] = JSON.parse(cslJson)
  const [item] = items
  if (!item || items.length !== 1) throw new Error(`${items.length} items instead of one`)
  return item
}

/** The names of an item, the family's first, whichever fields they are in. */
function namesOf(all: CslItem['author'] = []): string[] {
  return all.map(({ given, family, literal }) => literal ?? [family, given].filter(Boolean).join(', '))
}

function keyOfId(id: string): string {
  return cslItem(cite({ ...talk(), id: id as InterviewId })).id // any text may be the name of a file
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `Ada ${'FGHIJKLMNOPQRSTUVWXYZ'[index]}ox`)

const cases: Record<string, Interview> = {
  'the published interview': blinkenInterview(),
  'two guests and two hosts': talk({ guests: names(2), hosts: ['Al Host', 'Jean-Luc Picard'] }),
  'three guests and three hosts': talk({ guests: names(3), hosts: ['Al Host', 'Editor', 'Bo Moss'] }),
  'guests known by one name': talk({ guests: ['Madonna', 'Cher'], hosts: ['Björk'] }),
  'eleven guests': talk({ guests: names(11) }),
  'twenty-one guests': talk({ guests: names(21) }),
  'initials': talk({ guests: ['J. R. R. Tolkien'] }),
  'organisations': talk({ guests: ['Acme Inc.'], hosts: ['The Guardian'] }),
  'no publication': talk({ publication: '' }),
  'no publication and no host': talk({ publication: '', hosts: [] }),
  'no host': talk({ hosts: [] }),
  'no guest': talk({ guests: [] }),
  'a question for a title': talk({ title: 'Why Bread?' }),
  'a question for a title, alone': talk({ title: 'Why Bread?', publication: '' }),
  'a quotation in the title': talk({ title: 'What “Bread” Means to O’Neill' }),
  'a quotation that ends the title': talk({ title: 'They Said “Bread!”' }),
  'a publication with a mark of its own': talk({ publication: 'Why?' }),
  'a title in small letters': talk({ title: 'a talk about bread and iPhones: the rest' }),
  'hostile characters': talk({ title: String.raw`50 % of {all} \emph & $x_1$ #1 ~ ^ | “x”`, publication: 'A & B' }),
  'right to left': talk({ title: 'שיחה על לחם', guests: ['דנה כהן'], hosts: ['מראיין'], language: 'he', publication: 'הארץ' }),
  'Chinese': talk({ title: '关于面包的谈话', guests: ['王小明'], hosts: ['编辑'], language: 'zh', publication: '面包报' }),
} // prettier-ignore

/** Where our citations differ from citeproc's on purpose, each undone in what citeproc writes. */
const DIFFERENCES = {
  /**
   * Titles and publications keep the case that they are written in: "Time.news" is a name, and what is one cannot be told
   * from a text. citeproc is told so in its own way, and would write "Time.News".
   */
  'keeps the case of names and titles': (item: CslItem): CslItem => {
    const container = item['container-title']
    const title = asWritten(item.title)
    return container === undefined ? { ...item, title } : { ...item, title, 'container-title': asWritten(container) }
  },
  /** CMOS 17, 14.213 puts the title in quotation marks, as the style file of the 18th edition does; that of the 17th does not. */
  'Chicago: quotation marks around the title': (entry: string, title: string): string => {
    const written = escaped(title)
    const closed = [`${written}.`, written.replace(/[”’]+$/, '.$&'), written].find((text) => entry.includes(text))
    if (closed === undefined) throw new Error(`“${title}” is not in ${entry}`)
    return entry.replace(closed, () => `“${closed.replaceAll('“', '‘').replaceAll('”', '’')}”`)
  },
  /** Without a day "Retrieved" has nothing to say: APA 7, 9.35 gives the address alone. */
  'APA: no "Retrieved" without a day': (entry: string): string => entry.replace('Retrieved https', 'https'),
  /** What a work is stands directly behind its title (APA 7, 9.21), before the date too when there is no author (9.12). */
  'APA: "[Interview]" next to the title': (entry: string): string =>
    entry.replace(/^(.*)\. \(n\.d\.\)\. \[Interview\]\./, '$1 [Interview]. (n.d.).'),
}

function asWritten(text: string): string {
  return `<span class="nocase">${text}</span>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&#38;')
}

function oracle(interview: Interview, citations: Citations): Record<'apa' | 'mla' | 'chicago', string> {
  const item = DIFFERENCES['keeps the case of names and titles'](cslItem(citations))
  const apa = DIFFERENCES['APA: no "Retrieved" without a day'](citeprocEntry(item, 'apa'))
  return {
    apa: DIFFERENCES['APA: "[Interview]" next to the title'](apa),
    mla: citeprocEntry(item, 'mla'),
    chicago: DIFFERENCES['Chicago: quotation marks around the title'](citeprocEntry(item, 'chicago'), interview.title),
  }
}

describe('a citation to read', { timeout: SLOW_MACHINE_MS }, () => {
  test('states what the published interview states, and no date', () => {
    const { apa, mla, chicago } = cite(blinkenInterview())
    const title = 'Interview Between Time.news Editor and Foreign Policy Expert on Antony Blinken’s Recent Initiatives'
    expect(richTextToPlain(apa)).toBe(
      `Carter, E. (n.d.). ${title} (Editor, Interviewer). Time.news. Retrieved November 24, 2026, from ${URL}`,
    )
    expect(richTextToPlain(mla)).toBe(
      `Carter, Emily. “${title}.” Time.news, interview by Editor, ${URL}. Accessed 24 Nov. 2026.`,
    )
    expect(richTextToPlain(chicago)).toBe(
      `Carter, Emily. “${title}.” Interview by Editor. Time.news. Accessed November 24, 2026. ${URL}.`,
    )
    expect(apa.filter(({ isItalic }) => isItalic)).toEqual([{ text: 'Time.news', isItalic: true }])
  })

  test.each(Object.entries(cases))('is what citeproc writes by the official style: %s', (_, interview) => {
    for (const accessed of [ACCESSED, '2026-05-01', '2026-09-09']) {
      const citations = cite(interview, { accessed })
      const { apa, mla, chicago } = citations
      expect({ apa: richTextToHtml(apa), mla: richTextToHtml(mla), chicago: richTextToHtml(chicago) }).toEqual(
        oracle(interview, citations),
      )
    }
  })

  test.each(Object.entries(cases).filter(([, { publication }]) => publication))(
    'is what citeproc writes when no day of access is known: %s',
    (_, interview) => {
      const citations = cite(interview, { accessed: '' })
      const { apa, mla, chicago } = citations
      expect({ apa: richTextToHtml(apa), mla: richTextToHtml(mla), chicago: richTextToHtml(chicago) }).toEqual(
        oracle(interview, citations),
      )
    },
  )

  test('has the comma of a name that is turned round before the second name; citeproc looks at the second name', () => {
    const { apa, mla, chicago } = cite(talk({ guests: ['Ada Example', 'Madonna'] }))
    expect(richTextToPlain(apa)).toMatch(/^Example, A\., & Madonna\. /)
    expect(richTextToPlain(mla)).toMatch(/^Example, Ada, and Madonna\. /)
    expect(richTextToPlain(chicago)).toMatch(/^Example, Ada, and Madonna\. /)
    const other = cite(talk({ guests: ['Madonna', 'Ada Example'] }))
    expect(richTextToPlain(other.apa)).toMatch(/^Madonna & Example, A\. /)
    expect(richTextToPlain(other.mla)).toMatch(/^Madonna and Ada Example\. /)
    expect(richTextToPlain(other.chicago)).toMatch(/^Madonna and Ada Example\. /)
  })

  test('has no full stop behind the full stop of another script; citeproc adds one', () => {
    expect(richTextToPlain(cite(talk({ title: '关于面包。', language: 'zh' })).mla)).toContain('“关于面包。” ')
  })

  test('shows markup in a title as text; citeproc takes it for italics', () => {
    const title = 'A <i>Talk</i> & <script>alert(1)</script>'
    expect(cite(talk({ title })).apa).toContainEqual({
      text: `Example, A. (n.d.). ${title} (Editor, Interviewer). `,
    })
  })

  test('keeps small words of a family name in front; citeproc moves them behind the given name for Chicago', () => {
    const ursula = { label: 'von der Leyen', name: 'Ursula von der Leyen', role: 'guest', about: '' } as const
    const { apa, mla, chicago } = cite({ ...talk(), speakers: [ursula] })
    expect(richTextToPlain(apa)).toMatch(/^von der Leyen, U\. /)
    expect(richTextToPlain(mla)).toMatch(/^von der Leyen, Ursula\. /)
    expect(richTextToPlain(chicago)).toMatch(/^von der Leyen, Ursula\. /)
  })

  test('says "n.d." in Chicago without publication and day', () => {
    const { chicago } = cite(talk({ publication: '' }), { accessed: 'yesterday' })
    expect(richTextToPlain(chicago)).toBe(`Example, Ada. “A Talk about Bread.” Interview by Editor. N.d. ${URL}.`)
  })
})

describe('a citation for programs', () => {
  const interview = blinkenInterview()
  const turn = interview.turns[9]!.id // Dr. Carter on human rights
  const citations = cite(interview, { place: { kind: 'turn', turn }, quote: 'First, it aligns\nwith “values”.' })

  test('is an interview in CSL-JSON, with the answer as note and the quotation as annotation', () => {
    expect(cslItem(citations)).toEqual({
      id: `blinken-initiatives:${turn}`,
      type: 'interview',
      author: [{ given: 'Emily', family: 'Carter' }],
      interviewer: [{ literal: 'Editor' }],
      title: interview.title,
      'container-title': 'Time.news',
      URL,
      accessed: { 'date-parts': [[2026, 11, 24]] },
      language: 'en',
      note: 'Answer 5',
      annote: 'First, it aligns with “values”.',
    })
  })

  test('is an entry in BibTeX', () => {
    expect(citations.bibtex).toBe(
      [
        `@online{blinken-initiatives:${turn},`,
        '  author = {Carter, Emily},',
        `  title = {{${interview.title}}},`,
        '  organization = {Time.news},',
        `  url = {${URL}},`,
        '  urldate = {2026-11-24},',
        '  langid = {english},',
        '  note = {Interview by Editor. Answer 5},',
        '  annotation = {First, it aligns with “values”.},',
        '}',
        '',
      ].join('\n'),
    )
  })

  test('is a record in RIS', () => {
    expect(citations.ris).toBe(
      [
        'TY  - ELEC',
        `ID  - blinken-initiatives:${turn}`,
        'AU  - Carter, Emily',
        `TI  - ${interview.title}`,
        'T2  - Time.news',
        'M3  - Interview',
        `UR  - ${URL}`,
        'Y2  - 2026/11/24/',
        'LA  - en',
        'N1  - Interview by Editor',
        'N1  - Answer 5',
        'N1  - “First, it aligns with “values”.”',
        'ER  - ',
        '',
      ].join('\n'),
    )
  })

  test('leaves out what the interview does not state', () => {
    const bare = cite(talk({ publication: '', guests: [], hosts: [], language: 'x' }), { accessed: '2026-02-30' })
    expect(Object.keys(cslItem(bare))).toEqual(['id', 'type', 'title', 'URL', 'language'])
    expect(bare.bibtex.match(/^ {2}\w+/gm)?.map((name) => name.trim())).toEqual(['title', 'url', 'note'])
    expect(bare.ris.match(/^\w\w/gm)).toEqual(['TY', 'ID', 'TI', 'M3', 'UR', 'LA', 'ER'])
  })

  test.each(Object.entries(cases))('is read back by citation-js with the same fields: %s', (_, each) => {
    const written = cite(each, { quote: 'x {y} \\z & “w” "v" <u>' })
    const item = cslItem(written)
    const bibtex = readEntry(written.bibtex, '@biblatex/text')
    const ris = readEntry(written.ris, '@ris/file')
    for (const read of [bibtex, ris]) {
      expect(read.title).toBe(item.title)
      expect(read.URL).toBe(item.URL)
      expect(namesOf(read.author)).toEqual(namesOf(item.author))
      expect(read.id ?? read['citation-key']).toBe(item.id)
    }
    expect(bibtex.publisher).toBe(item['container-title'])
    expect(bibtex.accessed).toEqual(item.accessed)
    expect(bibtex.annote).toBe(item.annote)
    expect(bibtex.note).toContain('Interview')
    expect(ris['collection-title']).toBe(item['container-title'])
    expect(ris.language).toBe(item.language)
    expect(ris.medium).toBe('Interview')
  })
})

describe('a place in an interview', () => {
  const interview = blinkenInterview()

  test('is located by its answer, its question or its topic', () => {
    const at = (index: number): Place => ({ kind: 'turn', turn: interview.turns[index]!.id }) // it has 17 turns
    expect(locatorOf(interview, at(8))).toBe('Question 5')
    expect(locatorOf(interview, at(9))).toBe('Answer 5')
    expect(locatorOf(interview, { kind: 'topic', topic: interview.topics[1]!.id })).toBe('Topic: China')
    expect(locatorOf(interview, START)).toBe('')
    expect(locatorOf(interview, { kind: 'turn', turn: 'gone' as Interview['turns'][0]['id'] })).toBe('')
  })

  test('has a key of its own in ASCII, whatever script its id is in', () => {
    expect(keyOfId('blinken-initiatives')).toBe('blinken-initiatives')
    expect(keyOfId('Zürich_2')).toBe('Zurich_2')
    expect(keyOfId('面包')).toBe('x9762x5305')
  })
})

describe('whatever an interview holds', { timeout: SLOW_MACHINE_MS }, () => {
  /** Interviews take long to make: fewer of them than fast-check's 100, of which each holds many texts. */
  const RUNS = { numRuns: 40 }
  const anyCiting = interviewArbitrary.chain((interview) =>
    fc.record({
      interview: fc.constant(interview),
      place: fc.constantFrom<Place>(
        START,
        ...interview.turns.map(({ id }): Place => ({ kind: 'turn', turn: id })),
        ...interview.topics.map(({ id }): Place => ({ kind: 'topic', topic: id })),
      ),
      url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'binary' })),
      accessed: fc.oneof(fc.constant(ACCESSED), fc.string()),
      quote: fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...SPECIAL, '\r', '\n') })),
    }),
  )

  test('is cited without fail, in single lines', () => {
    fc.assert(
      fc.property(anyCiting, (citing) => {
        const { apa, mla, chicago, cslJson } = citeAnswer(citing)
        for (const each of [apa, mla, chicago]) {
          expect(richTextToPlain(each)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u)
          expect(each.every(({ text }) => text !== '')).toBe(true)
        }
        expect(JSON.parse(cslJson)).toHaveLength(1)
      }),
      RUNS,
    )
  })

  test('is BibTeX whose braces are in pairs and in which TeX finds no command of the text', () => {
    fc.assert(
      fc.property(anyCiting, (citing) => {
        const { bibtex } = citeAnswer(citing)
        let depth = 0
        for (const brace of bibtex.match(/[{}]/g) ?? []) {
          depth += brace === '{' ? 1 : -1
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        const fields = bibtex.split('\n').filter((line) => /^ {2}\w+ = \{.*\},$/.test(line))
        expect(bibtex.split('\n')).toHaveLength(fields.length + 3)
        for (const field of fields.filter((line) => !line.startsWith('  url'))) {
          const value = field.slice(field.indexOf('{') + 1, -2)
          const rest = value.replaceAll(/\{\\text[a-z]+\}|\\[%&#_$]|\{"\}|\{\}/g, '')
          expect(rest).not.toMatch(/[\\~^"<>|%&#_$]/)
        }
        expect(bibtex).toMatch(/^@online\{[A-Za-z0-9:_-]+,\n/)
      }),
      RUNS,
    )
  })

  test('is RIS in which every line has a tag, and only the last is the end', () => {
    fc.assert(
      fc.property(anyCiting, (citing) => {
        const lines = citeAnswer(citing).ris.split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        expect(lines.pop()).toBe('')
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
        expect(lines.filter((line) => line.startsWith('ER'))).toEqual([lines.at(-1)])
      }),
      RUNS,
    )
  })

  test('is read back by citation-js with the same title and quotation', () => {
    const readable = fc
      .string({ unit: fc.constantFrom(...SPECIAL, 'é', '王', 'ש'), minLength: 1 })
      .map((text) => `a${text.replaceAll(/\s+/g, ' ')}z`)
    fc.assert(
      fc.property(readable, readable, (title, quote) => {
        const { bibtex } = cite(talk({ title }), { quote })
        const read = readEntry(bibtex, '@biblatex/text')
        expect(read.title).toBe(title)
        expect(read.annote).toBe(quote)
      }),
    )
  })
})
