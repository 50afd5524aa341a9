import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from '../../../src/domain/foldedText.ts'
import { turnText, type Interview } from '../../../src/domain/interview.ts'
import { checkQuote, MAX_CHECKED_LENGTH } from '../../../src/domain/quoteCheck/checkQuote.ts'
import { describeCheck } from '../../../src/domain/quoteCheck/describeCheck.ts'
import type { Verdict } from '../../../src/domain/quoteCheck/verdict.ts'
import { isWordEdge } from '../../../src/domain/wordEdges.ts'
import { escapeForRegExp } from '../../../src/domain/words.ts'
import { interviewArbitrary } from '../../support/interviewArbitrary.ts'
import { blinkenInterview, interviewFrom } from '../../support/interviews.ts'

const HEAD = '---\ntitle: T\nlanguage: zh\nspeakers:\n  - { label: 主, role: interviewer }\n---\n\n'
const blinken = blinkenInterview()
const verdictOf = (pasted: string) => checkQuote(blinken, pasted).verdict
const wordsAt = (interview: Interview, { turn, start, end }: { turn: number; start: number; end: number }) =>
  turnText(interview.turns[turn]!).slice(start, end)

/** What differs, each as it was quoted and as it was said; null when the verdict is another. */
const differences = (verdict: Verdict) =>
  verdict.kind === 'differs'
    ? verdict.runs.flatMap(({ isSame, quoted, said }) => (isSame ? [] : [[quoted.trim(), said.trim()]]))
    : null

const SENTENCE =
  'Blinken’s strategy appears to be one of strategic competition with a willingness to engage when necessary.'

