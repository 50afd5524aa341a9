import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'
import { countingInterview } from '../support/countingInterview.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const addressOf = (turn: number) => `${start}${interview.turns[turn]?.id}/`
const currentTurn = () => {
  const current = document.querySelectorAll('article[aria-current]')
  expect(current.length).toBeLessThanOrEqual(1)
  return interview.turns.findIndex(({ id }) => id === current[0]?.id)
}

describe('the interview', () => {
  beforeEach(() => {
    vi.useRealTimers()
  })
  afterEach(() => {
    window.getSelection()?.removeAllRanges()
  })

  test('opens at the turn that the address names', async () => {
    await renderApp(addressOf(7))
    expect(currentTurn()).toBe(7)
    expect(document.title).toMatch(/^Answer 4, Dr. Carter: The U.S.-China relationship/)
    expect(screen.getByRole('heading', { level: 3, name: 'Answer 4, Dr. Carter' })).toHaveFocus()
  })

  test('opens at the topic that the address names, its first turn being current', async () => {
    await renderApp(`${start}topics/china/`)
    expect(currentTurn()).toBe(6)
    expect(screen.getByRole('heading', { level: 2, name: 'China' })).toHaveFocus()
  })

  test('lists its turns as headings under their topics', async () => {
    await renderApp(start)
    const headings = within(screen.getByRole('main')).getAllByRole('heading')
    const names = headings.map(
      (heading) => heading.querySelector('a[aria-label]')?.getAttribute('aria-label') ?? heading.textContent,
    )
    expect(names.slice(0, 7)).toEqual([
      'Antony Blinken’s Recent Initiatives',
      'Opening',
      'Question 1, Editor',
      'Answer 1, Dr. Carter',
      'Alliances',
      'Question 2, Editor',
      'Answer 2, Dr. Carter',
    ])
    expect(names.at(-1)).toBe('Editor')
  })

  test('steps by key through all turns', async () => {
    const { user } = await renderApp(start)
    for (const index of interview.turns.keys()) {
      await user.keyboard(index % 2 === 0 ? 'j' : '{ArrowRight}')
      expect(currentTurn()).toBe(index)
    }
    await user.keyboard('{Home}')
    expect(currentTurn()).toBe(0)
  })

  test('replaces the address once a step has rested, and loads nothing', async () => {
    const { user } = await renderApp(addressOf(6))
    const entries = window.history.length
    await user.keyboard('jj')
    await waitFor(() => expect(window.location.pathname).toBe(addressOf(8)))
    expect(window.history.length).toBe(entries)
  })

  test('pushes a jump, shows the topic’s address until the next step, and Back undoes it', async () => {
    const { user } = await renderApp(addressOf(1))
    await user.keyboard('j') // not yet in the address when the jump comes
    await user.keyboard('2')
    await waitFor(() => expect(window.location.pathname).toBe(`${start}topics/china/`))
    expect(currentTurn()).toBe(6)
    act(() => window.history.back())
    await waitFor(() => expect(currentTurn()).toBe(2))
    expect(window.location.pathname).toBe(addressOf(2))
  })

  test('jumps by a topic’s link without leaving the page', async () => {
    const { user } = await renderApp(start)
    const topics = screen.getByRole('navigation', { name: 'Topics' })
    await user.click(within(topics).getByRole('link', { name: /Outlook/ }))
    await waitFor(() => expect(window.location.pathname).toBe(`${start}topics/outlook/`))
    expect(currentTurn()).toBe(12)
    expect(screen.getByRole('status')).toHaveTextContent('Outlook, Question 7, Editor')
  })

  test('makes a clicked turn current and pushes its address; a selection in it picks nothing', async () => {
    const { user } = await renderApp(start)
    const text = screen.getByText(/One major difference/)
    await user.pointer({ target: text, keys: '[MouseLeft>]' })
    await act(async () => {
      window.getSelection()?.selectAllChildren(text)
      await import('../../src/views/interview/sharing/SelectionRegion.tsx') // which the selection asks for
    })
    await user.pointer({ keys: '[/MouseLeft]' })
    expect(currentTurn()).toBe(-1)
    window.getSelection()?.removeAllRanges()
    await user.click(text)
    await waitFor(() => expect(currentTurn()).toBe(5))
    await waitFor(() => expect(window.location.pathname).toBe(addressOf(5)))
  })

  test('picks nothing by a double click, which selects a word', async () => {
    const { user } = await renderApp(addressOf(3))
    await user.dblClick(screen.getByText(/One major difference/))
    window.getSelection()?.removeAllRanges()
    await new Promise((resolve) => setTimeout(resolve, 400)) // longer than a click waits for its second
    expect(currentTurn()).toBe(3)
  })

  test('copies the link to a turn and says so', async () => {
    const { user, platform } = await renderApp(addressOf(7))
    await user.click(screen.getByRole('button', { name: 'Copy link to answer 4' }))
    expect(platform.copied).toEqual([`${window.location.origin}${addressOf(7)}?v=${interview.turns[7]?.fingerprint}`])
    expect(screen.getByRole('status')).toHaveTextContent('Link to answer 4 copied')
  })

  test('copies by key the link to the place, which may be a topic', async () => {
    const { user, platform } = await renderApp(`${start}topics/china/`)
    await user.keyboard('c')
    expect(platform.copied).toEqual([`${window.location.origin}${start}topics/china/`])
  })

  test('shows the link, selected, where the browser refuses its clipboard', async () => {
    const { user, platform } = await renderApp(addressOf(7))
    platform.isClipboardRefused = true
    await user.keyboard('c')
    const field = await screen.findByRole('textbox')
    expect(field).toHaveValue(`${window.location.origin}${addressOf(7)}?v=${interview.turns[7]?.fingerprint}`)
    expect((field as HTMLTextAreaElement).selectionEnd).toBeGreaterThan(0)
  })

  test('leaves keys to a field, a slider and a dialog', async () => {
    const { user } = await renderApp(addressOf(3))
    screen.getByRole('slider').focus()
    await user.keyboard('j')
    expect(currentTurn()).toBe(3)
    await user.keyboard('{ArrowRight}')
    expect(currentTurn()).toBe(4) // the slider's own
  })

  test('shows the keys, and closes them', async () => {
    const { user } = await renderApp(start)
    await user.keyboard('?')
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    expect(within(dialog).getByText('Next answer')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument()
  })

  test('turns letter keys off and keeps the arrows', async () => {
    const { user, store } = await renderApp(start)
    act(() => store.getState().prefer({ hasCharacterKeys: false }))
    await user.keyboard('j')
    expect(currentTurn()).toBe(-1)
    await user.keyboard('{ArrowRight}')
    expect(currentTurn()).toBe(0)
  })

  test('marks what a turn mentions, and leads there', async () => {
    await renderApp(addressOf(7))
    const turn = document.querySelector<HTMLElement>('article[aria-current]')
    expect(turn && within(turn).getByRole('link', { name: 'Human rights' })).toHaveAttribute(
      'href',
      `${start}topics/human-rights/`,
    )
  })

  test('is written from right to left where its language is, and arrows go with it', async () => {
    const hebrew = hebrewInterview()
    const { user } = await renderApp('/interviews/shalom/', [hebrew])
    expect(document.querySelector('[lang="he"][dir="rtl"] article')).not.toBeNull()
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(document.querySelector('article[aria-current]')?.id).toBe(hebrew.turns[1]?.id)
  })

  test('renders only the turn that was left and the one that was reached', async () => {
    const counted = countingInterview(interview)
    const { user } = await renderApp(addressOf(3), [counted.interview])
    counted.reset()
    await user.keyboard('j')
    expect(currentTurn()).toBe(4)
    expect(counted.rendered()).toEqual([3, 4])
  })
})
