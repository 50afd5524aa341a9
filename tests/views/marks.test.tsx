import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { turnText, type Interview } from '../../src/domain/interview.ts'
import { blinkenInterview, interviewFrom } from '../support/interviews.ts'
import { HOSTILE } from '../support/markArbitrary.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const address = `${start}${interview.turns[7]?.id}/`
const card = () => within(screen.getByRole('region', { name: 'Marks and notes' }))
const ids = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const markOf = (from: Interview, index: number, { words = '', note = '', number = 1 } = {}) => {
  const turn = from.turns[index]!
  const at = turnText(turn).indexOf(words)
  const range = words === '' ? null : { start: at, end: at + words.length }
  return makeMark(from, { turn, range, note, id: ids(number), now: '2026-01-01T00:00:00.000Z' })
}
const openCard = async (path = address, marks: readonly ReturnType<typeof markOf>[] = []) => {
  const app = await renderApp(path)
  for (const mark of marks) app.platform.markStore.kept.set(mark.id, mark)
  await act(async () => void (await import('../../src/views/interview/marks/MarksTool.tsx')))
  await app.user.keyboard('g')
  await screen.findByRole('region', { name: 'Marks and notes' })
  return app
}

describe('marks', () => {
  test('keep a turn, show it in its tools and in the card, and let it go again', async () => {
    const { user, platform } = await renderApp(address)
    await user.keyboard('b')
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Keep answer 4' })).toHaveAttribute('aria-pressed', 'true'),
    )
    expect([...platform.markStore.kept.values()]).toMatchObject([
      { turn: interview.turns[7]?.id, quote: null, speaker: 'Dr. Carter' },
    ])
    await user.keyboard('g')
    expect(await screen.findByText(/^The U\.S\.-China relationship/, { selector: 'blockquote' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Keep answer 4' }))
    await waitFor(() => expect(platform.markStore.kept.size).toBe(0))
  })

  test('hold a note, which is kept while it is written and when the card is closed', async () => {
    const { user, platform } = await renderApp(address)
    await user.keyboard('a')
    const field = await screen.findByRole('textbox', { name: 'Note' })
    await waitFor(() => expect(field).toHaveFocus())
    await user.type(field, 'Compare with 2021 <b>')
    await user.keyboard('{Escape}')
    await waitFor(() => expect([...platform.markStore.kept.values()][0]?.note).toBe('Compare with 2021 <b>'))
  })

  test('hold what was typed of a note while it was being made, and no key of it means anything else', async () => {
    const { user, platform } = await renderApp(address)
    const { put } = platform.markStore
    let write = () => {}
    const isWritten = new Promise<void>((done) => (write = done))
    platform.markStore.put = (marks) => isWritten.then(() => put(marks))
    await user.keyboard('ajump to / the end')
    write()
    const field = await screen.findByRole('textbox', { name: 'Note' })
    await waitFor(() => expect(field).toHaveFocus())
    await user.keyboard('!')
    expect(field).toHaveValue('jump to / the end!')
    expect(document.querySelector('[aria-current="true"]')).toHaveAttribute('id', interview.turns[7]?.id)
    await user.keyboard('{Escape}')
    await waitFor(() => expect([...platform.markStore.kept.values()][0]?.note).toBe('jump to / the end!'))
  })

  test('show their notes behind the words of their turns, and each opens for writing', async () => {
    const note = 'Compare with 2021 <b>'
    const app = await openCard(address, [
      markOf(interview, 7, { words: 'open lines of communication', note, number: 1 }),
      markOf(interview, 7, { number: 2 }),
      markOf(interview, 9, { note: 'another turn', number: 3 }),
    ])
    await app.user.keyboard('{Escape}')
    const notes = within(await screen.findByRole('group', { name: 'Your note on answer 4' }))
    const shown = notes.getByRole('button', { name: note })
    const words = document.getElementById(interview.turns[7]!.id)?.querySelectorAll(':scope > p') ?? []
    for (const paragraph of words)
      expect(paragraph.compareDocumentPosition(shown)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await app.user.click(shown)
    await waitFor(() => expect(card().getByDisplayValue(note)).toHaveFocus())
    await app.user.keyboard(' and 2019{Escape}')
    expect(await notes.findByRole('button', { name: `${note} and 2019` })).toBeInTheDocument()
    await app.user.click(
      within(screen.getByRole('group', { name: 'Your note on answer 5' })).getAllByRole('button')[0]!,
    )
    await waitFor(() => expect(card().getByDisplayValue('another turn')).toHaveFocus())
  })

  test('are listed in the order of the text, with those that are gone last, by their old words', async () => {
    const before = interviewFrom(
      'blinken-initiatives',
      '---\ntitle: T\nlanguage: en\nspeakers:\n  - { label: A, role: guest }\n---\n\nA: Bread needs patience and warm hands, and a mill that you trust.\n',
    )
    await openCard(
      address,
      [
        markOf(before, 0, { words: 'Bread needs patience', number: 1 }),
        markOf(interview, 9, { words: 'global leadership', number: 2, note: 'second' }),
        markOf(interview, 1, { number: 3, note: 'first' }),
      ].filter((mark) => mark.quote === null || mark.quote.exact !== ''),
    )
    const items = card().getAllByRole('listitem')
    expect(items.at(-1)).toHaveTextContent('This is no longer in the interview:Bread needs patience')
    expect(items[0]).toHaveTextContent('first')
  })

  test('go on where nothing can be kept, and say so with the way out', async () => {
    const { user, platform } = await renderApp(address)
    platform.markStore.trouble = 'full'
    await user.keyboard('b')
    await waitFor(() =>
      expect(
        screen.getByText(/^There is no room left in this browser: .* Export them to keep them\.$/),
      ).toBeInTheDocument(),
    )
    expect(screen.getByRole('button', { name: 'Keep answer 4' })).toHaveAttribute('aria-pressed', 'true')
    expect(platform.markStore.kept.size).toBe(0)
  })

  test('of another tab come at once', async () => {
    const { platform } = await openCard()
    act(() => platform.markStore.putElsewhere(markOf(interview, 3, { note: 'of another tab' })))
    expect(await screen.findByDisplayValue('of another tab')).toBeInTheDocument()
  })

  test('show hostile words and notes letter by letter', async () => {
    const hostile = HOSTILE.slice(0, 40).map((note, index) => ({
      ...markOf(interview, 1, { number: index }),
      words: note,
      note,
    }))
    await openCard(address, hostile)
    await waitFor(() => expect(card().getAllByRole('textbox')).toHaveLength(hostile.length))
    const shown = card()
      .getAllByRole('listitem')
      .map((item) => item.querySelector('blockquote')?.textContent)
    expect(new Set(shown)).toEqual(new Set(hostile.map(({ words }) => words)))
    expect(document.querySelectorAll('blockquote *, li script, li img, li iframe')).toHaveLength(0)
  })
})

describe('the page of all marks', () => {
  test('lists them by interview, and takes in a file as it came out, or says what is wrong with it', async () => {
    const app = await renderApp('/marks/')
    const marks = [markOf(interview, 1, { number: 1, note: 'one' }), markOf(interview, 3, { number: 2 })]
    expect(await screen.findByText(/^Nothing is marked yet\./)).toBeVisible()
    const { writeMarkdown } = await import('../../src/domain/marks/formats/markdown.ts')
    const file = new File([writeMarkdown(marks, () => 'https://example.org/')], 'marks.md')
    await app.user.upload(screen.getByLabelText('Import'), file)
    await waitFor(() => expect(screen.getByText('2 marks imported.')).toBeVisible())
    expect([...app.platform.markStore.kept.values()]).toEqual(marks)
    expect(screen.getByRole('heading', { level: 2, name: interview.title })).toBeVisible()
    expect(screen.getByDisplayValue('one')).toBeVisible()
    await app.user.upload(screen.getByLabelText('Import'), file)
    await waitFor(() => expect(screen.getByText('0 marks imported, 2 were there already.')).toBeVisible())
    await app.user.upload(screen.getByLabelText('Import'), new File(['{"first": {'], 'broken.json'))
    await waitFor(() =>
      expect(screen.getByText('broken.json was not imported, and nothing was changed.')).toBeVisible(),
    )
    expect(screen.getByText(/^This is no JSON: /)).toBeVisible()
    expect(app.platform.markStore.kept.size).toBe(2)
  })

  test('takes in annotations of other programs, and finds the turns of their words', async () => {
    const app = await renderApp('/marks/')
    const annotation = (exact: string, note: string, place = start) => ({
      type: 'Annotation',
      created: note === 'lost' ? '2026-01-02T00:00:00Z' : '2026-01-01T00:00:00Z',
      body: { type: 'TextualBody', value: note },
      target: { source: `https://example.org${place}`, selector: [{ type: 'TextQuoteSelector', exact }] },
    })
    const file = (items: unknown) => new File([JSON.stringify(items)], 'annotations.json')
    await app.user.upload(
      await screen.findByLabelText('Import'),
      file([
        annotation('open lines of communication', '<b>found</b>'),
        annotation('open lines of communication', 'on the page of another turn', `${start}${interview.turns[3]?.id}/`),
        annotation('never said by anybody here', 'lost'),
      ]),
    )
    await waitFor(() => expect(screen.getByText('3 marks imported.')).toBeVisible())
    expect(screen.getByText('1 of them is not in the text as it is now: kept with the old words.')).toBeInTheDocument()
    const { id: turn, fingerprint, speaker } = interview.turns[7]!
    const title = interview.shortTitle
    expect([...app.platform.markStore.kept.values()]).toMatchObject([
      { turn, fingerprint, speaker, title, note: '<b>found</b>', words: 'open lines of communication' },
      { turn, fingerprint, speaker, title, note: 'on the page of another turn' },
      { turn: 'not-known', speaker: '', title, note: 'lost', words: 'never said by anybody here' },
    ])
    expect(screen.getAllByRole('link', { name: 'Go there' })[2]).toHaveAttribute(
      'href',
      `${start}?quote=never%20said%20by%20anybody%20here`,
    )
    await app.user.upload(
      screen.getByLabelText('Import'),
      file([annotation('open lines', 'new'), annotation('words', 'x', '.evil.example/')]),
    )
    expect(
      await screen.findByText('Annotation 2 is about another site: https://example.org.evil.example/.'),
    ).toBeVisible()
    expect(app.platform.markStore.kept.size).toBe(3)
  })
})