describe('checkQuote', () => {
  it.each([
    ['as it stands', SENTENCE],
    ['with plain quotation marks', SENTENCE.replace('’', "'")],
    ['in quotation marks', `“${SENTENCE}”`],
    ['over lines', SENTENCE.replace('one of', 'one\n   of')],
    ['with who said it', `"${SENTENCE}" — Dr. Emily Carter`],
    ['with who said it first', `Dr. Carter: ${SENTENCE}`],
    ['with who said it in brackets', `${SENTENCE} (Carter)`],
  ])('takes a quotation %s for verbatim', (_, pasted) => {
    const { verdict } = checkQuote(blinken, pasted)
    expect(verdict.kind).toBe('verbatim')
    if (verdict.kind === 'verbatim') expect(verdict.places.map((place) => wordsAt(blinken, place))).toEqual([SENTENCE])
  })

  it.each([
    ['a word changed', SENTENCE.replace('strategic', 'tactical'), 1],
    ['a word left out', SENTENCE.replace('strategic ', ''), 1],
    ['a word put in', SENTENCE.replace('strategic', 'open strategic'), 1],
    ['its first word changed', SENTENCE.replace('Blinken’s', 'Their'), 1],
    ['its last word changed', SENTENCE.replace('necessary', 'needed'), 1],
    ['two words changed', SENTENCE.replace('strategic', 'tactical').replace('necessary', 'needed'), 2],
    ['a capital changed', SENTENCE.replace('Blinken', 'blinken'), 0],
    ['a comma put in', SENTENCE.replace('competition', 'competition,'), 0],
    ['the full stop changed', SENTENCE.replace('.', '!'), 0],
    ['a character that nobody sees', SENTENCE.replace('strategic', 'stra\u200Btegic'), 0],
    ['an accent put on', SENTENCE.replace('strategy', 'strâtegy'), 0],
  ])('never takes a quotation with %s for verbatim', (_, pasted, changes) => {
    const verdict = verdictOf(pasted)
    expect(verdict).toMatchObject({ kind: 'differs', changes })
  })

  it('shows what differs word by word', () => {
    const verdict = verdictOf(SENTENCE.replace('strategic', 'tactical').replace(' when necessary', ''))
    expect(differences(verdict)).toEqual([
      ['tactical', 'strategic'],
      ['.', ''],
    ])
    if (verdict.kind !== 'differs') return
    expect(verdict.runs.map(({ quoted }) => quoted).join('')).toBe(
      SENTENCE.replace('strategic', 'tactical').replace(' when necessary', ''),
    )
  })

  it.each([
    ['a capital', SENTENCE.replace('Blinken', 'blinken'), [['blinken’s', 'Blinken’s']]],
    ['a comma', SENTENCE.replace('competition', 'competition,'), [[',', '']]],
    ['the full stop', SENTENCE.replace('.', '!'), [['!', '.']]],
    ['an accent', SENTENCE.replace('strategy', 'strâtegy'), [['strâtegy', 'strategy']]],
    ['a space', SENTENCE.replace('competition', 'competi tion'), [['competi tion', 'competition']]],
    ['a character that nobody sees', SENTENCE.replace('one', 'one\u200B'), [['[U+200B]', '']]],
    ['a byte order mark at its beginning', `\uFEFF${SENTENCE}`, [['[U+FEFF]', '']]],
    ['a byte order mark at its end', `${SENTENCE}\uFEFF`, [['[U+FEFF]', '']]],
  ])('shows %s that differs, to the letter', (_, pasted, differing) => {
    expect(differences(verdictOf(pasted))).toEqual(differing)
  })

  it.each([
    ['We can', 'We can’t leave.', [['can', 'can’t']]],
    ['t leave', 'We can’t leave.', null],
    ['500 at', 'It cost $1,500 at first.', null],
    ['1,500 at', 'It cost $1,500 at first.', [['', '$']]],
    ['5 percent', 'It rose 3.5 percent.', null],
    ['rose 3', 'It rose 3.5 percent.', null],
    ['5 degrees', 'It was −5 degrees.', [['', '−']]],
    ['5 degrees', 'It was .5 degrees.', [['', '.']]],
    ['rose by 5', 'It rose by 5% then.', [['', '%']]],
    ['30 then', 'It was 12:30 then.', null],
    ['11 attacks', 'The 9/11 attacks.', null],
    ['S. foreign', 'The U.S. foreign policy.', null],
  ])('never takes “%s” out of “%s” for verbatim', (pasted, said, differing) => {
    const { verdict } = checkQuote(interviewFrom('x', `${HEAD}主: ${said}\n`), pasted)
    expect(verdict.kind).not.toBe('verbatim')
    if (differing) expect(differences(verdict)).toEqual(differing)
  })

  it.each([
    ['Well-known', 'Well-known facts.'],
    ['known facts', 'Well-known facts.'],
    ['from 5', 'It runs from 5–10 there.'],
    ['the U.S', 'the U.S.'],
    ['dogs', 'The dogs’ owner.'],
    ['can', '“We can” they said.'],
    ['$1,500 at', 'It cost $1,500 at first.'],
    ['five', 'The word “five”, no more.'],
  ])('takes “%s” out of “%s” for verbatim', (pasted, said) => {
    const { verdict } = checkQuote(interviewFrom('x', `${HEAD}主: ${said}\n`), pasted)
    expect(verdict.kind).toBe('verbatim')
  })

  it('cuts scripts without spaces anywhere', () => {
    const chinese = interviewFrom('x', `${HEAD}主: 外交政策的新方向是什么？\n`)
    expect(checkQuote(chinese, '政策的新').verdict.kind).toBe('verbatim')
    expect(checkQuote(chinese, '政策的旧').verdict.kind).not.toBe('verbatim')
  })

  it('does not take words that are cut off in the middle for verbatim', () => {
    expect(verdictOf('linken’s strategy appears to be one of strategic compet').kind).not.toBe('verbatim')
  })

  it('tells who is said to have said it', () => {
    expect(checkQuote(blinken, `“${SENTENCE}” said the Editor`).claimed).toBe(null) // “the” is none of the name
    expect(checkQuote(blinken, `“${SENTENCE}” — Editor`)).toMatchObject({
      claimed: 'Editor',
      verdict: { kind: 'verbatim' },
    })
  })

  it('calls nobody another speaker who said it too, in whichever of many places', () => {
    const head = HEAD.replace('---\n\n', '  - { label: 客, role: guest }\n---\n\n')
    const many = `${'主: Well said.\n\n客: Go on.\n\n'.repeat(6)}主: Yes.\n\n客: Well said.\n`
    const interview = interviewFrom('x', head + many)
    const check = checkQuote(interview, 'Well said.')
    expect(check.verdict.kind === 'verbatim' && check.verdict.places).toHaveLength(7)
    expect(describeCheck(interview, { check, claimed: '客' })).toMatch(/^Verbatim, in 7 places\. 5 are shown\./)
  })

  it('follows an ellipsis in one turn, and tells it from words of two places', () => {
    const [first, second] = ['Blinken’s strategy appears to be one of', 'with a willingness to engage when necessary.']
    for (const sign of [' … ', '… ', ' ... ', ' [...] ', ' (…) ', ' . . . '])
      expect(verdictOf(first + sign + second)).toMatchObject({ kind: 'shortened', pieces: [{}, {}] })
    expect(verdictOf(`${second} … ${first}`)).toMatchObject({ kind: 'joined' })
    for (const cut of [`… ${second}`, `${first} …`])
      expect(verdictOf(cut)).toMatchObject({ kind: 'shortened', pieces: [{}] })
  })

  it('compares what stands between ellipses piece by piece', () => {
    const [first, second] = ['Blinken’s strategy appears to be one of', 'with a willingness to engage when necessary.']
    const changed = verdictOf(`${first} … ${second.replace('engage', 'fight')}`)
    expect(changed).toMatchObject({ kind: 'differs', changes: 1, missing: 0, places: [{ turn: 7 }, { turn: 7 }] })
    expect(differences(changed)).toEqual([['fight', 'engage']])
    const absent = verdictOf(`${first} … warm hands and a mill`)
    expect(absent).toMatchObject({ kind: 'differs', changes: 0, missing: 1, places: [{ turn: 7 }] })
    expect(differences(absent)).toEqual([['warm hands and a mill', '']])
    expect(verdictOf('Bread needs patience … warm hands and a mill').kind).toBe('absent')
  })

  it('finds a quotation that was put together without saying so', () => {
    const other = turnText(blinken.turns[9]!).split(/(?<=\.) /)[0]!
    const verdict = verdictOf(`${SENTENCE} ${other}`)
    expect(verdict).toMatchObject({ kind: 'joined', pieces: [{ turn: 7 }, { turn: 9 }] })
    if (verdict.kind === 'joined')
      expect(verdict.pieces.map((each) => wordsAt(blinken, each))).toEqual([SENTENCE, other])
  })

  it('says that words are not there, with the nearest passage or none', () => {
    expect(verdictOf('Bread needs patience, warm hands and a mill that you trust.').kind).toBe('absent')
    expect(verdictOf('Xylophones!')).toEqual({ kind: 'absent', nearest: null })
    for (const nothing of ['', '  ', '…', '“”', '—', '\uD800', '\u202E'])
      expect(verdictOf(nothing)).toEqual({ kind: 'absent', nearest: null })
  })

  it('checks so much and no more', () => {
    expect(checkQuote(blinken, 'a '.repeat(MAX_CHECKED_LENGTH / 2)).verdict.kind).toBe('absent')
    expect(() => checkQuote(blinken, 'a'.repeat(MAX_CHECKED_LENGTH + 1))).toThrow(RangeError)
  })

  /** Where the shape-folded words stand from word to word: the simplest way to say what verbatim means. */
  const standsIn = (text: string, words: string) =>
    foldedText(text, 'shapes').folded.includes(foldedText(words, 'shapes').folded.replaceAll(/^ | $/g, ''))

  it('finds any words of a turn verbatim in the turns that have them, and in no other', () => {
    fc.assert(
      fc.property(interviewArbitrary, fc.nat(), fc.nat(), fc.nat(), (interview, pick, from, length) => {
        const turn = pick % interview.turns.length
        const text = turnText(interview.turns[turn]!)
        const words = Array.from(text.matchAll(/[\S\uFEFF]+/g), ({ 0: word, index }) => ({
          start: index,
          end: index + word.length,
        }))
        if (words.length === 0) return
        const start = from % words.length
        const end = Math.min(words.length - 1, start + (length % 12))
        const quoted = text.slice(words[start]!.start, words[end]!.end)
        if (quoted.length > 1000 || !/[\p{L}\p{N}]/u.test(quoted)) return
        if (!isWordEdge(text, words[start]!.start) || !isWordEdge(text, words[end]!.end)) return // an unseen character there
        const { verdict } = checkQuote(
          interview,
          quoted.replaceAll('’', "'").replaceAll('—', '–').replaceAll(' ', '\n '),
        )
        expect(verdict.kind).toBe('verbatim')
        if (verdict.kind !== 'verbatim') return
        expect(verdict.places.map((place) => place.turn)).toContain(turn)
        for (const place of verdict.places) {
          expect(foldedText(wordsAt(interview, place), 'shapes').folded).toBe(
            foldedText(quoted, 'shapes').folded.replaceAll(/^ | $/g, ''),
          )
          expect(standsIn(turnText(interview.turns[place.turn]!), quoted)).toBe(true)
        }
      }),
    )
  })

  it('never takes a stretch that is cut inside a word or a number for verbatim', () => {
    const piece = fc.constantFrom(
      ...'We can’t U.S. $1,500 3.5 −5 12:30 9/11 5% well-known l’été naïve … “ ” — , .'.split(' '),
    )
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pieces, from, length) => {
        const text = pieces.join(' ').replaceAll(/ +/g, ' ').trim()
        const start = from % text.length
        const quoted = text.slice(start, start + 1 + (length % (text.length - start)))
        fc.pre(quoted.trim() === quoted && !/^["“”„‟«»'‘’‚‹›]/.test(quoted))
        const interview = interviewFrom('x', `${HEAD}主: a ${text} z\n`)
        const said = turnText(interview.turns[0]!)
        const edges = new Set([...segmenter.segment(said)].map(({ index }) => index))
        const { verdict } = checkQuote(interview, quoted)
        const isCut = Array.from(said.matchAll(new RegExp(escapeForRegExp(quoted), 'g'))).every(
          ({ index }) => !edges.has(index) || !edges.has(index + quoted.length),
        )
        expect(isCut && verdict.kind === 'verbatim').toBe(false)
      }),
    )
  })

  it('never takes changed words for verbatim, unless they stand there too', () => {
    const changes: ((words: string[], at: number) => string[])[] = [
      (words, at) => words.toSpliced(at, 1, 'otherwise'),
      (words, at) => words.toSpliced(at, 1),
      (words, at) => words.toSpliced(at, 0, 'not'),
      (words, at) => words.with(at, `${words[at]},`),
      (words, at) =>
        words.with(at, words[at] === words[at]?.toUpperCase() ? words[at]!.toLowerCase() : words[at]!.toUpperCase()),
      (words, at) => words.with(at, `${words[at]}\u200B`),
    ]
    fc.assert(
      fc.property(
        interviewArbitrary,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...changes),
        (interview, pick, at, change) => {
          const text = turnText(interview.turns[pick % interview.turns.length]!).slice(0, 1000)
          const words = text.split(/\s+/)
          const quoted = change(words, at % words.length).join(' ')
          const { words: checked, verdict } = checkQuote(interview, quoted)
          if (verdict.kind !== 'verbatim') return
          expect(interview.turns.some((turn) => standsIn(turnText(turn), checked))).toBe(true)
          for (const place of verdict.places)
            expect(foldedText(wordsAt(interview, place), 'shapes').folded).toBe(
              foldedText(checked, 'shapes').folded.replaceAll(/^ | $/g, ''),
            )
        },
      ),
    )
  })
})
