import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { turnText } from '../../src/domain/interview.ts'
import { makeMark } from '../../src/domain/marks/makeMark.ts'
import { countingInterview } from '../support/countingInterview.ts'
import { blinkenInterview } from '../support/interviews.ts'
import { renderApp } from '../support/renderApp.tsx'

const interview = blinkenInterview()
const start = '/interviews/blinken-initiatives/'
const painted = () =>
  Array.from(
    document.querySelectorAll('article mark'),
    (mark) => `${mark.textContent.trim().toLowerCase()} (${mark.getAttribute('data-highlight')})`,
  )
const articleText = (index: number) =>
  Array.from(
    document.getElementById(interview.turns[index]!.id)!.querySelectorAll(':scope > p[dir="auto"]'),
    ({ textContent }) => textContent,
  ).join('\n\n')

const markOf = (words: string) => {
  const turn = interview.turns[7]!
  const from = turnText(turn).indexOf(words)
  const range = { start: from, end: from + words.length }
  const id = '00000000-0000-4000-8000-000000000001'
  return makeMark(interview, { turn, range, note: '', id, now: '2026-01-01T00:00:00.000Z' })
}

/** Opens a search in a browser that marks no ranges by itself, as jsdom is one. */
const openSearch = async (words: string, shown = interview) => {
  const app = await renderApp(`${start}?q=${encodeURIComponent(words)}`, [shown])
  await screen.findByRole('searchbox', { name: 'Words to look for' })
  return app
}

describe('where the browser marks no ranges by itself', () => {
  test('every hit is marked by an element, and the current one as such', async () => {
    const { user } = await openSearch('human rights')
    await waitFor(() => expect(painted()).toEqual(Array(5).fill('human rights (hit)')))
    await user.click(await screen.findByRole('button', { name: 'Next hit' }))
    await waitFor(() => expect(painted()[0]).toBe('human rights (current-hit hit quote)'))
    expect(painted()).toHaveLength(5)
    interview.turns.forEach((turn, index) => expect(articleText(index)).toBe(turnText(turn)))
    await user.click(screen.getByRole('button', { name: 'Close the search' }))
    await waitFor(() => expect(painted()).toEqual([]))
  })

  test('what the reader marked is marked by an element, with the hits over it', async () => {
    const app = await renderApp(start)
    app.platform.markStore.kept.set('1', markOf('open lines of communication'))
    await act(async () => void (await import('../../src/views/interview/marks/MarksTool.tsx')))
    await app.user.keyboard('g')
    await waitFor(() => expect(painted()).toEqual(['open lines of communication (mark)']))
    await app.user.keyboard('{Escape}/')
    await app.user.type(await screen.findByRole('searchbox'), 'emphasized open lines')
    await waitFor(() =>
      expect(painted().map((each) => each.replace(/current-hit | quote/g, ''))).toEqual([
        'emphasized (hit)',
        'open lines (hit mark)',
        'of communication (mark)',
      ]),
    )
    expect(articleText(7)).toBe(turnText(interview.turns[7]!))
  })

  test('only turns whose marks change are drawn again', async () => {
    const counted = countingInterview(interview)
    const { user } = await openSearch('human rights', counted.interview)
    await waitFor(() => expect(painted()).toHaveLength(5))
    const next = await screen.findByRole('button', { name: 'Next hit' })
    await user.click(next)
    await waitFor(() => expect(painted().join()).toContain('current-hit hit quote'))
    const hit = () => document.querySelector('[data-highlight*="current-hit"]')
    const first = hit()
    counted.reset()
    await user.click(next)
    await waitFor(() => expect(hit()).not.toBe(first))
    expect(counted.rendered()).toEqual([7, 8])
  })

  test('no turn is drawn again where other words find the same', async () => {
    const counted = countingInterview(interview)
    const { user } = await openSearch('human rights', counted.interview)
    await waitFor(() => expect(painted()).toHaveLength(5))
    await user.click(await screen.findByRole('button', { name: 'Next hit' }))
    await waitFor(() => expect(painted()[0]).toBe('human rights (current-hit hit quote)'))
    counted.reset()
    await user.type(screen.getByRole('searchbox'), ' ')
    await waitFor(() => expect(painted()[0]).toBe('human rights (hit quote)'))
    await waitFor(() => expect(painted()[0]).toBe('human rights (current-hit hit quote)'))
    expect(counted.rendered()).toEqual([7])
  })
})
