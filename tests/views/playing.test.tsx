import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rangeOfCursor } from '../../src/domain/playback/cursor.ts'
import type { NarratorEvent } from '../../src/domain/playback/narrator.ts'
// Loaded when they are asked for, which is not what is timed here.
import '../../src/views/interview/playing/PlayingOptions.tsx'
import '../../src/views/interview/playing/PlayingRegion.tsx'
import '../../src/views/interview/playing/showPlaying.ts'
import { countingInterview } from '../support/countingInterview.ts'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'
import { drawn, renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const addressOf = (turn: number) => `/interviews/blinken-initiatives/${interview.turns[turn]?.id}/`
const currentTurn = () =>
  interview.turns.findIndex(({ id }) => id === document.querySelector('[aria-current="true"]')?.id)

async function open(turn: number, interviews = [interview]) {
  const app = await renderApp(turn < 0 ? '/interviews/blinken-initiatives/' : addressOf(turn), interviews)
  const { narrator } = app.platform
  const generation = () => narrator.run?.generation ?? 0
  const tell = (event: NarratorEvent) => act(() => narrator.tell(event))
  return { ...app, narrator, generation, tell }
}

describe('playing', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test('nothing plays by itself', async () => {
    const { narrator } = await open(7)
    expect(narrator.run).toBeNull()
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
  })

  test('begins by key at the current turn, and pauses by Space', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard('p')
    expect(narrator.asked).toContain('play 7.0')
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument()
    await user.keyboard(' ')
    expect(narrator.asked.at(-1)).toBe('pause')
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
  })

  test('says first and draws after, in a task of its own; what a hand changes is drawn at once', async () => {
    const { narrator, store } = await open(7)
    act(() => store.getState().play())
    expect(narrator.asked).toContain('play 7.0')
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
    await drawn()
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument()
    act(() => store.getState().setRate(2))
    expect(screen.getByRole('combobox', { name: 'Speed' })).toHaveDisplayValue('2×')
  })

  test('leaves Space to a silent page', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard(' ')
    expect(narrator.run).toBeNull()
  })

  test('takes the current turn along, and the address with it', async () => {
    const { user, tell, generation } = await open(7)
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 8, sentence: 0 } })
    await waitFor(() => expect(currentTurn()).toBe(8))
    await waitFor(() => expect(window.location.pathname).toBe(addressOf(8)))
  })

  test('goes where the reader steps, and nothing of what was being said before moves the place', async () => {
    const { user, narrator, tell, generation } = await open(7)
    await user.keyboard('p')
    const old = generation()
    await user.keyboard('J')
    expect(narrator.run?.from).toEqual({ turn: 9, sentence: 0 })
    tell({ kind: 'sentence', generation: old, cursor: { turn: 8, sentence: 0 } })
    expect(currentTurn()).toBe(9)
  })

  test('goes on from the reader’s turn when they have moved while it was silent', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard('pp')
    await user.keyboard('kkp')
    expect(narrator.run?.from).toEqual({ turn: 5, sentence: 0 })
  })

  test('says in one line that there is no voice and that the place moves on all the same', async () => {
    const { user, narrator, tell } = await open(7)
    await user.keyboard('p')
    tell({
      kind: 'changed',
      capabilities: { ...narrator.capabilities, isAudible: false, silentBecause: 'no-voices' },
    })
    expect(screen.getByRole('status')).toHaveTextContent(
      'No voice for this language here: the place moves on at a reading pace.',
    )
  })

  test('says what happened when the voice dies, and leaves the text', async () => {
    const { user, tell, generation } = await open(7)
    await user.keyboard('p')
    tell({ kind: 'failed', generation: generation(), reason: 'voice-died' })
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('The voice fell silent. Press play to go on.'),
    )
    expect(screen.getByText(/The U.S.-China relationship/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
  })

  test('is as fast as the reader chooses', async () => {
    const { user, narrator } = await open(7)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '1.5×')
    await user.keyboard('p')
    expect(narrator.asked).toContain('setRate 1.5')
  })

  test('falls silent when the reader leaves the interview', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard('p')
    await user.click(screen.getByRole('link', { name: 'Colloquy' }))
    await waitFor(() => expect(narrator.asked).toContain('stop'))
  })

  test('draws no turn for a sentence or a word, and two when the turn changes; beside them only the transport', async () => {
    vi.stubGlobal('CSS', { ...CSS, highlights: new Map() })
    vi.stubGlobal('Highlight', EventTarget)
    const counted = countingInterview(interview)
    const { user, tell, generation } = await open(7, [counted.interview])
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    counted.reset()
    const changed = new Set<string>()
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        changed.add(
          element?.closest('section, article, main')?.getAttribute('aria-label') ??
            element?.outerHTML.slice(0, 200) ??
            '',
        )
      }
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 2 } })
    const { start = 0 } = rangeOfCursor(interview, { turn: 7, sentence: 2 }) ?? {}
    tell({ kind: 'word', generation: generation(), turn: 7, start, end: start + 4 })
    await waitFor(() => expect([...CSS.highlights.keys()]).toEqual(['sentence', 'word']))
    expect([...changed]).toEqual(['Player'])
    expect(counted.rendered()).toEqual([])
    observer.disconnect()
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 8, sentence: 0 } })
    await waitFor(() => expect(currentTurn()).toBe(8))
    expect(counted.rendered()).toEqual([7, 8])
  })

  test('marks the sentence by an element where the browser has no highlights', async () => {
    const { user, tell, generation } = await open(7)
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    expect((await screen.findByText(/^The U\.S\.-China relationship is .* today\.$/)).tagName).toBe('MARK')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 8, sentence: 0 } })
    const turnsMarked = () => Array.from(document.querySelectorAll('mark'), (mark) => mark.closest('article')?.id)
    await waitFor(() => expect(turnsMarked()).toEqual([interview.turns[8]?.id]))
  })

  test('steps by sentence, by key and by button', async () => {
    const { user, narrator, tell, generation } = await open(7)
    expect(screen.getByRole('button', { name: 'Next sentence' })).toHaveAttribute('aria-disabled', 'true')
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    await user.keyboard('.')
    expect(narrator.run?.from).toEqual({ turn: 7, sentence: 1 })
    await user.click(screen.getByRole('button', { name: 'Previous sentence' }))
    expect(narrator.run?.from).toEqual({ turn: 7, sentence: 0 })
    await user.click(screen.getByRole('button', { name: 'Previous sentence' }))
    expect(narrator.run?.from.turn).toBe(6)
    await waitFor(() => expect(currentTurn()).toBe(6))
  })

  test('takes the current turn along when sentences are stepped through while it is paused', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard('pp')
    await user.keyboard(',')
    await waitFor(() => expect(currentTurn()).toBe(6))
    expect(narrator.asked.at(-1)).toBe('pause')
  })

  test('leaves a step alone that is taken in the moment of pausing', async () => {
    const { user, tell, generation } = await open(7)
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    await drawn()
    fireEvent.keyDown(document.body, { key: 'p' })
    fireEvent.keyDown(document.body, { key: 'k' })
    for (let task = 0; task < 5; task += 1) await drawn()
    expect(currentTurn()).toBe(6)
  })

  test('shows how far it has come and how long it still takes, in the time of the chosen speed', async () => {
    const { user, tell, generation } = await open(7)
    const player = screen.getByRole('region', { name: 'Player' })
    expect(player).toHaveTextContent('about 4 min')
    await user.keyboard('p')
    tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } })
    expect(within(player).getByTitle('Played')).toHaveTextContent('1:38')
    expect(within(player).getByTitle('Left at this speed')).toHaveTextContent('−2:29')
    await user.selectOptions(within(player).getByRole('combobox', { name: 'Speed' }), '2×')
    expect(within(player).getByTitle('Left at this speed')).toHaveTextContent('−1:14')
  })

  test('waits after each answer for those who study, with again and next', async () => {
    const { user, narrator, store, tell, generation } = await open(7)
    act(() => store.getState().choosePlayback({ pauseAfter: 'answer' }))
    await user.keyboard('p')
    tell({ kind: 'finished', generation: generation() })
    const note = await screen.findByRole('complementary', { name: 'Playing' })
    expect(note).toHaveTextContent('End of answer 4')
    expect(screen.getByRole('status')).toHaveTextContent('End of answer 4')
    await user.click(within(note).getByRole('button', { name: 'Again' }))
    expect(narrator.run?.from).toEqual({ turn: 7, sentence: 0 })
    expect(screen.queryByRole('complementary', { name: 'Playing' })).not.toBeInTheDocument()
    tell({ kind: 'finished', generation: generation() })
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    expect(narrator.run?.from).toEqual({ turn: 8, sentence: 0 })
  })

  test('goes where the reader steps while it waits', async () => {
    const { user, narrator, store, tell, generation } = await open(7)
    act(() => store.getState().choosePlayback({ pauseAfter: 'sentence' }))
    await user.keyboard('p')
    tell({ kind: 'finished', generation: generation() })
    await user.keyboard('j')
    expect(narrator.run?.from).toEqual({ turn: 8, sentence: 0 })
  })

  test('ends with again and the other interviews', async () => {
    const { user, narrator, generation } = await open(16, [interview, hebrewInterview()])
    await user.keyboard('p')
    await act(async () => narrator.tell({ kind: 'finished', generation: generation() }))
    const note = await screen.findByRole('complementary', { name: 'Playing' })
    expect(note).toHaveTextContent('End of the interview')
    expect(screen.getByTitle('Left at this speed')).toHaveTextContent('−0:00')
    expect(await within(note).findByRole('link')).toHaveAttribute('href', '/interviews/shalom/')
    await user.keyboard('r')
    expect(narrator.run?.from).toEqual({ turn: 0, sentence: 0 })
  })

  test('offers to go on where the reader stopped, and sounds only when they ask for it', async () => {
    const { user, narrator, store } = await open(-1)
    act(() =>
      store.getState().offerToContinue({
        cursor: { turn: 7, sentence: 1 },
        turn: store.getState().interview!.turns[7]!.id,
        isPlayed: true,
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Continue at China, 1:44' }))
    expect(currentTurn()).toBe(7)
    expect(narrator.run).toBeNull()
    await user.keyboard('p')
    expect(narrator.run?.from).toEqual({ turn: 7, sentence: 1 })
  })

  test('says nothing to a screen reader while it reads aloud', async () => {
    const { user, store } = await open(7)
    await user.keyboard('p')
    await user.keyboard('3')
    const status = screen.getByRole('status')
    expect(status).toHaveTextContent('')
    act(() => store.getState().tell('Something else'))
    expect(status).toHaveAttribute('aria-live', 'off')
    await user.keyboard(' ')
    expect(status).toHaveAttribute('aria-live', 'polite')
  })

  test('lets the reader choose what plays, and how it sounds', async () => {
    const { user, narrator, store } = await open(7)
    await user.keyboard('o')
    const inPanel = within(await screen.findByRole('dialog', { name: 'Playing options' }))
    const [answers] = await inPanel.findAllByRole('radio', { name: 'Answers' })
    await user.click(answers!)
    expect(store.getState().playback.options.scope).toBe('answers')
    await user.selectOptions(inPanel.getByRole('combobox', { name: /Voice of\s*Dr. Carter/ }), 'A (en-US)')
    expect(narrator.asked.at(-1)).toBe('setVoices {"guest":"a"}')
    await user.click(inPanel.getByRole('button', { name: 'Hear the voice of Dr. Carter' }))
    expect(narrator.asked.at(-1)).toBe('sample guest')
    await user.click(inPanel.getByRole('button', { name: 'Mute' }))
    expect(narrator.asked.at(-1)).toBe('setVolume 0')
  })
})
