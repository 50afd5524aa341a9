import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { turnText } from '../../src/domain/interview.ts'
import { markedTurn } from '../../src/domain/markedRuns.ts'
import { pageRangesOf, rangesOfSelection } from '../../src/views/interview/textRanges.ts'
import { blinkenInterview } from '../support/interviews.ts'

const interview = blinkenInterview()
const turn = { ...interview.turns[7]!, paragraphs: ['We asked often.', 'They', 'did not answer, so we left.'] }
const told = { ...interview, turns: interview.turns.map((each, index) => (index === 7 ? turn : each)) }
const text = turnText(turn)

const range = fc
  .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other), kind: 'hit' }))

/** The turn as a page shows it, with words of it in elements. */
function show(marks: readonly { readonly start: number; readonly end: number; readonly kind: string }[]): HTMLElement {
  const [transcript, article] = [document.createElement('div'), document.createElement('article')]
  article.id = turn.id
  markedTurn(turn, marks).forEach((runs, position) => {
    const paragraph = document.createElement('p')
    paragraph.dir = 'auto'
    if (!runs) paragraph.textContent = turn.paragraphs[position] ?? ''
    for (const run of runs ?? []) {
      if (run.kinds.length === 0) paragraph.append(run.text)
      else paragraph.append(Object.assign(document.createElement('mark'), { textContent: run.text }))
    }
    article.append(paragraph)
  })
  transcript.append(article)
  document.body.replaceChildren(transcript)
  return transcript
}

afterEach(() => document.body.replaceChildren())

test('words of a turn are found in the page and back, however its paragraphs are cut by marks', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 5 }), range, (marks, { start, end }) => {
      const transcript = show(marks)
      const found = pageRangesOf({ turn: turn.id, start, end })
      const words = text.slice(start, end)
      expect(found.map(String)).toEqual(words.split('\n\n').flatMap((part) => part.match(/[^\n]+/) ?? []))
      for (const { startContainer, startOffset, endOffset } of found) {
        // A range that began at the end of the text before would also stand in the line before.
        expect(startOffset).toBeLessThan(startContainer.textContent?.length ?? 0)
        expect(endOffset).toBeGreaterThan(0)
      }
      const [first, last] = [found[0], found.at(-1)]
      if (!first || !last) return
      const selected = document.createRange()
      selected.setStart(first.startContainer, first.startOffset)
      selected.setEnd(last.endContainer, last.endOffset)
      const [back] = rangesOfSelection(told, transcript, selected)
      const isWord = (at: number) => text[at] !== '\n'
      const trimmed = Array.from({ length: end - start }, (_, at) => start + at).filter(isWord)
      expect(back).toEqual({ turn: turn.id, start: trimmed[0], end: trimmed.at(-1)! + 1 })
    }),
  )
})
