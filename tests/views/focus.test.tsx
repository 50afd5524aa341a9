import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { blinkenInterview, hebrewInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'
import { countingInterview } from '../support/countingInterview.ts'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const addressOf = (turn: number) => `${start}${interview.turns[turn]?.id}/`
const stage = () =>
  [...document.querySelectorAll('article[data-stage]')].map(({ id }) =>
    interview.turns.findIndex((turn) => turn.id === id),
  )
const stageLine = () => document.querySelector('main > [data-screen-only] h2')
const isOn = () => document.documentElement.dataset['focus'] !== undefined

async function renderFocused(...all: Parameters<typeof renderApp>) {
  const app = await renderApp(...all)
  await app.user.keyboard('f')
  await waitFor(() => expect(isOn()).toBe(true))
  return app
}

describe('focus mode', () => {
  test('puts one exchange on the stage, says so once, and gives the focus to its current turn', async () => {
    const { platform } = await renderFocused(addressOf(7))
    expect(stage()).toEqual([6, 7])
    expect(stageLine()).toHaveTextContent(/^China · 4 of 8$/)
    expect(screen.getByRole('heading', { level: 3, name: 'Answer 4, Dr. Carter' })).toHaveFocus()
    expect(screen.getByRole('button', { name: 'Focus mode' })).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('status')).toHaveTextContent('Focus mode: f or Escape leaves it.')
    expect(platform.isFullScreen).toBe(true)
  })

  test('renders on a step only the turns of the exchange that was left and of the one that was reached', async () => {
    const counted = countingInterview(interview)
    const { user } = await renderFocused(addressOf(7), [counted.interview])
    counted.reset()
    await user.keyboard('j')
    expect(stage()).toEqual([8, 9])
    expect(counted.rendered()).toEqual([6, 7, 8, 9])
    counted.reset()
    await user.keyboard('f')
    expect(counted.rendered()).toEqual([8, 9])
  })

  test('is entered by its button and left by Escape, at the same turn', async () => {
    const { user } = await renderApp(addressOf(5))
    await user.click(screen.getByRole('button', { name: 'Focus mode' }))
    await waitFor(() => expect(isOn()).toBe(true))
    await user.keyboard('{ArrowRight}{Escape}')
    expect(isOn()).toBe(false)
    expect(stage()).toEqual([])
    expect(document.querySelector('article[aria-current]')?.id).toBe(interview.turns[6]?.id)
    expect(screen.getByRole('heading', { level: 3, name: 'Question 4, Editor' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Focus mode is off.')
  })

  test('leaves Escape to what lies over the stage', async () => {
    const { user } = await renderFocused(addressOf(7))
    await act(() => import('../../src/views/interview/sharing/SharingRegion.tsx')) // which the button asks for
    await user.click(screen.getByRole('button', { name: 'Share answer 4' }))
    expect(await screen.findByRole('heading', { name: 'Share this answer' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('heading', { name: 'Share this answer' })).not.toBeInTheDocument()
    expect(isOn()).toBe(true)
    await user.keyboard('{Escape}')
    expect(isOn()).toBe(false)
  })

  test('ends when full screen is left by the system’s own means, and when the interview is left', async () => {
    const { platform, store, unmount } = await renderFocused(addressOf(7))
    act(() => platform.leaveFullScreen())
    expect(isOn()).toBe(false)
    act(() => store.getState().setFocused(true))
    expect(isOn()).toBe(true)
    unmount()
    expect(isOn()).toBe(false)
    expect(store.getState().isFocused).toBe(false)
    expect(platform.isFullScreen).toBe(false)
  })

  test('says what is true of turns that nobody answers, and of an interview without topics', async () => {
    const { unmount } = await renderFocused(addressOf(16))
    expect(stageLine()).toHaveTextContent(/^Closing$/)
    unmount()
    await renderFocused('/interviews/shalom/', [hebrewInterview()])
    expect(stageLine()).toHaveTextContent(/^1 of 2$/)
  })
})
