import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { NarratorEvent } from '../../src/domain/playback/narrator.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const addressOf = (turn: number) => `/interviews/blinken-initiatives/${interview.turns[turn]?.id}/`
const currentTurn = () =>
  interview.turns.findIndex(({ id }) => id === document.querySelector('[aria-current="true"]')?.id)

async function open(turn: number) {
  const app = await renderApp(addressOf(turn))
  const { narrator } = app.platform
  const generation = () => narrator.run?.generation ?? 0
  const tell = (event: NarratorEvent) => act(() => narrator.tell(event))
  return { ...app, narrator, generation, tell }
}

describe('playing', () => {
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
    expect(currentTurn()).toBe(8)
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
    expect(screen.getByRole('status')).toHaveTextContent('The voice fell silent. Press play to go on.')
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
})
