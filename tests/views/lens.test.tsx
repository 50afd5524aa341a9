import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { blinkenInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const turnId = (index: number) => interview.turns[index]?.id ?? ''
const hidden = () => [...document.querySelectorAll('article')].map((article) => article.hasAttribute('hidden'))
const currentTurn = () =>
  interview.turns.findIndex(({ id }) => id === document.querySelector('article[aria-current]')?.id)

const openWith = async (lens: string, turn?: number) => {
  const app = await renderApp(`${start}${turn === undefined ? '' : `${turnId(turn)}/`}?lens=${lens}`)
  await screen.findByRole('button', { name: 'Show everything' })
  return app
}

describe('a lens', () => {
  test('for questions folds each answer to a line, which opens it in place', async () => {
    const { user } = await openWith('questions')
    expect(hidden()).toEqual(interview.turns.map(({ speaker }) => speaker !== 'Editor'))
    await user.click(screen.getByRole('button', { name: 'Answer 1, Dr. Carter, under 1 min' }))
    expect(hidden()[1]).toBe(false)
    expect(hidden()[3]).toBe(true)
  })

  test('for one speaker steps from one of their turns to the next, and comes to an end', async () => {
    const { user } = await openWith('speaker:Dr.%20Carter')
    await user.keyboard('j')
    expect(currentTurn()).toBe(1)
    await user.keyboard('j')
    expect(currentTurn()).toBe(3)
    await user.keyboard('k')
    expect(currentTurn()).toBe(1)
    await user.keyboard('{End}')
    expect(currentTurn()).toBe(15)
    await user.keyboard('j')
    expect(currentTurn()).toBe(15)
  })

  test('for a topic shows its turns and those that mention it, and hides headings with nothing under them', async () => {
    await openWith('topic:human-rights')
    expect(hidden().flatMap((is, index) => (is ? [] : [index]))).toEqual([7, 8, 9, 11])
    expect(screen.queryByRole('heading', { level: 2, name: 'Outlook' })).toBeNull()
    expect(screen.getByRole('button', { name: /^7 turns skipped/ })).toBeVisible()
  })

  test('is taken off again, and out of the address', async () => {
    const { user } = await openWith('answers')
    await waitFor(() => expect(hidden()[0]).toBe(true))
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    await waitFor(() => expect(hidden()).not.toContain(true))
    expect(window.location.search).toBe('')
  })

  test('that is chosen takes the reader at a folded turn to the nearest that is shown', async () => {
    const { user } = await renderApp(`${start}${turnId(6)}/`)
    await user.keyboard('l')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Show' }), 'Answers only')
    await waitFor(() => expect(currentTurn()).toBe(5))
    expect(hidden()[6]).toBe(true)
  })

  test('opens the fold of the turn that an address, a link or Back leads to', async () => {
    const { store } = await openWith('answers', 6)
    await waitFor(() => expect(hidden()[6]).toBe(false))
    expect(currentTurn()).toBe(6)
    act(() => store.getState().jump({ kind: 'turn', turn: interview.turns[8]!.id }))
    expect(currentTurn()).toBe(8)
    expect(hidden()[8]).toBe(false)
    act(() => window.history.back())
    await waitFor(() => expect(currentTurn()).toBe(6))
    expect(hidden()[10]).toBe(true)
  })

  test('gives the focus of a fold that is opened to its first turn', async () => {
    const { user } = await openWith('questions')
    screen.getByRole('button', { name: 'Answer 1, Dr. Carter, under 1 min' }).focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement?.closest('article')?.id).toBe(turnId(1))
  })

  test('holds every step: sections, mentions, exchanges, the ribbon’s keys', async () => {
    const { user, store } = await openWith('topic:human-rights') // shows 7, 8, 9, 11
    await waitFor(() => expect(hidden()[0]).toBe(true))
    const unopened = hidden()
    await user.keyboard(']')
    expect(currentTurn()).toBe(7) // the first that is shown in the first section that has any
    await user.keyboard(']')
    expect(currentTurn()).toBe(8)
    await user.keyboard(']')
    expect(currentTurn()).toBe(11)
    await user.keyboard(']')
    expect(currentTurn()).toBe(11)
    act(() => store.getState().jumpMention(interview.topics[1]!.id, 1))
    expect(unopened[currentTurn()]).toBe(false)
    screen.getByRole('slider', { name: 'Place in the interview' }).focus()
    await user.keyboard('{Home}')
    expect(currentTurn()).toBe(7)
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(currentTurn()).toBe(11)
    await user.keyboard('{ArrowLeft}')
    expect(currentTurn()).toBe(9)
    act(() => store.getState().setFocused(true))
    act(() => store.getState().stepTurn(1))
    expect(currentTurn()).toBe(11)
    expect(hidden()).toEqual(unopened)
  })

  test('leaves no step that leads nowhere', async () => {
    const { user } = await openWith('topic:human-rights')
    await waitFor(() => expect(hidden()[0]).toBe(true))
    await user.keyboard('{End}')
    expect(currentTurn()).toBe(11)
    expect(screen.getByRole('button', { name: 'Next turn' })).toHaveAttribute('aria-disabled', 'true')
  })

  test('is what is played', async () => {
    const { store, platform } = await openWith('questions', 6)
    act(() => store.getState().play({ turn: 6, sentence: 0 }))
    expect(store.getState().playback.options.shown).toEqual(interview.turns.map(({ speaker }) => speaker === 'Editor'))
    expect(platform.narrator).toBeDefined()
  })

  test('that nobody knows is none', async () => {
    await renderApp(`${start}?lens=topic:nothing`)
    await act(async () => void (await import('../../src/views/interview/lens/LensRegion.tsx')))
    expect(hidden()).not.toContain(true)
    expect(screen.queryByRole('button', { name: 'Show everything' })).toBeNull()
  })
})
