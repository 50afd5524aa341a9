import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Interview } from '../../src/domain/interview.ts'
import { rangeOfCursor, type Cursor } from '../../src/domain/playback/cursor.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { evenRecording } from '../support/recording.ts'
import { drawn, renderApp } from '../support/renderApp.tsx'

const text = blinkenInterview()
const interview: Interview = {
  ...text,
  recording: { ...evenRecording(text, { secondsPerWord: 0.4, hasWords: true }), file: 'a talk.mp3' },
}
const START = '/interviews/blinken-initiatives/'

afterEach(() => {
  vi.useRealTimers()
})

async function open(turn: number, shown = interview) {
  const app = await renderApp(`${START}${interview.turns[turn]?.id}/`, [shown])
  const { narrator } = app.platform
  return { ...app, narrator, generation: () => narrator.run?.generation ?? 0 }
}

/** Clicks on the first word of a sentence, with a finger: nothing is waited for then. */
function clickOn(cursor: Cursor) {
  const article = document.getElementById(interview.turns[cursor.turn]?.id ?? '')
  const paragraph = article?.querySelector('p[dir="auto"]')
  let offset = rangeOfCursor(interview, cursor)?.start ?? 0
  const texts = document.createTreeWalker(paragraph ?? document, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()?.nodeValue && offset >= (texts.currentNode.nodeValue ?? '').length)
    offset -= texts.currentNode.nodeValue?.length ?? 0 // words that are marked are a text of their own
  if (!paragraph) throw new Error('there is no such turn')
  const caret = { offsetNode: texts.currentNode, offset, getClientRect: () => null }
  Object.assign(document, { caretPositionFromPoint: () => caret })
  fireEvent(paragraph, new PointerEvent('click', { bubbles: true, pointerType: 'touch' }))
  Object.assign(document, { caretPositionFromPoint: undefined })
}

describe('a click on a word', () => {
  test('takes what plays to its sentence', async () => {
    const { user, narrator } = await open(7)
    await user.keyboard('p')
    clickOn({ turn: 7, sentence: 2 })
    expect(narrator.run?.from).toEqual({ turn: 7, sentence: 2 })
    expect(narrator.asked.filter((asked) => asked.startsWith('play'))).toEqual(['play 7.0', 'play 7.2'])
    clickOn({ turn: 9, sentence: 1 })
    expect(narrator.run?.from).toEqual({ turn: 9, sentence: 1 })
    expect(narrator.asked.filter((asked) => asked.startsWith('play'))).toHaveLength(3)
  })

  test('moves what is paused there, in silence, and play goes on from it', async () => {
    const { user, narrator, store } = await open(7)
    await user.keyboard('pp')
    clickOn({ turn: 9, sentence: 1 })
    expect(narrator.asked.at(-1)).toBe('pause')
    expect(store.getState().playback).toMatchObject({ phase: { kind: 'paused' }, cursor: { turn: 9, sentence: 1 } })
    await user.keyboard('p')
    expect(narrator.run).toMatchObject({ from: { turn: 9, sentence: 1 }, isResumed: false })
  })

  test('only picks the turn on a page that is silent', async () => {
    const { user, narrator, store } = await open(7)
    clickOn({ turn: 9, sentence: 1 })
    expect(document.querySelector('[aria-current="true"]')).toHaveAttribute('id', interview.turns[9]?.id)
    expect(store.getState().playback.phase.kind).toBe('idle')
    await user.keyboard('p')
    expect(narrator.run?.from).toEqual({ turn: 9, sentence: 0 })
  })

  test('leads to a history entry of its own, as a click on a turn does', async () => {
    const { user } = await open(7)
    await user.keyboard('p')
    const { length } = window.history
    act(() => clickOn({ turn: 9, sentence: 1 }))
    expect(window.history).toHaveLength(length + 1)
    expect(window.location.pathname).toBe(`${START}${interview.turns[9]?.id}/`)
  })
})

describe('the recording on the page', () => {
  test('is an audio element that fetches nothing by itself', async () => {
    await open(7)
    const audio = document.querySelector('audio')
    expect(audio).toHaveAttribute('src', '/interviews/a%20talk.mp3')
    expect(audio).toHaveAttribute('preload', 'none')
    expect(audio).toHaveAttribute('id', 'recording_media')
  })

  test('is a picture without controls of its own, which plays and pauses by a click', async () => {
    const { narrator, user } = await open(7, { ...interview, recording: { ...interview.recording!, kind: 'video' } })
    const video = document.querySelector('video')!
    expect(video).not.toHaveAttribute('controls')
    await user.click(video)
    expect(narrator.asked).toContain('play 7.0')
    await user.click(video)
    expect(narrator.asked.at(-1)).toBe('pause')
  })

  test('is nothing where there is none', async () => {
    await open(7, text)
    expect(document.querySelector('audio, video')).toBeNull()
  })

  test('is said to be waited for, when it is for long', async () => {
    const { user, narrator, generation } = await open(7)
    await user.keyboard('p')
    act(() => narrator.tell({ kind: 'sentence', generation: generation(), cursor: { turn: 7, sentence: 0 } }))
    await drawn()
    vi.useFakeTimers()
    act(() => narrator.tell({ kind: 'stalled', generation: generation() }))
    await drawn()
    act(() => void vi.advanceTimersByTime(1900))
    expect(screen.getByRole('status')).not.toHaveTextContent('Waiting')
    act(() => void vi.advanceTimersByTime(200))
    expect(screen.getByRole('status')).toHaveTextContent('Waiting for the recording.')
    act(() => void vi.advanceTimersByTime(13_000))
    expect(screen.getByRole('status')).toHaveTextContent('The recording still does not come.')
    act(() => narrator.tell({ kind: 'flowing', generation: generation() }))
    await drawn()
    act(() => void vi.advanceTimersByTime(20_000))
    expect(screen.getByRole('status')).not.toHaveTextContent('recording')
  })

  test.each([
    ['missing', 'The recording is not there. Press play to have the text read.'],
    ['unsupported', 'This browser cannot play the recording. Press play to have the text read.'],
    ['decoding', 'The recording cannot be played from here. The text can be read on.'],
    ['network', 'The sound could not be fetched. Press play to try again.'],
    ['interrupted', 'Something else took the sound. Press play to go on.'],
  ] as const)('that fails (%s) leaves a sentence and the text', async (reason, says) => {
    const { user, narrator, generation } = await open(7)
    await user.keyboard('p')
    act(() => narrator.tell({ kind: 'failed', generation: generation(), reason }))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(says))
    expect(screen.getByText(/The U.S.-China relationship/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument()
  })
})

describe('the way back to what is being said', () => {
  test('has its time in a recording, and goes with it', async () => {
    const { user, narrator, generation, store } = await open(7)
    await user.keyboard('p')
    act(() => store.getState().setFollowing(false))
    const chip = screen.getByRole('button', { name: /Back to \d+:\d\d/ })
    const before = chip.textContent
    act(() => narrator.tell({ kind: 'sentence', generation: generation(), cursor: { turn: 12, sentence: 0 } }))
    await drawn()
    expect(screen.getByRole('button', { name: /Back to \d+:\d\d/ }).textContent).not.toBe(before)
  })

  test('has none where times are guessed', async () => {
    const { user, narrator, store } = await open(7)
    await user.keyboard('p')
    act(() => narrator.tell({ kind: 'changed', capabilities: { ...narrator.capabilities, keepsTime: false } }))
    act(() => store.getState().setFollowing(false))
    expect(screen.getByRole('button', { name: 'Back to the spoken line' })).toBeInTheDocument()
  })
})
